// SPDX-License-Identifier: Apache-2.0
#include "core/store/object_ref.hpp"

#include "core/base/cbor.hpp"
#include "core/store/object_layout.hpp"

#include <sodium.h>

#include <optional>

namespace keepwell::store {

namespace {

constexpr std::uint64_t kSuite = 1; ///< Cobblestone-256, Padmé, 63 chunks a segment, raw CIDs.

enum Field : std::uint64_t { kSuiteField = 1, kType, kKey, kLength, kSegments };

Bytes encoded(const ObjectRef &ref, cbor::Value key)
{
    cbor::Array segments;
    segments.reserve(ref.segments().size());
    for (const Cid &cid : ref.segments()) {
        segments.emplace_back(ByteView{cid.toBytes()});
    }
    return cbor::encode(cbor::Map{{kSuiteField, kSuite},
                                  {kType, static_cast<std::uint64_t>(ref.type())},
                                  {kKey, std::move(key)},
                                  {kLength, ref.length()},
                                  {kSegments, std::move(segments)}});
}

struct Parsed
{
    ObjectRef ref;
    std::optional<Bytes32> key;
};

Result<Parsed> parseAny(ByteView bytes)
{
    KEEPWELL_TRY(const cbor::Value value,
                 cbor::decode(bytes, {.bytes = ObjectRef::kMostEncodedBytes}));
    cbor::MapReader fields{value, "object reference"};
    const std::uint64_t suite = fields.unsignedAt(kSuiteField);
    const std::uint64_t type = fields.unsignedAt(kType);
    const std::optional<Bytes32> key = fields.bytes32OrNullAt(kKey);
    const std::uint64_t length = fields.unsignedAt(kLength);
    const cbor::Array *segments = fields.arrayAt(kSegments, ObjectRef::kMostSegments);
    if (value.find(kSuiteField) != nullptr && suite != 0 && suite != kSuite) {
        return fail(ErrorCode::Unsupported,
                    "object reference: suite " + std::to_string(suite)
                        + ", made by a newer Keepwell");
    }
    KEEPWELL_CHECK(fields.finish());
    if (suite == 0) {
        return fail(ErrorCode::InvalidInput, "object reference: suite 0 does not exist");
    }
    if (type < 1 || type > static_cast<std::uint64_t>(ObjectType::Message)) {
        return fail(ErrorCode::Unsupported,
                    "object reference: type " + std::to_string(type) + " is not known");
    }
    std::vector<Cid> cids;
    cids.reserve(segments->size());
    for (const cbor::Value &segment : *segments) {
        const Bytes *cidBytes = segment.asBytes();
        if (cidBytes == nullptr) {
            return fail(ErrorCode::InvalidInput, "object reference: field 5: expected CIDs");
        }
        KEEPWELL_TRY(const Cid cid, Cid::fromBytes(*cidBytes));
        cids.push_back(cid);
    }
    KEEPWELL_TRY(ObjectRef ref,
                 ObjectRef::create(static_cast<ObjectType>(type), length, std::move(cids)));
    return Parsed{std::move(ref), key};
}

} // namespace

ObjectRef::ObjectRef(ObjectType type, std::uint64_t length, std::vector<Cid> segments)
    : m_type{type}, m_length{length}, m_segments{std::move(segments)}
{
}

Result<ObjectRef> ObjectRef::create(ObjectType type, std::uint64_t length,
                                    std::vector<Cid> segments)
{
    constexpr std::uint64_t kMostLength = kMostSegments * ObjectLayout::kSegmentPlainBytes;
    if (length > kMostLength || segments.size() > kMostSegments
        || segments.size() != ObjectLayout{length}.segments()) {
        return fail(ErrorCode::InvalidInput,
                    "object reference: " + std::to_string(segments.size())
                        + " segments do not hold " + std::to_string(length) + " bytes");
    }
    return ObjectRef{type, length, std::move(segments)};
}

Result<ObjectRef> ObjectRef::parse(ByteView bytes)
{
    KEEPWELL_TRY(Parsed parsed, parseAny(bytes));
    if (parsed.key) {
        sodium_memzero(parsed.key->data(), parsed.key->size());
        return fail(ErrorCode::InvalidInput, "object reference: holds a key where none may be");
    }
    return std::move(parsed.ref);
}

Bytes ObjectRef::encode() const { return encoded(*this, cbor::Value{}); }

Result<KeyedObjectRef> KeyedObjectRef::parse(ByteView bytes)
{
    KEEPWELL_TRY(Parsed parsed, parseAny(bytes));
    if (!parsed.key) {
        return fail(ErrorCode::InvalidInput, "object reference: holds no key");
    }
    return KeyedObjectRef{std::move(parsed.ref), crypto::ObjectKey::take(*parsed.key)};
}

Bytes KeyedObjectRef::encode() const { return encoded(ref, cbor::Value{ByteView{key.expose()}}); }

} // namespace keepwell::store
