// SPDX-License-Identifier: Apache-2.0
#include "core/contract/query_answers.hpp"

#include "core/contract/fields.hpp"
#include "core/contract/rules.hpp"

#include <algorithm>

namespace keepwell::contract {
namespace {

constexpr std::size_t kMostAnswerBytes = 64UL * 1024 * 1024;

Verdict<Bytes> deposited(StateView &state, const PrivateKey &key, bool ended)
{
    KEEPWELL_TRY(PrivateValue value, state.getPrivate(key));
    if (value.value) {
        return *std::move(value.value);
    }
    if (value.purged || ended) {
        return reject(Code::Purged, "the value was destroyed");
    }
    return reject(Code::Wait, "the value is not deposited yet");
}

Verdict<Bytes> grantNotice(StateView &state, const GrantRow &grant, const Bytes32 &id, Instant now)
{
    if (!grant.live) {
        return reject(Code::Purged, "the share has ended, its notice was destroyed");
    }
    return deposited(state,
                     {.custodian = grant.terms.custodian,
                      .field = Field::Notice,
                      .id = id,
                      .epoch = grant.epoch},
                     grant.endedAt(now));
}

Verdict<Bytes> deliveryNotice(StateView &state, const DeliveryRow &delivery, const Bytes32 &id)
{
    return deposited(
        state, {.custodian = delivery.custodian, .field = Field::Notice, .id = id, .epoch = 0},
        delivery.decision.has_value());
}

cbor::Value valueOf(const IndexRow &row)
{
    return cbor::Array{static_cast<std::uint64_t>(row.kind), ByteView{row.of}, ByteView{row.id},
                       ByteView{row.locator}};
}

Result<IndexRow> indexRowFrom(const cbor::Value &value)
{
    const cbor::Array *parts = value.asArray();
    const bool isRow = parts != nullptr && parts->size() == 4;
    const auto kind = isRow ? (*parts)[0].asUnsigned() : std::nullopt;
    const Bytes *of = isRow ? (*parts)[1].asBytes() : nullptr;
    const Bytes *id = isRow ? (*parts)[2].asBytes() : nullptr;
    const Bytes *locator = isRow ? (*parts)[3].asBytes() : nullptr;
    IndexRow row;
    if (!kind || *kind < 1 || *kind > 3 || of == nullptr || of->size() != row.of.size()
        || id == nullptr || id->size() != row.id.size() || locator == nullptr) {
        return fail(ErrorCode::InvalidInput, "entries of a key: not [kind, of, id, locator]");
    }
    row.kind = static_cast<IndexKind>(*kind);
    std::ranges::copy(*of, row.of.begin());
    std::ranges::copy(*id, row.id.begin());
    row.locator = *locator;
    return row;
}

} // namespace

Verdict<Bytes> answerNotice(StateView &state, const Query &query, Instant now)
{
    Overlay overlay{state};
    // Anybody may make a delivery with the id of a grant: it must not hide the grant's notice.
    KEEPWELL_TRY(const std::optional<GrantRow> grant, overlay.grant(GrantId{query.id}));
    if (grant && grant->grantee == query.key) {
        return grantNotice(state, *grant, query.id, now);
    }
    KEEPWELL_TRY(const std::optional<DeliveryRow> delivery, overlay.delivery(DeliveryId{query.id}));
    if (delivery && delivery->to == query.key) {
        return deliveryNotice(state, *delivery, query.id);
    }
    if (!grant && !delivery) {
        return reject(Code::NotFound, "no such share or delivery is committed");
    }
    return reject(Code::Auth, "the notice is for another key");
}

Verdict<Bytes> answerReason(StateView &state, const Query &query)
{
    Overlay overlay{state};
    KEEPWELL_TRY(const std::optional<AccessRow> access, overlay.access(TxId{query.id}));
    if (!access) {
        return reject(Code::NotFound, "no such request is committed");
    }
    KEEPWELL_TRY(const GrantRow grant, existingGrant(overlay, access->grant));
    if (grant.owner != query.key) {
        return reject(Code::Auth, "the reason is for the owner of the share");
    }
    if (access->reason.isZero()) {
        return reject(Code::NotFound, "the request gave no reason");
    }
    return deposited(
        state,
        {.custodian = grant.terms.custodian, .field = Field::Reason, .id = query.id, .epoch = 0},
        false);
}

Verdict<Bytes> answerKeyHead(StateView &state, const Query &query)
{
    Overlay overlay{state};
    KEEPWELL_TRY(const std::optional<KeyRow> row, overlay.key(PublicKey{query.id}));
    return encode(row.value_or(
        KeyRow{.seq = 0, .previous = TxId{query.network.bytes()}, .t = Instant{}, .live = true}));
}

Result<std::vector<IndexRow>> entriesOf(StateView &state, const PublicKey &key)
{
    KEEPWELL_TRY(std::vector<IndexRow> rows, state.indexRows(IndexKind::Own, key.bytes()));
    KEEPWELL_TRY(const auto party, state.indexRows(IndexKind::Party, key.bytes()));
    rows.insert(rows.end(), party.begin(), party.end());
    for (const IndexRow &object : party) {
        KEEPWELL_TRY(const auto about, state.indexRows(IndexKind::Object, object.id));
        rows.insert(rows.end(), about.begin(), about.end());
    }
    return rows;
}

Bytes encodeEntriesOf(const std::vector<IndexRow> &rows)
{
    cbor::Array array;
    array.reserve(rows.size());
    for (const IndexRow &row : rows) {
        array.push_back(valueOf(row));
    }
    return cbor::encode(std::move(array));
}

Verdict<Bytes> answerEntriesOf(StateView &state, const Query &query)
{
    KEEPWELL_TRY(const auto rows, entriesOf(state, PublicKey{query.id}));
    return encodeEntriesOf(rows);
}

Result<std::vector<IndexRow>> parseEntriesOf(ByteView answer)
{
    KEEPWELL_TRY(const cbor::Value value, cbor::decode(answer, {.bytes = kMostAnswerBytes}));
    const cbor::Array *items = value.asArray();
    if (items == nullptr) {
        return fail(ErrorCode::InvalidInput, "entries of a key: not an array");
    }
    std::vector<IndexRow> rows;
    for (const cbor::Value &item : *items) {
        KEEPWELL_TRY(IndexRow row, indexRowFrom(item));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace keepwell::contract
