// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/light/own_entries.hpp"

#include "core/contract/replay_partial.hpp"
#include "core/contract/state.hpp"
#include "core/ledger/fabric/mirror/pinned_history.hpp"
#include "core/ledger/fabric/mirror/shown_by.hpp"

#include <algorithm>
#include <bit>

namespace keepwell::ledger::fabric {
namespace {

LedgerRow rowOf(const Submission &one, std::uint64_t index)
{
    return {.index = static_cast<std::int64_t>(index),
            .time = one.time.time_since_epoch().count(),
            .outcome = static_cast<std::int64_t>(one.outcome),
            .payload = one.envelope.payload,
            .signature = copyOf(ByteView{one.envelope.signature})};
}

std::unexpected<Error> differs(const std::string &what) { return fail(ErrorCode::Tampered, what); }

Result<> sameAs(const MirrorBlockRow &row, const Block &block)
{
    const auto what = differenceOf(block, row);
    return what ? Result<>{differs(*what)} : Result<>{};
}

} // namespace

bool OwnEntries::follow(const std::vector<contract::PublicKey> &keys)
{
    const std::size_t before = m_followed.size();
    m_followed.insert(keys.begin(), keys.end());
    return m_followed.size() > before;
}

Result<> OwnEntries::takeConfig(ByteView bytes, std::string_view msp)
{
    const auto taken = [&]() -> Result<> {
        KEEPWELL_TRY(const Block block, parseBlock(bytes));
        KEEPWELL_CHECK(m_trail.take(block));
        return m_file.putConfig(block.number, bytes);
    }();
    return taken ? taken : std::unexpected{shownBy(msp, taken.error())};
}

/// Is it about a key that is followed, or about a grant or delivery that is?
Result<bool> OwnEntries::concerns(const contract::Transaction &transaction)
{
    const contract::Payload &payload = transaction.payload();
    if (m_followed.contains(payload.key)) {
        return true;
    }
    const auto isKnownGrant
        = [this](const contract::GrantId &id) { return state().get(contract::grantRowKey(id)); };
    if (const auto *grant = std::get_if<contract::GrantBody>(&payload.body)) {
        return m_followed.contains(grant->grantee);
    }
    if (const auto *delivery = std::get_if<contract::DeliverBody>(&payload.body)) {
        return m_followed.contains(delivery->to);
    }
    std::optional<Bytes> row;
    if (const auto *update = std::get_if<contract::UpdateGrantBody>(&payload.body)) {
        KEEPWELL_TRY(row, isKnownGrant(update->grant));
    } else if (const auto *request = std::get_if<contract::RequestAccessBody>(&payload.body)) {
        KEEPWELL_TRY(row, isKnownGrant(request->grant));
    } else if (const auto *ack = std::get_if<contract::AckDeliveryBody>(&payload.body)) {
        KEEPWELL_TRY(row, state().get(contract::deliveryRowKey(ack->delivery)));
    } else if (const auto *revoke = std::get_if<contract::RevokeBody>(&payload.body)) {
        for (const contract::GrantId &id : revoke->grants) {
            if (!row) {
                KEEPWELL_TRY(row, isKnownGrant(id));
            }
        }
    }
    return row.has_value();
}

/// Signed by whom it says, of somebody followed, and the next one of its key where all are seen.
Result<std::optional<CheckedRow>> OwnEntries::check(const Submission &one)
{
    const std::uint64_t index = m_history.size();
    KEEPWELL_TRY(CheckedRow row, checkRow(rowOf(one, index), index, &m_history.network(), false));
    KEEPWELL_TRY(const bool isMine, concerns(*row.transaction));
    if (!isMine) {
        return std::nullopt;
    }
    if (m_followed.contains(row.transaction->payload().key)) {
        if (const auto next = contract::followsItsKey(state(), *row.transaction); !next) {
            return std::unexpected{next.error().error};
        }
    }
    return row;
}

Result<> OwnEntries::admit(const CheckedRow &row, const Bytes32 &channelTx, Instant t,
                           std::uint64_t block)
{
    KEEPWELL_CHECK(m_history.takePartial(row, copyOf(ByteView{channelTx}), t));
    m_entries.push_back(row.entry);
    m_entries.back().t = t;
    m_blockOf.push_back(block);
    m_entriesOf[block].push_back(row.entry.index);
    m_channelTx.push_back(channelTx);
    m_byId.emplace(row.transaction->id(), row.entry.index);
    m_known.insert(channelTx);
    return {};
}

/// Out of one block into memory.
Result<OwnEntries::Read> OwnEntries::read(const ShownBlock &shown)
{
    KEEPWELL_TRY(Block block, parseBlock(shown.bytes));
    if (block.number != shown.number || !block.data) {
        return differs("it shows another block than " + std::to_string(shown.number));
    }
    KEEPWELL_CHECK(m_trail.check(block));
    if (const auto known = m_blocks.find(shown.number); known != m_blocks.end()) {
        KEEPWELL_CHECK(sameAs(known->second, block));
    }
    KEEPWELL_TRY(auto submissions, submissionsIn(block, m_origin.channel, m_origin.contract));
    const std::uint64_t first = m_history.size();
    std::size_t found = 0;
    for (const Submission &one : submissions) {
        if (!one.valid || !shown.wanted.contains(one.channelTxId)) {
            continue;
        }
        ++found;
        if (isKnown(one.channelTxId)) {
            continue;
        }
        KEEPWELL_TRY(const auto row, check(one));
        if (!row) {
            m_passedOver.insert(one.channelTxId);
            continue;
        }
        KEEPWELL_CHECK(admit(*row, one.channelTxId, one.t, shown.number));
    }
    if (found < shown.wanted.size()) {
        return differs("block " + std::to_string(shown.number)
                       + " does not hold an entry that the contract is said to have taken there");
    }
    return Read{.block = std::move(block), .submissions = std::move(submissions), .first = first};
}

Bytes OwnEntries::sealOf(const MirrorBlockRow &row) const
{
    const auto entries = m_entriesOf.find(row.number);
    return m_seal.of(row, m_organisations, m_history,
                     entries != m_entriesOf.end() ? std::span{entries->second}
                                                  : std::span<const std::uint64_t>{});
}

/// New entries came out of a block: it may be there for others.
Result<> OwnEntries::keepBlock(const Read &read, std::uint64_t said)
{
    const Block &block = read.block;
    if (const auto known = m_blocks.find(block.number); known != m_blocks.end()) {
        known->second.seal = sealOf(known->second);
        return m_file.putSaid(known->second);
    }
    MirrorBlockRow row{.number = block.number,
                       .dataHash = block.dataHash,
                       .hash = block.hash,
                       .firstEntry = read.first,
                       .validation = block.validation,
                       .commitHash = block.commitHash,
                       .said = said,
                       .seal = {}};
    row.seal = sealOf(row);
    KEEPWELL_CHECK(m_file.append(row));
    m_blocks.emplace(block.number, std::move(row));
    return {};
}

Result<> OwnEntries::store(const Read &read, std::string_view msp)
{
    const Block &block = read.block;
    KEEPWELL_TRY(const std::size_t organisation, numberOf(msp));
    const std::uint64_t said = std::uint64_t{1} << organisation;
    KEEPWELL_TRY(const bool mustSettle, m_file.hasUnsettled());
    KEEPWELL_CHECK(m_file.putOrganisation(organisation, msp));
    if (m_history.size() > read.first) {
        KEEPWELL_CHECK(keepBlock(read, said));
    }
    for (std::uint64_t i = read.first; i < m_history.size(); ++i) {
        const Entry &entry = m_entries[i];
        KEEPWELL_CHECK(m_file.append(MirrorEntryRow{.entry = ledger::rowOf(entry),
                                                    .id = entry.envelope.id().bytes(),
                                                    .channelTx = m_channelTx[i]}));
        KEEPWELL_CHECK(m_file.append(MirrorPlaceRow{
            .index = i, .block = block.number, .t = entry.t.time_since_epoch().count()}));
    }
    for (const Submission &one : read.submissions) {
        if (mustSettle) {
            KEEPWELL_CHECK(m_file.settle(one.channelTxId,
                                         one.valid ? SentState::Committed : SentState::Invalid));
        }
    }
    return dropConflict(msp, block.number);
}

Result<> OwnEntries::take(std::span<const ShownBlock> blocks, std::string_view msp)
{
    if (m_fault) {
        return std::unexpected{*m_fault};
    }
    std::optional<Error> why;
    std::uint64_t number = 0; // of the bad one
    const auto stored = m_file.writing([&]() -> Result<> {
        for (const ShownBlock &one : blocks) {
            const auto good = read(one);
            if (!good) {
                why = shownBy(msp, good.error());
                number = one.number;
                return {}; // those before it stay
            }
            KEEPWELL_CHECK(store(*good, msp));
        }
        return {};
    });
    if (stored && !why) {
        return {};
    }
    if (const auto loaded = load(std::nullopt); !loaded) { // memory may be ahead of the file
        m_fault = loaded.error();
        return loaded;
    }
    KEEPWELL_CHECK(stored);
    if (why->code == ErrorCode::Tampered) {
        KEEPWELL_CHECK(keepConflict(
            {.msp = std::string{msp},
             .block = number,
             .entry = m_blocks.contains(number) ? firstEntryOf(number) : m_history.size(),
             .what = why->detail}));
    }
    return std::unexpected{*std::move(why)};
}

std::vector<std::uint64_t> OwnEntries::unconfirmed(std::string_view msp) const
{
    const auto known = std::ranges::find(m_organisations, msp);
    const auto bit = static_cast<std::size_t>(known - m_organisations.begin());
    std::vector<std::uint64_t> numbers;
    for (const auto &[number, row] : m_blocks) {
        if (known == m_organisations.end() || ((row.said >> bit) & 1U) == 0) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

Result<> OwnEntries::confirm(std::span<const ShownBlock> blocks, std::string_view msp)
{
    if (m_fault) {
        return std::unexpected{*m_fault};
    }
    KEEPWELL_TRY(const std::size_t organisation, numberOf(msp));
    const std::uint64_t said = std::uint64_t{1} << organisation;
    std::optional<ChainConflict> conflict;
    std::vector<MirrorBlockRow> alike;
    const auto stored = m_file.writing([&]() -> Result<> {
        KEEPWELL_CHECK(m_file.putOrganisation(organisation, msp));
        for (const auto &[number, bytes, wanted] : blocks) {
            const auto block = parseBlock(bytes);
            const auto same = block ? sameAs(m_blocks.at(number), *block)
                                    : Result<>{std::unexpected{block.error()}};
            if (!same) {
                conflict = {.msp = std::string{msp},
                            .block = number,
                            .entry = firstEntryOf(number),
                            .what = shownBy(msp, same.error()).detail};
                return {};
            }
            MirrorBlockRow row = m_blocks.at(number);
            row.said |= said;
            row.seal = sealOf(row);
            KEEPWELL_CHECK(m_file.putSaid(row));
            KEEPWELL_CHECK(dropConflict(msp, number));
            alike.push_back(std::move(row));
        }
        return {};
    });
    KEEPWELL_CHECK(stored);
    for (MirrorBlockRow &row : alike) {
        m_blocks.at(row.number) = std::move(row);
    }
    if (conflict) {
        KEEPWELL_CHECK(keepConflict(*conflict));
        return differs(conflict->what);
    }
    return {};
}

Head OwnEntries::head() const
{
    std::uint64_t proven = 1;
    while (proven < m_history.size() && std::popcount(m_blocks.at(m_blockOf[proven]).said) >= 2) {
        ++proven;
    }
    std::optional<std::uint64_t> conflictFrom;
    for (const ChainConflict &conflict : m_conflicts) {
        conflictFrom = std::min(conflictFrom.value_or(conflict.entry), conflict.entry);
    }
    return {.size = m_history.size(),
            .root = m_history.root(),
            .newest = m_history.newest(),
            .proven = proven,
            .conflictFrom = conflictFrom};
}

std::vector<Entry> OwnEntries::entries(std::uint64_t from, std::size_t limit) const
{
    const std::uint64_t begin = std::min<std::uint64_t>(from, m_entries.size());
    const std::uint64_t count = std::min<std::uint64_t>(limit, m_entries.size() - begin);
    const auto first = m_entries.begin() + static_cast<std::ptrdiff_t>(begin);
    return {first, first + static_cast<std::ptrdiff_t>(count)};
}

std::optional<Entry> OwnEntries::find(const contract::TxId &envelope) const
{
    const auto found = m_byId.find(envelope);
    return found == m_byId.end() ? std::nullopt : std::optional{m_entries[found->second]};
}

OrganisationRoots OwnEntries::members() const
{
    const ChannelConfig *config = m_trail.config();
    return config != nullptr ? config->members() : OrganisationRoots{};
}

Result<std::optional<SentTransaction>> OwnEntries::sent(const contract::TxId &act)
{
    return m_file.sent(act.bytes());
}

std::uint64_t OwnEntries::firstEntryOf(std::uint64_t block) const
{
    const auto found = m_entriesOf.find(block);
    return found != m_entriesOf.end() ? found->second.front() : m_history.size();
}

Result<std::size_t> OwnEntries::numberOf(std::string_view msp)
{
    const auto known = std::ranges::find(m_organisations, msp);
    const auto number = static_cast<std::size_t>(known - m_organisations.begin());
    if (known == m_organisations.end()) {
        if (number >= kMostOrganisations) {
            return fail(ErrorCode::InvalidInput, "more organisations than a mirror can tell apart");
        }
        m_organisations.emplace_back(msp);
    }
    return number;
}

Result<> OwnEntries::keepConflict(ChainConflict conflict)
{
    KEEPWELL_CHECK(m_file.putConflict(conflict));
    std::erase_if(m_conflicts, [&](const ChainConflict &old) { return old.msp == conflict.msp; });
    m_conflicts.push_back(std::move(conflict));
    return {};
}

Result<> OwnEntries::dropConflict(std::string_view msp, std::uint64_t block)
{
    const auto isSettled
        = [&](const ChainConflict &one) { return one.msp == msp && one.block == block; };
    if (std::ranges::none_of(m_conflicts, isSettled)) {
        return {};
    }
    KEEPWELL_CHECK(m_file.dropConflict(msp));
    std::erase_if(m_conflicts, isSettled);
    return {};
}

} // namespace keepwell::ledger::fabric
