// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace keepwell::cli {

/// Text from outside made safe for a terminal: control characters and marks that turn or hide text
/// are written out, line ends become blanks.
std::string onOneLine(std::string_view text);

/// The same, but line ends stay.
std::string onLines(std::string_view text);

/// How many columns of a terminal it takes. Precondition: onOneLine() made it.
std::size_t columns(std::string_view text);

} // namespace keepwell::cli
