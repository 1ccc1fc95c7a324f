// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace keepwell::identity {

inline constexpr std::size_t kListWords = 2048;
inline constexpr std::size_t kBitsPerWord = 11;

/// The English words of BIP-39, in their order, which is the alphabet's. Each differs from all others
/// in its first four letters.
extern const std::array<std::string_view, kListWords> kWordList;

/// The number of the word that bits 11 * `word` to 11 * `word` + 10 spell, the first bit highest.
inline std::size_t wordNumberAt(ByteView bits, std::size_t word)
{
    std::size_t number = 0;
    for (std::size_t bit = word * kBitsPerWord; bit < (word + 1) * kBitsPerWord; ++bit) {
        const auto byte = std::to_integer<std::size_t>(bits[bit / 8]);
        number = (number << 1) | ((byte >> (7 - bit % 8)) & 1);
    }
    return number;
}

} // namespace keepwell::identity
