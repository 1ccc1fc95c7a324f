// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/envelope.hpp"
#include "core/contract/error_code.hpp"
#include "core/contract/state_view.hpp"

namespace keepwell::contract {

inline constexpr std::chrono::seconds kLongestTimeToLive{3600};
inline constexpr std::chrono::seconds kServeWindow{600};
inline constexpr std::chrono::seconds kClockTolerance{120};
inline constexpr std::uint32_t kMostRefusals = 16;

/// An accepted entry: a refusal is an outcome, not an error.
struct Outcome
{
    TxId id;
    Type type = Type::Grant;
    Code code = Code::Done; ///< Done, or why the request was refused.
    Instant t;              ///< Effective: never falls per key, nor per grant.

    bool refused() const { return code != Code::Done; }
    friend bool operator==(const Outcome &, const Outcome &) = default;
};

/// The contract. Pure and deterministic: the same state, transaction and time give the same
/// writes and outcome on every host. Writes all or nothing: an error changes nothing.
/// Reject: KeyRevoked Seq Ttl, then the codes of the transaction's rule (docs/spec/transaction.md).
Verdict<Outcome> apply(StateView &state, const Transaction &transaction, TransactionTime time);

/// The same from bytes as they arrive at a host. Reject: Enc Net Sig too.
Verdict<Outcome> apply(StateView &state, const NetworkId &network, const Envelope &envelope,
                       TransactionTime time);

/// The host's part: the claimed time against its own clock. Reject: Time, naming both.
Verdict<> checkHostTime(TransactionTime time, Instant hostNow);

} // namespace keepwell::contract
