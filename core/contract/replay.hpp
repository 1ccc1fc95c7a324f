// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/apply.hpp"
#include "core/contract/envelope.hpp"

namespace keepwell::contract {

/// Decides a committed entry again over the state before it and compares: the entry must be
/// accepted with exactly `recorded`. Needs no private value. On an error `state` is unchanged or,
/// when only the outcome differs, as the rules say it should be.
/// Reject: the contract's code when the rules reject it, State when the outcome differs.
/// The error says what is wrong; its ErrorCode is Tampered (Unsupported for a newer version).
Verdict<Outcome> replay(StateView &state, const Transaction &transaction, TransactionTime time,
                        Code recorded);

} // namespace keepwell::contract
