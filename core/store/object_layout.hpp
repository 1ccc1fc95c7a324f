// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/object_cipher.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace keepwell::store {

/// Plaintext bytes after padding: Padmé (Nikitin et al., PETS 2019, section 4), at least 4 KiB.
/// At most 12 % more, and lengths leak O(log log) bits.
constexpr std::uint64_t paddedLength(std::uint64_t length)
{
    constexpr std::uint64_t kLeast = 4096;
    if (length <= kLeast) {
        return kLeast;
    }
    const auto exponent = static_cast<unsigned>(std::bit_width(length)) - 1U;
    const auto kept = static_cast<unsigned>(std::bit_width(exponent));
    const std::uint64_t mask = (std::uint64_t{1} << (exponent - kept)) - 1U;
    return (length + mask) & ~mask;
}

/// Where everything of an object of a known length stands. Immutable value.
class ObjectLayout
{
public:
    using Cipher = crypto::ObjectCipher;
    static constexpr std::uint64_t kSegmentChunks = 63;
    static constexpr std::uint64_t kSegmentPlainBytes = kSegmentChunks * Cipher::kChunkBytes;
    static constexpr std::uint64_t kMostSegmentBytes
        = Cipher::kHeaderBytes + kSegmentChunks * Cipher::kSealedChunkBytes;

    /// `length` is that of the plaintext, at most 2^50.
    constexpr explicit ObjectLayout(std::uint64_t length) : m_padded{paddedLength(length)} {}

    constexpr std::uint64_t paddedBytes() const { return m_padded; }
    constexpr std::uint64_t chunks() const { return m_padded / Cipher::kChunkBytes + 1; }
    constexpr std::uint64_t segments() const
    {
        return (chunks() + kSegmentChunks - 1) / kSegmentChunks;
    }
    /// Plaintext in segment `i`, padding counted. Requires i < segments().
    constexpr std::uint64_t plainBytesOf(std::uint64_t i) const
    {
        return std::min(kSegmentPlainBytes, m_padded - i * kSegmentPlainBytes);
    }
    constexpr std::uint64_t chunksOf(std::uint64_t i) const
    {
        return std::min(kSegmentChunks, chunks() - i * kSegmentChunks);
    }
    /// The size of block `i`.
    constexpr std::uint64_t bytesOf(std::uint64_t i) const
    {
        return headerBytesOf(i) + plainBytesOf(i) + chunksOf(i) * Cipher::kTagBytes;
    }
    static constexpr std::uint64_t headerBytesOf(std::uint64_t i)
    {
        return i == 0 ? Cipher::kHeaderBytes : 0;
    }

private:
    std::uint64_t m_padded;
};

/// docs/spec/object.md: "keepwell/1/obj" and the type as one byte.
template <class Type>
constexpr std::array<std::byte, 15> objectContext(Type type)
{
    constexpr std::string_view kLabel = "keepwell/1/obj";
    std::array<std::byte, 15> context{};
    std::ranges::transform(kLabel, context.begin(), [](char c) { return std::byte(c); });
    context.back() = static_cast<std::byte>(type);
    return context;
}

} // namespace keepwell::store
