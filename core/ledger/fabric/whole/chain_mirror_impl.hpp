// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/whole/block_batch.hpp"
#include "core/ledger/fabric/whole/mirror_content.hpp"

namespace keepwell::ledger::fabric {

/// The mirror itself: what was verified, in memory, and the file it is kept in. One thread at a time.
class ChainMirror::Impl
{
public:
    Impl(MirrorFile file, ChannelOrigin origin, BlockSeal seal, MirrorContent content,
         std::vector<ChainConflict> conflicts)
        : m_origin{std::move(origin)}
        , m_file{std::move(file)}
        , m_seal{std::move(seal)}
        , m_content{std::move(content)}
        , m_conflicts{std::move(conflicts)}
    {
    }

    const ChannelOrigin &origin() const { return m_origin; }
    MirrorFile &file() { return m_file; }
    const BlockWords &words() const { return m_content.words; }
    History &history() { return m_content.history; }
    const History &history() const { return m_content.history; }
    const ChannelConfig *config() const { return m_content.chain.config(); }
    const std::vector<ChainConflict> &conflicts() const { return m_conflicts; }

    Result<std::size_t> append(std::span<const Bytes> blocks, std::string_view msp);
    Result<> confirm(std::span<const Bytes> blocks, std::string_view msp);
    Result<std::vector<Entry>> entries(std::uint64_t from, std::size_t limit);

private:
    Result<> store(const std::vector<TakenBlock> &blocks, std::size_t organisation);
    Result<> reload();
    Result<> keepConflict(ChainConflict conflict);
    Result<> dropConflict(std::string_view msp, std::uint64_t shownUpTo);
    Result<std::vector<MirrorBlockRow>> compare(std::span<const Bytes> blocks, std::string_view msp,
                                                std::optional<ChainConflict> &conflict);
    std::vector<std::uint64_t> entriesOf(const MirrorBlockRow &row) const;

    ChannelOrigin m_origin;
    MirrorFile m_file;
    BlockSeal m_seal;
    MirrorContent m_content;
    std::vector<ChainConflict> m_conflicts;
    std::optional<Error> m_fault; ///< Memory and file may differ: nothing more is done.
};

} // namespace keepwell::ledger::fabric
