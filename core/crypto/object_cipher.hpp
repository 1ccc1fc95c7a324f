// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"

#include <array>
#include <cstdint>

namespace keepwell::crypto {

/// Cobblestone-256: C2SP chunked encryption (c2sp.org/chunked-encryption) with AES-256-GCM,
/// HKDF-SHA-512, chunks of 16 KiB and a 32-byte key commitment. A message is
/// salt (24) || commitment (32) || chunks; the last chunk is always shorter than 16 KiB, perhaps
/// empty, and so marks the end. Runs of chunks are sealed and opened at any index, so that the
/// segments of one object can be worked on side by side. Immutable; safe from any thread.
class ObjectCipher
{
public:
    static constexpr std::size_t kSaltBytes = 24;
    static constexpr std::size_t kHeaderBytes = 56;
    static constexpr std::size_t kChunkBytes = 16 * 1024;
    static constexpr std::size_t kTagBytes = 16;
    static constexpr std::size_t kSealedChunkBytes = kChunkBytes + kTagBytes;
    static constexpr std::uint64_t kMostChunks = std::uint64_t{1} << 38U;

    using Salt = std::array<std::byte, kSaltBytes>;
    using Header = std::array<std::byte, kHeaderBytes>;

    /// For a new message, with a random salt.
    static ObjectCipher create(const ObjectKey &key, ByteView context);
    /// For published vectors: a salt must never serve twice under one key.
    static ObjectCipher createWithSalt(const ObjectKey &key, ByteView context, const Salt &salt);

    /// For the message that begins with `header`.
    /// Errors: InvalidInput unless it has 56 bytes; WrongKey when the commitment is not that of
    /// this key and context. Nothing can be opened before this check.
    static Result<ObjectCipher> open(const ObjectKey &key, ByteView context, ByteView header);

    const Header &header() const { return m_header; }

    /// Seals a run of chunks where they lie, the first being number `first`. Each has its
    /// plaintext at its start and room for the tag (16 bytes) behind; all are 16,400 bytes but the
    /// last of a message, which has 16 to 16,399.
    /// Errors: InvalidInput when a size or the index is impossible.
    Result<> seal(std::uint64_t first, std::span<std::byte> chunks) const;

    /// Opens such a run; `plaintext` has 16 bytes less for each chunk and lies elsewhere.
    /// Errors: InvalidInput as seal(); Tampered naming the chunk, and `plaintext` is wiped.
    Result<> open(std::uint64_t first, ByteView chunks, std::span<std::byte> plaintext) const;

    /// How many chunks a run of this many bytes has.
    static std::size_t chunksIn(std::size_t sealedBytes)
    {
        return (sealedBytes + kSealedChunkBytes - 1) / kSealedChunkBytes;
    }

private:
    using AeadKey = Secret<struct ObjectAeadKeyTag, 32>;
    using Nonce = std::array<std::byte, 12>;

    ObjectCipher(AeadKey key, const Nonce &baseNonce, const Header &header);
    Nonce nonceOf(std::uint64_t index) const;

    AeadKey m_key;
    Nonce m_baseNonce;
    Header m_header;
};

} // namespace keepwell::crypto
