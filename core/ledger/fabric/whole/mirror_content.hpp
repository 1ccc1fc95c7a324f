// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/history.hpp"
#include "core/ledger/fabric/chain/channel_chain.hpp"
#include "core/ledger/fabric/mirror/block_seal.hpp"
#include "core/ledger/fabric/whole/block_words.hpp"
#include "core/ledger/fabric/whole/chain_mirror.hpp"

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
    /// checked as when it came, the newest block's signatures, every entry replayed, and each block
    /// row as `seal` left it.
    /// Errors: Tampered, saying where; Unsupported, Cancelled.
    static Result<MirrorContent> load(MirrorFile &file, const ChannelOrigin &origin,
                                      const BlockSeal &seal, const MirrorOptions &options);
};

} // namespace keepwell::ledger::fabric
