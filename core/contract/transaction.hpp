// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/contract/error_code.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/terms.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace keepwell::contract {

inline constexpr std::uint64_t kPayloadVersion = 1;
inline constexpr std::size_t kMostGrantsRevoked = 64;

/// 1: the owner shares. Terms are part of it.
struct GrantBody
{
    GrantId grant;
    PublicKey grantee;
    Commitment manifest;
    Commitment notice;
    Commitment release;
    Terms terms;
    friend bool operator==(const GrantBody &, const GrantBody &) = default;
};

/// 2: new contents for a live grant.
struct UpdateGrantBody
{
    GrantId grant;
    std::uint32_t epoch = 0; ///< The old one + 1.
    Commitment manifest;
    Commitment notice;
    Commitment release;
    friend bool operator==(const UpdateGrantBody &, const UpdateGrantBody &) = default;
};

enum class RevokeReason : std::uint8_t {
    Stopped = 0, ///< The owner wants it to end now.
    Ended = 1,   ///< It is over by its own terms; the custodian may forget it.
};

/// 3: the end of 1 to 64 grants of one owner.
struct RevokeBody
{
    std::vector<GrantId> grants;
    RevokeReason reason = RevokeReason::Stopped;
    friend bool operator==(const RevokeBody &, const RevokeBody &) = default;
};

/// 4: an opening, or its refusal.
struct RequestAccessBody
{
    GrantId grant;
    std::uint32_t epoch = 0;
    SealingPublicKey respondTo; ///< One-time key that the release part is sealed to.
    Commitment reason;          ///< All zero: no reason.
    friend bool operator==(const RequestAccessBody &, const RequestAccessBody &) = default;
};

/// 5: records or a hello for somebody.
struct DeliverBody
{
    DeliveryId delivery;
    PublicKey to;
    Commitment notice;
    std::string custodian;
    friend bool operator==(const DeliverBody &, const DeliverBody &) = default;
};

enum class Decision : std::uint8_t {
    Filed = 0,
    Refused = 1,
};

/// 6: the receiver has decided; the notice may go.
struct AckDeliveryBody
{
    DeliveryId delivery;
    Decision decision = Decision::Filed;
    friend bool operator==(const AckDeliveryBody &, const AckDeliveryBody &) = default;
};

/// 7: the Merkle root of an import.
struct AnchorBody
{
    Bytes32 root{};
    friend bool operator==(const AnchorBody &, const AnchorBody &) = default;
};

/// 8: where the newest backup is, and a sign of life of the self key.
struct SetPointerBody
{
    Commitment commit;
    std::uint64_t number = 0; ///< Rises; the first may be 0.
    friend bool operator==(const SetPointerBody &, const SetPointerBody &) = default;
};

/// 9: this key signs no more, and its grants open no more.
struct RevokeKeyBody
{
    friend bool operator==(const RevokeKeyBody &, const RevokeKeyBody &) = default;
};

/// In the order of their numbers.
using Body = std::variant<GrantBody, UpdateGrantBody, RevokeBody, RequestAccessBody, DeliverBody,
                          AckDeliveryBody, AnchorBody, SetPointerBody, RevokeKeyBody>;

enum class Type : std::uint8_t {
    Grant = 1,
    UpdateGrant = 2,
    Revoke = 3,
    RequestAccess = 4,
    Deliver = 5,
    AckDelivery = 6,
    Anchor = 7,
    SetPointer = 8,
    RevokeKey = 9,
};

Type typeOf(const Body &body);

/// The newest head its signer knew; carried, never judged by a rule.
struct SeenHead
{
    std::uint64_t height = 0; ///< Embedded: the tree size.
    Bytes32 root{};
    friend bool operator==(const SeenHead &, const SeenHead &) = default;
};

/// What is signed. A plain value: it says nothing about a signature.
struct Payload
{
    NetworkId network;
    PublicKey key;         ///< The signer.
    std::uint32_t seq = 0; ///< 1 for the first entry of a key.
    TxId previous;         ///< tx id of the entry before; the network id for the first.
    Instant notAfter;
    SeenHead seen;
    Body body;

    friend bool operator==(const Payload &, const Payload &) = default;
};

/// dCBOR {1: version, 2: network id, 3: type, 4: key, 5: seq, 6: prev, 7: not_after,
/// 8: [height, root], 9: {1: …}}; the body's keys follow the order of the members above
/// (docs/spec/transaction.md).
Bytes encode(const Payload &payload);

/// Accepts exactly what encode() writes. Reject: Enc (a newer version: Enc with
/// ErrorCode::Unsupported), naming the field.
Verdict<Payload> parsePayload(ByteView bytes);

} // namespace keepwell::contract
