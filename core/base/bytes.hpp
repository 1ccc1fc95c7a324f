// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

/// 32 bytes: a SHA-256 digest, an id or a public key, where no stronger type says which.
using Bytes32 = std::array<std::byte, 32>;

/// The bytes of a text, not copied; the view lives as long as the text does.
inline ByteView bytesOf(std::string_view text) { return std::as_bytes(std::span{text}); }

/// The same bytes seen as characters, not copied and not checked to be UTF-8.
inline std::string_view textOf(ByteView bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

inline Bytes copyOf(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

inline void append(Bytes &target, ByteView more)
{
    target.insert(target.end(), more.begin(), more.end());
}

/// The parts one after the other.
Bytes concat(std::initializer_list<ByteView> parts);

/// Big-endian, the byte order of every integer in a label or a frame of ours.
std::array<std::byte, 4> bigEndian32(std::uint32_t value);
std::array<std::byte, 8> bigEndian64(std::uint64_t value);

} // namespace keepwell
