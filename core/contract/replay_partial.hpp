// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/apply.hpp"

namespace keepwell::contract {

/// replay() where only some entries were seen: all that a wallet's own keys signed, and all about its
/// grants and deliveries, but not what else other keys did. What the missing entries would tell is
/// believed of the entry: the signer's seq, prev and time up to `t`, that a revoked owner's key is
/// dead, and that a list of revoked grants names others of the same owner. Every other rule is decided
/// again, and the outcome and its time must be `recorded` and `t`.
/// Reject: as replay().
Verdict<Outcome> replayPartial(StateView &state, const Transaction &transaction,
                               TransactionTime time, Code recorded, Instant t);

/// Does the entry follow the last one of its key that `state` knows? For keys whose entries are all
/// seen, before replayPartial(). Reject: Seq, with ErrorCode::Tampered: one was left out.
Verdict<> followsItsKey(StateView &state, const Transaction &transaction);

} // namespace keepwell::contract
