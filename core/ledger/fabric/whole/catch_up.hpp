// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/mirror/block_source.hpp"
#include "core/ledger/fabric/mirror/caught_up.hpp"
#include "core/ledger/fabric/whole/chain_mirror.hpp"

namespace keepwell::ledger::fabric {

/// Reads what is new, source by source: header and metadata of blocks that were taken in from another
/// organisation, then whole blocks beyond. So the first good source brings the blocks, the others
/// bear them out, and what one holds back comes from the next. At most 8 MiB of blocks, or one
/// block, are held at once. `progress` counts blocks read (the total is not known: 0).
/// Errors: Tampered or Unavailable when no source could be read and believed; Unsupported, Cancelled;
/// InvalidInput without sources.
Result<CaughtUp> catchUp(ChainMirror &mirror, std::span<BlockSource *const> sources,
                         const Patience &patience = {}, const ProgressFn &progress = {});

} // namespace keepwell::ledger::fabric
