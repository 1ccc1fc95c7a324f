// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/light/entry_source.hpp"
#include "core/ledger/fabric/light/own_entries.hpp"
#include "core/ledger/fabric/mirror/caught_up.hpp"

namespace keepwell::ledger::fabric {

/// One round of the light way. Each source says which configurations are new, and where the entries of
/// each followed key are, no newer than its newest block when it was first asked: what one key's answer
/// came too early for waits for the next round. The blocks of all that are not known yet are taken in in
/// rising order. Then each is asked for header and metadata of the blocks that it has not shown alike.
/// All sources are asked at the same time, each for up to 16 things at once; those that failed a
/// moment ago (EntrySource::isResting) only when no other answers.
/// Calls and bytes grow with the followed keys, their entries and the channel's configurations, not
/// with the channel.
/// Errors: Tampered or Unavailable when no source could be read and believed; Unsupported, Cancelled;
/// InvalidInput without sources.
Result<CaughtUp> catchUpOwn(OwnEntries &own, std::span<EntrySource *const> sources,
                            const Patience &patience = {});

} // namespace keepwell::ledger::fabric
