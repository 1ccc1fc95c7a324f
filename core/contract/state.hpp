// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/contract/error_code.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/terms.hpp"
#include "core/contract/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>

/// The rows of public state. Each has one state key (letter, '/', lower-case hex) and one value
/// (dCBOR map, never empty), the same on every host. Plain values.
namespace keepwell::contract {

struct KeyRow
{
    std::uint32_t seq = 0;
    TxId previous;
    Instant t;
    bool live = true;
    friend bool operator==(const KeyRow &, const KeyRow &) = default;
};

struct GrantRow
{
    PublicKey owner;
    PublicKey grantee;
    std::uint32_t epoch = 1;
    Commitment manifest;
    Commitment notice;
    Commitment release;
    Terms terms;
    std::uint32_t opens = 0;
    Instant last; ///< Of the last granted request; 1970 when there was none.
    bool live = true;
    Instant t;

    bool usedUp() const { return terms.maxOpens != 0 && opens >= terms.maxOpens; }
    /// Over by its own terms: expired, or used up and 600 s past the last granted request.
    bool endedAt(Instant now) const;
    friend bool operator==(const GrantRow &, const GrantRow &) = default;
};

struct AccessRow
{
    GrantId grant;
    std::uint32_t epoch = 0;
    PublicKey key;
    SealingPublicKey respondTo;
    Commitment reason;
    Instant t;
    Code outcome = Code::Done; ///< Done: granted.
    friend bool operator==(const AccessRow &, const AccessRow &) = default;
};

struct RefusalsRow
{
    std::uint32_t count = 0;
    friend bool operator==(const RefusalsRow &, const RefusalsRow &) = default;
};

struct DeliveryRow
{
    PublicKey from;
    PublicKey to;
    Commitment notice;
    Instant t;
    std::optional<Decision> decision; ///< nullopt: not acknowledged yet.
    std::string custodian;
    friend bool operator==(const DeliveryRow &, const DeliveryRow &) = default;
};

struct AnchorRow
{
    Bytes32 root{};
    Instant t;
    friend bool operator==(const AnchorRow &, const AnchorRow &) = default;
};

struct PointerRow
{
    Commitment commit;
    std::uint64_t number = 0;
    friend bool operator==(const PointerRow &, const PointerRow &) = default;
};

// State keys.
std::string keyRowKey(const PublicKey &key);                            ///< k/
std::string grantRowKey(const GrantId &grant);                          ///< g/
std::string accessRowKey(const TxId &request);                          ///< a/
std::string refusalsRowKey(const GrantId &grant, const PublicKey &key); ///< r/
std::string deliveryRowKey(const DeliveryId &delivery);                 ///< d/
std::string anchorRowKey(const PublicKey &key, std::uint32_t seq);      ///< n/
std::string pointerRowKey(const PublicKey &key);                        ///< p/

Bytes encode(const KeyRow &row);
Bytes encode(const GrantRow &row);
Bytes encode(const AccessRow &row);
Bytes encode(const RefusalsRow &row);
Bytes encode(const DeliveryRow &row);
Bytes encode(const AnchorRow &row);
Bytes encode(const PointerRow &row);

// Errors of all: InvalidInput for what encode() would not write.
Result<KeyRow> parseKeyRow(ByteView value);
Result<GrantRow> parseGrantRow(ByteView value);
Result<AccessRow> parseAccessRow(ByteView value);
Result<RefusalsRow> parseRefusalsRow(ByteView value);
Result<DeliveryRow> parseDeliveryRow(ByteView value);
Result<AnchorRow> parseAnchorRow(ByteView value);
Result<PointerRow> parsePointerRow(ByteView value);

} // namespace keepwell::contract
