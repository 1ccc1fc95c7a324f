// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ranges>
#include <type_traits>

namespace keepwell::crypto {

/// Our bytes as the C libraries below spell them: to be written when the bytes can be, else to be
/// read. For core/crypto/*.cpp only.
template <class Bytes>
auto *sodiumBytes(Bytes &&bytes)
{
    auto *data = std::ranges::data(bytes);
    using Byte = std::remove_pointer_t<decltype(data)>;
    static_assert(std::is_same_v<std::remove_const_t<Byte>, std::byte>);
    using Char = std::conditional_t<std::is_const_v<Byte>, const unsigned char, unsigned char>;
    return reinterpret_cast<Char *>(data);
}

} // namespace keepwell::crypto
