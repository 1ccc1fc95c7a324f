// SPDX-License-Identifier: Apache-2.0
#include "core/contract/state.hpp"

#include "core/contract/apply.hpp"
#include "core/contract/fields.hpp"

namespace keepwell::contract {
namespace {

using cbor::Map;
using cbor::MapReader;

/// Undecided stands as the number after the decisions, so that the value is never empty or null.
constexpr std::uint64_t kUndecided = 2;

std::string rowKey(char letter, std::initializer_list<ByteView> parts)
{
    std::string key{letter, '/'};
    for (const ByteView part : parts) {
        key += toHex(part);
    }
    return key;
}

template <class Row, class Read>
Result<Row> parseRow(ByteView value, const char *name, Read read)
{
    KEEPWELL_TRY(const cbor::Value item, cbor::decode(value));
    MapReader reader{item, name};
    Row row = read(reader);
    KEEPWELL_CHECK(reader.finish());
    return row;
}

} // namespace

bool GrantRow::endedAt(Instant now) const
{
    return now >= terms.expires || (usedUp() && now > last + kServeWindow);
}

std::string keyRowKey(const PublicKey &key) { return rowKey('k', {key.view()}); }
std::string grantRowKey(const GrantId &grant) { return rowKey('g', {grant.view()}); }
std::string accessRowKey(const TxId &request) { return rowKey('a', {request.view()}); }
std::string refusalsRowKey(const GrantId &grant, const PublicKey &key)
{
    return rowKey('r', {grant.view(), key.view()});
}
std::string deliveryRowKey(const DeliveryId &delivery) { return rowKey('d', {delivery.view()}); }
std::string anchorRowKey(const PublicKey &key, std::uint32_t seq)
{
    return rowKey('n', {key.view(), bigEndian32(seq)});
}
std::string pointerRowKey(const PublicKey &key) { return rowKey('p', {key.view()}); }

Bytes encode(const KeyRow &row)
{
    return cbor::encode(Map{{1, std::uint64_t{row.seq}},
                            {2, valueOf(row.previous)},
                            {3, valueOf(row.t)},
                            {4, cbor::Value::boolean(row.live)}});
}

Bytes encode(const GrantRow &row)
{
    Map map{{1, valueOf(row.owner)},    {2, valueOf(row.grantee)}, {3, std::uint64_t{row.epoch}},
            {4, valueOf(row.manifest)}, {5, valueOf(row.notice)},  {6, valueOf(row.release)}};
    appendTerms(map, 7, row.terms);
    map.emplace_back(12, std::uint64_t{row.opens});
    map.emplace_back(13, valueOf(row.last));
    map.emplace_back(14, cbor::Value::boolean(row.live));
    map.emplace_back(15, valueOf(row.t));
    return cbor::encode(std::move(map));
}

Bytes encode(const AccessRow &row)
{
    return cbor::encode(Map{{1, valueOf(row.grant)},
                            {2, std::uint64_t{row.epoch}},
                            {3, valueOf(row.key)},
                            {4, valueOf(row.respondTo)},
                            {5, valueOf(row.reason)},
                            {6, valueOf(row.t)},
                            {7, static_cast<std::uint64_t>(row.outcome)}});
}

Bytes encode(const RefusalsRow &row) { return cbor::encode(Map{{1, std::uint64_t{row.count}}}); }

Bytes encode(const DeliveryRow &row)
{
    return cbor::encode(
        Map{{1, valueOf(row.from)},
            {2, valueOf(row.to)},
            {3, valueOf(row.notice)},
            {4, valueOf(row.t)},
            {5, row.decision ? static_cast<std::uint64_t>(*row.decision) : kUndecided},
            {6, row.custodian}});
}

Bytes encode(const AnchorRow &row)
{
    return cbor::encode(Map{{1, valueOf(row.root)}, {2, valueOf(row.t)}});
}

Bytes encode(const PointerRow &row)
{
    return cbor::encode(Map{{1, valueOf(row.commit)}, {2, row.number}});
}

Result<KeyRow> parseKeyRow(ByteView value)
{
    return parseRow<KeyRow>(value, "key row", [](MapReader &reader) {
        return KeyRow{.seq = uint32At(reader, 1),
                      .previous = idAt<TxId>(reader, 2),
                      .t = instantAt(reader, 3),
                      .live = reader.boolAt(4)};
    });
}

Result<GrantRow> parseGrantRow(ByteView value)
{
    return parseRow<GrantRow>(value, "grant row", [](MapReader &reader) {
        return GrantRow{.owner = idAt<PublicKey>(reader, 1),
                        .grantee = idAt<PublicKey>(reader, 2),
                        .epoch = uint32At(reader, 3),
                        .manifest = idAt<Commitment>(reader, 4),
                        .notice = idAt<Commitment>(reader, 5),
                        .release = idAt<Commitment>(reader, 6),
                        .terms = termsAt(reader, 7),
                        .opens = uint32At(reader, 12),
                        .last = instantAt(reader, 13),
                        .live = reader.boolAt(14),
                        .t = instantAt(reader, 15)};
    });
}

Result<AccessRow> parseAccessRow(ByteView value)
{
    std::optional<Code> outcome;
    auto row = parseRow<AccessRow>(value, "access row", [&outcome](MapReader &reader) {
        AccessRow access{.grant = idAt<GrantId>(reader, 1),
                         .epoch = uint32At(reader, 2),
                         .key = idAt<PublicKey>(reader, 3),
                         .respondTo = idAt<SealingPublicKey>(reader, 4),
                         .reason = idAt<Commitment>(reader, 5),
                         .t = instantAt(reader, 6),
                         .outcome = Code::Done};
        outcome = codeOf(reader.unsignedAt(7, 255));
        return access;
    });
    if (row) {
        if (!outcome) {
            return fail(ErrorCode::InvalidInput, "access row: field 7: not an outcome");
        }
        row->outcome = *outcome;
    }
    return row;
}

Result<RefusalsRow> parseRefusalsRow(ByteView value)
{
    return parseRow<RefusalsRow>(value, "refusals row", [](MapReader &reader) {
        return RefusalsRow{.count = uint32At(reader, 1)};
    });
}

Result<DeliveryRow> parseDeliveryRow(ByteView value)
{
    return parseRow<DeliveryRow>(value, "delivery row", [](MapReader &reader) {
        DeliveryRow row{.from = idAt<PublicKey>(reader, 1),
                        .to = idAt<PublicKey>(reader, 2),
                        .notice = idAt<Commitment>(reader, 3),
                        .t = instantAt(reader, 4),
                        .decision = std::nullopt,
                        .custodian = {}};
        const std::uint64_t decision = reader.unsignedAt(5, kUndecided);
        if (decision != kUndecided) {
            row.decision = static_cast<Decision>(decision);
        }
        row.custodian = reader.textAt(6, kMostCustodianBytes);
        return row;
    });
}

Result<AnchorRow> parseAnchorRow(ByteView value)
{
    return parseRow<AnchorRow>(value, "anchor row", [](MapReader &reader) {
        return AnchorRow{.root = reader.bytes32At(1), .t = instantAt(reader, 2)};
    });
}

Result<PointerRow> parsePointerRow(ByteView value)
{
    return parseRow<PointerRow>(value, "pointer row", [](MapReader &reader) {
        return PointerRow{.commit = idAt<Commitment>(reader, 1), .number = reader.unsignedAt(2)};
    });
}

} // namespace keepwell::contract
