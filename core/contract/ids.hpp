// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id32.hpp"
#include "core/crypto/hpke.hpp"
#include "core/crypto/signature.hpp"

#include <cstdint>

namespace keepwell::contract {

using NetworkId = Id32<struct NetworkIdTag>;   ///< Embedded: the leaf hash of row 0.
using TxId = Id32<struct TxIdTag>;             ///< SHA-256 of a payload; of a request also "rid".
using GrantId = Id32<struct GrantIdTag>;       ///< 32 random bytes, "gid".
using DeliveryId = Id32<struct DeliveryIdTag>; ///< 32 random bytes, "did".
using Commitment = Id32<struct CommitmentTag>; ///< A salted hash; commitments.hpp makes them.

using crypto::PublicKey;
using crypto::SealingPublicKey;
using crypto::Signature;

/// The time a submitter claims for its transaction; the host holds it to its own clock.
using TransactionTime = Instant;

/// The last second of the year 9999: no field of time is later.
inline constexpr std::uint64_t kLatestSecond = 253402300799;

/// Whole seconds UTC since 1970. Precondition: not before 1970.
inline std::uint64_t secondsOf(Instant instant)
{
    return static_cast<std::uint64_t>(instant.time_since_epoch().count());
}

inline Instant instantOf(std::uint64_t seconds)
{
    return Instant{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

} // namespace keepwell::contract
