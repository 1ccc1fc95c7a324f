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
    std::uint64_t newest = 0;    ///< Of catchUpOwn(): the newest block of any.
    /// Why a source could not be read or was not believed, by MSP id; the others were read all the
    /// same.
    std::vector<std::pair<std::string, Error>> problems{};
};

/// Reads what is new, source by source: header and metadata of blocks that were taken in from another
/// organisation, then whole blocks beyond. So the first good source brings the blocks, the others
/// bear them out, and what one holds back comes from the next. At most 8 MiB of blocks, or one
/// block, are held at once. `progress` counts blocks read (the total is not known: 0).
/// Errors: Tampered or Unavailable when no source could be read and believed; Unsupported, Cancelled;
/// InvalidInput without sources.
Result<CaughtUp> catchUp(ChainMirror &mirror, std::span<BlockSource *const> sources,
                         const Patience &patience = {}, const ProgressFn &progress = {});

} // namespace keepwell::ledger::fabric
