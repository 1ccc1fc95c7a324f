// SPDX-License-Identifier: Apache-2.0
#include "core/contract/transaction.hpp"

#include "core/contract/fields.hpp"

#include <algorithm>
#include <set>

namespace keepwell::contract {
namespace {

using cbor::Map;
using cbor::MapReader;

Map mapOf(const GrantBody &body)
{
    Map map{{1, valueOf(body.grant)},
            {2, valueOf(body.grantee)},
            {3, valueOf(body.manifest)},
            {4, valueOf(body.notice)},
            {5, valueOf(body.release)}};
    appendTerms(map, 6, body.terms);
    return map;
}

Map mapOf(const UpdateGrantBody &body)
{
    return {{1, valueOf(body.grant)},
            {2, std::uint64_t{body.epoch}},
            {3, valueOf(body.manifest)},
            {4, valueOf(body.notice)},
            {5, valueOf(body.release)}};
}

Map mapOf(const RevokeBody &body)
{
    cbor::Array grants;
    for (const GrantId &grant : body.grants) {
        grants.push_back(valueOf(grant));
    }
    return {{1, std::move(grants)}, {2, static_cast<std::uint64_t>(body.reason)}};
}

Map mapOf(const RequestAccessBody &body)
{
    return {{1, valueOf(body.grant)},
            {2, std::uint64_t{body.epoch}},
            {3, valueOf(body.respondTo)},
            {4, valueOf(body.reason)}};
}

Map mapOf(const DeliverBody &body)
{
    return {{1, valueOf(body.delivery)},
            {2, valueOf(body.to)},
            {3, valueOf(body.notice)},
            {4, body.custodian}};
}

Map mapOf(const AckDeliveryBody &body)
{
    return {{1, valueOf(body.delivery)}, {2, static_cast<std::uint64_t>(body.decision)}};
}

Map mapOf(const AnchorBody &body) { return {{1, valueOf(body.root)}}; }

Map mapOf(const SetPointerBody &body) { return {{1, valueOf(body.commit)}, {2, body.number}}; }

Map mapOf(const RevokeKeyBody & /*body*/) { return {}; }

Body readGrant(MapReader &reader)
{
    return GrantBody{.grant = idAt<GrantId>(reader, 1),
                     .grantee = idAt<PublicKey>(reader, 2),
                     .manifest = idAt<Commitment>(reader, 3),
                     .notice = idAt<Commitment>(reader, 4),
                     .release = idAt<Commitment>(reader, 5),
                     .terms = termsAt(reader, 6)};
}

Body readUpdateGrant(MapReader &reader)
{
    return UpdateGrantBody{.grant = idAt<GrantId>(reader, 1),
                           .epoch = uint32At(reader, 2),
                           .manifest = idAt<Commitment>(reader, 3),
                           .notice = idAt<Commitment>(reader, 4),
                           .release = idAt<Commitment>(reader, 5)};
}

Body readRequestAccess(MapReader &reader)
{
    return RequestAccessBody{.grant = idAt<GrantId>(reader, 1),
                             .epoch = uint32At(reader, 2),
                             .respondTo = idAt<SealingPublicKey>(reader, 3),
                             .reason = idAt<Commitment>(reader, 4)};
}

Body readDeliver(MapReader &reader)
{
    return DeliverBody{.delivery = idAt<DeliveryId>(reader, 1),
                       .to = idAt<PublicKey>(reader, 2),
                       .notice = idAt<Commitment>(reader, 3),
                       .custodian = reader.textAt(4, kMostCustodianBytes)};
}

Body readAckDelivery(MapReader &reader)
{
    return AckDeliveryBody{.delivery = idAt<DeliveryId>(reader, 1),
                           .decision = static_cast<Decision>(reader.unsignedAt(2, 1))};
}

Body readSetPointer(MapReader &reader)
{
    return SetPointerBody{.commit = idAt<Commitment>(reader, 1), .number = reader.unsignedAt(2)};
}

/// 1 to 64 ids, each once: naming one twice would end a grant twice.
Result<std::vector<GrantId>> grantsFrom(const cbor::Array &items)
{
    std::vector<GrantId> grants;
    for (const cbor::Value &item : items) {
        const Bytes *bytes = item.asBytes();
        if (bytes == nullptr) {
            return fail(ErrorCode::InvalidInput, "Revoke: a grant id is not a byte string");
        }
        KEEPWELL_TRY(const GrantId grant, GrantId::fromBytes(*bytes));
        grants.push_back(grant);
    }
    if (grants.empty() || std::set(grants.begin(), grants.end()).size() != grants.size()) {
        return fail(ErrorCode::InvalidInput, "Revoke: needs 1 to 64 grant ids, each once");
    }
    return grants;
}

Result<Body> readRevoke(MapReader &reader)
{
    const cbor::Array *items = reader.arrayAt(1, kMostGrantsRevoked);
    const auto reason = static_cast<RevokeReason>(reader.unsignedAt(2, 1));
    if (items == nullptr) {
        KEEPWELL_CHECK(reader.finish());
        return fail(ErrorCode::InvalidInput, "Revoke: no grant ids");
    }
    KEEPWELL_TRY(std::vector<GrantId> grants, grantsFrom(*items));
    return RevokeBody{.grants = std::move(grants), .reason = reason};
}

Result<Body> readFields(Type type, MapReader &reader)
{
    switch (type) {
    case Type::Grant:
        return readGrant(reader);
    case Type::UpdateGrant:
        return readUpdateGrant(reader);
    case Type::Revoke:
        return readRevoke(reader);
    case Type::RequestAccess:
        return readRequestAccess(reader);
    case Type::Deliver:
        return readDeliver(reader);
    case Type::AckDelivery:
        return readAckDelivery(reader);
    case Type::Anchor:
        return AnchorBody{.root = reader.bytes32At(1)};
    case Type::SetPointer:
        return readSetPointer(reader);
    case Type::RevokeKey:
        return RevokeKeyBody{};
    }
    return fail(ErrorCode::InvalidInput,
                "payload: field 3: version 1 has no transaction type "
                    + std::to_string(static_cast<unsigned>(type)));
}

Result<Body> readBody(Type type, const cbor::Value &value)
{
    MapReader reader{value, "transaction body"};
    KEEPWELL_TRY(Body body, readFields(type, reader));
    KEEPWELL_CHECK(reader.finish());
    return body;
}

Result<SeenHead> readSeen(const cbor::Value *value)
{
    const cbor::Array *parts = value != nullptr ? value->asArray() : nullptr;
    const bool isPair = parts != nullptr && parts->size() == 2;
    const auto height = isPair ? (*parts)[0].asUnsigned() : std::nullopt;
    const Bytes *root = isPair ? (*parts)[1].asBytes() : nullptr;
    SeenHead seen;
    if (!height || root == nullptr || root->size() != seen.root.size()) {
        return fail(ErrorCode::InvalidInput, "payload: field 8: expected [height, 32 bytes]");
    }
    seen.height = *height;
    std::ranges::copy(*root, seen.root.begin());
    return seen;
}

Result<Payload> readPayload(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(bytes));
    MapReader reader{value, "payload"};
    const std::uint64_t version = reader.unsignedAt(1);
    if (version > kPayloadVersion) {
        return fail(ErrorCode::Unsupported,
                    "payload version " + std::to_string(version) + ": made by a newer Keepwell");
    }
    Payload payload;
    payload.network = idAt<NetworkId>(reader, 2);
    const auto type = static_cast<Type>(reader.unsignedAt(3, 255));
    payload.key = idAt<PublicKey>(reader, 4);
    payload.seq = uint32At(reader, 5);
    payload.previous = idAt<TxId>(reader, 6);
    payload.notAfter = instantAt(reader, 7);
    const cbor::Value *seen = reader.valueAt(8);
    const cbor::Value *body = reader.valueAt(9);
    KEEPWELL_CHECK(reader.finish());
    if (version != kPayloadVersion) {
        return fail(ErrorCode::InvalidInput, "payload: field 1: there is no version 0");
    }
    KEEPWELL_TRY(payload.seen, readSeen(seen));
    KEEPWELL_TRY(payload.body, readBody(type, *body));
    return payload;
}

} // namespace

Type typeOf(const Body &body) { return static_cast<Type>(body.index() + 1); }

Bytes encode(const Payload &payload)
{
    return cbor::encode(Map{
        {1, kPayloadVersion},
        {2, valueOf(payload.network)},
        {3, static_cast<std::uint64_t>(typeOf(payload.body))},
        {4, valueOf(payload.key)},
        {5, std::uint64_t{payload.seq}},
        {6, valueOf(payload.previous)},
        {7, valueOf(payload.notAfter)},
        {8, cbor::Array{payload.seen.height, valueOf(payload.seen.root)}},
        {9, std::visit([](const auto &body) { return mapOf(body); }, payload.body)},
    });
}

Verdict<Payload> parsePayload(ByteView bytes)
{
    auto payload = readPayload(bytes);
    if (!payload) {
        Failure failure{Code::Enc, payload.error().detail};
        failure.error.code = payload.error().code;
        return std::unexpected{std::move(failure)};
    }
    return *std::move(payload);
}

} // namespace keepwell::contract
