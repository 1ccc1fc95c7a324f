// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/ledger/fabric/light/own_entries.hpp"
#include "core/ledger/fabric/mirror/pinned_history.hpp"

namespace keepwell::ledger::fabric {
namespace {

std::unexpected<Error> edited(const std::string &what)
{
    return fail(ErrorCode::Tampered, "edited: the mirror of the channel: " + what);
}

} // namespace

OwnEntries::OwnEntries(MirrorFile file, ChannelOrigin origin, const MirrorKey *key)
    : m_origin{std::move(origin)}
    , m_file{std::move(file)}
    , m_seal{key, m_origin.network()}
    , m_trail{m_origin.genesisBlock, m_origin.channel}
{
}

Result<std::unique_ptr<OwnEntries>> OwnEntries::open(const std::filesystem::path &path,
                                                     const ChannelOrigin &origin,
                                                     const MirrorOptions &options)
{
    KEEPWELL_TRY(MirrorFile file, MirrorFile::open(path, origin));
    // What no pin covers is not believed, and soon read again.
    KEEPWELL_CHECK(file.writing([&] { return file.cutTo(options.pin ? options.pin->size : 1); }));
    std::unique_ptr<OwnEntries> own{new OwnEntries{std::move(file), origin, options.key}};
    KEEPWELL_CHECK(own->load(options.pin));
    return own;
}

Result<> OwnEntries::load(const std::optional<Pin> &pin)
{
    m_trail = ConfigTrail{m_origin.genesisBlock, m_origin.channel};
    KEEPWELL_TRY(const auto configs, m_file.configBlocks());
    for (const std::uint64_t number : configs) {
        KEEPWELL_TRY(const auto bytes, m_file.config(number));
        KEEPWELL_TRY(const Block block, parseBlock(bytes ? ByteView{*bytes} : ByteView{}));
        KEEPWELL_CHECK(m_trail.take(block));
    }
    KEEPWELL_TRY(m_organisations, m_file.organisations());
    KEEPWELL_TRY(m_conflicts, m_file.conflicts());
    m_blocks.clear();
    KEEPWELL_CHECK(m_file.eachBlock([this](const MirrorBlockRow &row) -> Result<> {
        m_blocks.emplace(row.number, row);
        return {};
    }));
    KEEPWELL_CHECK(loadEntries(pin));
    return checkSeals();
}

/// After the entries: what a block row says of them is sealed with it.
Result<> OwnEntries::checkSeals() const
{
    for (const auto &[number, row] : m_blocks) {
        if (!crypto::equalConstantTime(row.seal, sealOf(row))) {
            return notSealed(number);
        }
    }
    return {};
}

Result<> OwnEntries::loadEntries(const std::optional<Pin> &pin)
{
    KEEPWELL_TRY(m_history, beginHistory(m_origin));
    KEEPWELL_TRY(CheckedRow first, checkRow(genesisRow(m_origin), 0, nullptr, true));
    m_entries = {std::move(first.entry)};
    m_blockOf = {0};
    m_entriesOf.clear();
    m_channelTx = {Bytes32{}};
    m_byId.clear();
    m_known.clear();
    KEEPWELL_TRY(const auto places, m_file.places());
    for (const MirrorPlaceRow &place : places) {
        if (place.index != m_history.size() || !m_blocks.contains(place.block)) {
            return edited("an entry stands at another place");
        }
        if (place.t < 0 || static_cast<std::uint64_t>(place.t) > contract::kLatestSecond) {
            return edited("the time of an entry is not a date");
        }
        KEEPWELL_TRY(std::vector<MirrorEntryRow> rows, m_file.entries(place.index, 1));
        if (rows.empty()) {
            return edited("an entry is missing");
        }
        KEEPWELL_TRY(const CheckedRow checked,
                     checkRow(std::move(rows.front().entry), place.index, &m_history.network(),
                              pin && place.index < pin->size));
        KEEPWELL_CHECK(admit(checked, rows.front().channelTx,
                             contract::instantOf(static_cast<std::uint64_t>(place.t)),
                             place.block));
    }
    KEEPWELL_TRY(const auto more, m_file.entries(m_history.size(), 1));
    if (!more.empty()) {
        return edited("it holds more entries than places");
    }
    return checkPin(m_history, pin);
}

} // namespace keepwell::ledger::fabric
