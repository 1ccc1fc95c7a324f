// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/history.hpp"
#include "core/ledger/fabric/chain/channel_chain.hpp"
#include "core/ledger/fabric/chain/entry_reader.hpp"
#include "core/ledger/fabric/mirror/mirror_file.hpp"

namespace keepwell::ledger::fabric {

/// A block that was found good, with what is kept of it.
struct TakenBlock
{
    Block block;  ///< Without its transactions.
    Bytes config; ///< The whole block, serialized, when it holds a configuration.
    std::uint64_t firstEntry = 0;
    std::vector<MirrorEntryRow> entries;
    std::vector<Submission> submissions; ///< Ids and verdicts only.
};

/// Blocks in order on their way into a mirror: parsed, their envelopes' signatures checked over all
/// processors, then each held against the chain and replayed. One thread at a time.
class BlockBatch
{
public:
    BlockBatch(const ChannelOrigin &origin, ChannelChain &chain, History &history)
        : m_origin{&origin}, m_chain{&chain}, m_history{&history}
    {
    }

    /// Takes the blocks before the first bad one into chain and history.
    /// Errors: of the first bad one: InvalidInput, Tampered, Unsupported.
    Result<> take(std::span<const Bytes> blocks);

    const std::vector<TakenBlock> &taken() const { return m_taken; }
    /// Did a bad block leave entries in the history? Then it must be read anew.
    bool isHalfTaken() const { return m_isHalfTaken; }

private:
    struct Parsed
    {
        Block block;
        std::vector<Submission> submissions;
    };

    Result<> parse(std::span<const Bytes> blocks);
    std::vector<LedgerRow> rowsOf(const Parsed &parsed, std::uint64_t first) const;
    Result<> takeOne(Parsed parsed, std::span<const CheckedRow> rows, ByteView bytes);

    const ChannelOrigin *m_origin;
    ChannelChain *m_chain;
    History *m_history;
    std::vector<Parsed> m_parsed;
    std::vector<TakenBlock> m_taken;
    bool m_isHalfTaken = false;
};

} // namespace keepwell::ledger::fabric
