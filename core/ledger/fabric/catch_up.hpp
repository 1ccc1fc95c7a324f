// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/block_source.hpp"
#include "core/ledger/fabric/chain_mirror.hpp"

namespace keepwell::ledger::fabric {

/// What one round of reading brought.
struct CaughtUp
{
    std::uint64_t blocks = 0;    ///< Taken in.
    std::uint64_t confirmed = 0; ///< Blocks that another organisation showed alike.
    std::uint64_t bytes = 0;     ///< Of blocks as they came, from all.
    /// Why a source could not be read or was not believed, by MSP id; the others were read all the
    /// same.
    std::vector<std::pair<std::string, Error>> problems{};
};

/// Reads what is new: whole blocks from the first source that can be reached, headers and metadata
/// from one of each other organisation, and whole blocks from those where they are ahead. At most
/// 8 MiB of blocks are held at once. `progress` counts blocks read (the total is not known: 0).
/// Errors: Unavailable when no source could be read, Cancelled, Tampered and Unsupported of
/// ChainMirror::append() when no source shows a good next block.
Result<CaughtUp> catchUp(ChainMirror &mirror, std::span<BlockSource *const> sources,
                         const Patience &patience = {}, const ProgressFn &progress = {});

} // namespace keepwell::ledger::fabric
