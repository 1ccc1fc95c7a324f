// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"
#include "core/store/cid.hpp"

#include <cstdint>
#include <vector>

/// References to sealed objects (docs/spec/object.md).
namespace keepwell::store {

/// Bound into the key derivation of an object, so that one kind never opens as another.
enum class ObjectType : std::uint8_t {
    Manifest = 1,   ///< What a grant or delivery gives.
    Attachment = 2, ///< A file of a record.
    Backup = 3,
    Message = 4,
};

/// Where a sealed object lies and how long it is: all but the key that opens it. In hand, the
/// number of segments fits the length. Immutable value.
class ObjectRef
{
public:
    /// 16 GiB less padding: a reference stays below 640 KiB, and one of a few megabytes small.
    static constexpr std::size_t kMostSegments = 16'384;
    /// Of an encoded reference; above the 64 KiB of other CBOR, as one needs 38 bytes a segment.
    static constexpr std::size_t kMostEncodedBytes = 640 * 1024;

    /// Errors: InvalidInput when the number of segments does not fit the length.
    static Result<ObjectRef> create(ObjectType type, std::uint64_t length,
                                    std::vector<Cid> segments);

    /// What encode() writes; a reference that holds a key is refused.
    /// Errors: InvalidInput naming the field; Unsupported for another suite or type.
    static Result<ObjectRef> parse(ByteView bytes);
    Bytes encode() const;

    ObjectType type() const { return m_type; }
    std::uint64_t length() const { return m_length; } ///< Bytes of plaintext, without padding.
    const std::vector<Cid> &segments() const { return m_segments; }

    friend bool operator==(const ObjectRef &, const ObjectRef &) = default;

private:
    ObjectRef(ObjectType type, std::uint64_t length, std::vector<Cid> segments);

    ObjectType m_type;
    std::uint64_t m_length;
    std::vector<Cid> m_segments;
};

/// A reference with the key that opens it: whoever holds it reads the object. Move only.
struct KeyedObjectRef
{
    ObjectRef ref;
    crypto::ObjectKey key;

    /// Errors: as ObjectRef::parse(); a reference without key is refused.
    static Result<KeyedObjectRef> parse(ByteView bytes);
    /// Holds the key: seal it, or wipe it (sodium_memzero).
    Bytes encode() const;
};

} // namespace keepwell::store
