// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace keepwell::records::json {

/// Appends the characters that `escaped` (a JSON string without its quotes) stands for.
/// False when an escape is unknown or a surrogate stands alone (RFC 8259 section 7 lets readers
/// choose; a lone one has no UTF-8). What was appended until then stays.
bool decodeEscapes(std::string_view escaped, std::string &target);

/// Appends `text` as a JSON string with its quotes, the shortest way: only `"`, `\` and control
/// characters are escaped, the latter as \u00xx.
void appendQuoted(std::string &target, std::string_view text);

/// Appends the UTF-8 of a code point, at most U+10FFFF and no surrogate.
void appendUtf8(std::string &target, char32_t codePoint);

} // namespace keepwell::records::json
