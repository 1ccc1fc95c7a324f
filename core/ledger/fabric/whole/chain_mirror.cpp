// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/whole/chain_mirror.hpp"

#include "core/ledger/fabric/whole/chain_mirror_impl.hpp"

#include <algorithm>

namespace keepwell::ledger::fabric {

ChainMirror::ChainMirror(std::unique_ptr<Impl> impl) : m_impl{std::move(impl)} {}
ChainMirror::~ChainMirror() = default;

Result<std::unique_ptr<ChainMirror>> ChainMirror::open(const std::filesystem::path &path,
                                                       const ChannelOrigin &origin,
                                                       const MirrorOptions &options)
{
    KEEPWELL_TRY(MirrorFile file, MirrorFile::open(path, origin));
    BlockSeal seal{options.key, origin.network()};
    KEEPWELL_TRY(MirrorContent content, MirrorContent::load(file, origin, seal, options));
    KEEPWELL_TRY(auto conflicts, file.conflicts());
    auto impl = std::make_unique<Impl>(std::move(file), origin, std::move(seal), std::move(content),
                                       std::move(conflicts));
    return std::unique_ptr<ChainMirror>{new ChainMirror{std::move(impl)}};
}

Result<> ChainMirror::forget(const std::filesystem::path &file) { return MirrorFile::forget(file); }

const ChannelOrigin &ChainMirror::origin() const { return m_impl->origin(); }

Result<std::size_t> ChainMirror::append(std::span<const Bytes> blocks, std::string_view msp)
{
    return m_impl->append(blocks, msp);
}

std::uint64_t ChainMirror::nextBlock() const { return m_impl->words().size(); }

Result<> ChainMirror::confirm(std::span<const Bytes> blocks, std::string_view msp)
{
    return m_impl->confirm(blocks, msp);
}

std::uint64_t ChainMirror::nextToConfirm(std::string_view msp) const
{
    return m_impl->words().nextOf(msp);
}

Head ChainMirror::head() const
{
    const History &history = m_impl->history();
    const BlockWords &words = m_impl->words();
    const std::uint64_t unproven = words.firstUnproven();
    std::optional<std::uint64_t> conflictFrom;
    for (const ChainConflict &conflict : m_impl->conflicts()) {
        conflictFrom = std::min(conflictFrom.value_or(conflict.entry), conflict.entry);
    }
    return {.size = history.size(),
            .root = history.root(),
            .newest = history.newest(),
            .proven = unproven < words.size() ? words.firstEntry(unproven) : history.size(),
            .conflictFrom = conflictFrom};
}

std::vector<ChainConflict> ChainMirror::conflicts() const { return m_impl->conflicts(); }

Result<std::vector<Entry>> ChainMirror::entries(std::uint64_t from, std::size_t limit)
{
    return m_impl->entries(from, limit);
}

Result<crypto::merkle::Proof> ChainMirror::inclusionProof(std::uint64_t index,
                                                          std::uint64_t size) const
{
    return m_impl->history().inclusionProof(index, size);
}

Result<crypto::merkle::Proof> ChainMirror::consistencyProof(std::uint64_t oldSize,
                                                            std::uint64_t size) const
{
    return m_impl->history().consistencyProof(oldSize, size);
}

Result<std::optional<Entry>> ChainMirror::find(const contract::TxId &envelope)
{
    KEEPWELL_TRY(const auto index, m_impl->file().indexOf(envelope.bytes()));
    if (!index) {
        return std::nullopt;
    }
    KEEPWELL_TRY(auto found, entries(*index, 1));
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

contract::MapState &ChainMirror::state() { return m_impl->history().state(); }

OrganisationRoots ChainMirror::members() const
{
    const ChannelConfig *config = m_impl->config();
    return config != nullptr ? config->members() : OrganisationRoots{};
}

Result<> ChainMirror::remember(const SentTransaction &sent) { return m_impl->file().putSent(sent); }

Result<std::optional<SentTransaction>> ChainMirror::sent(const contract::TxId &envelope)
{
    return m_impl->file().sent(envelope.bytes());
}

Result<> ChainMirror::forgetSent(const contract::TxId &envelope)
{
    return m_impl->file().dropSent(envelope.bytes());
}

} // namespace keepwell::ledger::fabric
