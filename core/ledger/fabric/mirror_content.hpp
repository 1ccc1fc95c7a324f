// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/history.hpp"
#include "core/ledger/fabric/block_words.hpp"
#include "core/ledger/fabric/chain_mirror.hpp"
#include "core/ledger/fabric/channel_chain.hpp"
#include "core/ledger/fabric/mirror_file.hpp"

namespace keepwell::ledger::fabric {

/// Everything of a mirror that was verified, in memory: the chain, the replayed entries, who said
/// what. One thread at a time.
struct MirrorContent
{
    ChannelChain chain;
    History history;
    BlockWords words;

    /// With entry 0, which stands for the pinned block 0, and no block yet.
    static Result<MirrorContent> begin(const ChannelOrigin &origin);

    /// Reads a file anew: the chain of its block rows from the pinned block, every configuration
    /// checked as when it came, the newest block's signatures, and every entry replayed.
    /// Errors: Tampered, saying where; Unsupported, Cancelled.
    static Result<MirrorContent> load(MirrorFile &file, const ChannelOrigin &origin,
                                      const MirrorOptions &options);
};

/// Does a history go on from what was seen of it? Errors: Tampered "rolled back: …", "forked: …".
Result<> checkPin(const History &history, const std::optional<Pin> &pin);

/// The row of entry 0.
LedgerRow genesisRow(const ChannelOrigin &origin);

} // namespace keepwell::ledger::fabric
