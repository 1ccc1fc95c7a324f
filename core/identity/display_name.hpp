// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace keepwell::identity {

inline constexpr std::size_t kMostNameBytes = 200;
inline constexpr std::size_t kMostNameCharacters = 80;

/// A name that can be shown as it is: NFC, no white space around it, 1 to 80 characters in at most
/// 200 bytes, none of them a control, a direction mark, a line break or for private use.
/// Errors: InvalidInput saying which rule is broken; the detail does not repeat the name.
Result<std::string> parseName(std::string_view text);

/// Text from somebody else, safe to show anywhere: what parseName() would not take is written out as
/// "<U+202E>", bytes that are not UTF-8 as "<0x9C>". Line breaks become blanks.
std::string shownSafely(std::string_view text);

} // namespace keepwell::identity
