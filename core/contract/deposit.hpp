// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/error_code.hpp"
#include "core/contract/state_view.hpp"

namespace keepwell::contract {

inline constexpr std::size_t kReleaseBytes = 32;
inline constexpr std::size_t kMostNoticeBytes = 48 * 1024;
inline constexpr std::size_t kMostReasonBytes = 512;

/// A private value on its way to the custodian: unsigned, unsequenced, idempotent.
struct Deposit
{
    Field field = Field::Release;
    Bytes32 id{};            ///< gid or did; of a reason the rid.
    std::uint32_t epoch = 0; ///< Of a grant; 0 for a delivery and a reason.
    Bytes value;

    static Deposit release(const GrantId &grant, std::uint32_t epoch, ByteView r);
    static Deposit notice(const GrantId &grant, std::uint32_t epoch, Bytes sealed);
    static Deposit notice(const DeliveryId &delivery, Bytes sealed);
    static Deposit reason(const TxId &request, Bytes sealed);
};

/// Stores the value if the committed entry names its hash and its object lives; the same value may
/// come again. `now`: the host's clock. Exactly one private write, nothing public.
/// Reject: Size, NotFound (not committed), State (ended, revoked, another epoch, acknowledged),
/// Mismatch, Host.
Verdict<> deposit(StateView &state, const NetworkId &network, const Deposit &value, Instant now);

} // namespace keepwell::contract
