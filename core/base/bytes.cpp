// SPDX-License-Identifier: Apache-2.0
#include "core/base/bytes.hpp"

namespace keepwell {

Bytes concat(std::initializer_list<ByteView> parts)
{
    std::size_t size = 0;
    for (const ByteView part : parts) {
        size += part.size();
    }
    Bytes joined;
    joined.reserve(size);
    for (const ByteView part : parts) {
        append(joined, part);
    }
    return joined;
}

namespace {

template <std::size_t Size>
std::array<std::byte, Size> bigEndian(std::uint64_t value)
{
    std::array<std::byte, Size> bytes{};
    for (std::size_t i = 0; i < Size; ++i) {
        bytes[Size - 1 - i] = static_cast<std::byte>(value >> (8 * i));
    }
    return bytes;
}

} // namespace

std::array<std::byte, 4> bigEndian32(std::uint32_t value) { return bigEndian<4>(value); }
std::array<std::byte, 8> bigEndian64(std::uint64_t value) { return bigEndian<8>(value); }

} // namespace keepwell
