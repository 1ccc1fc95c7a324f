// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/vault/database.hpp"
#include "core/wallet/connections.hpp"

/// Leaving a network: what a vault keeps of it (docs/decisions/0117). Core below the wallet knows
/// one network at a time.
namespace keepwell {

/// What leaving keeps and ends, by what is here.
Result<MovePlan> planToLeave(vault::Database &database, Instant now);

/// Forgets the relations, contacts, grants, deliveries, acts and the replica of the network; its
/// lines of activity stay, as of an old network; records are to be anchored anew. Part of the
/// caller's transaction. Precondition: nothing of ours is open there, and nothing waits to be sent.
Result<> leaveNetwork(vault::Database &database);

} // namespace keepwell
