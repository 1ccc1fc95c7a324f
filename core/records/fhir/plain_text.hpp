// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace keepwell::records::fhir {

/// One line that is safe to show: control, bidi, zero-width and other invisible characters gone,
/// white space runs one blank, at most `most` bytes (then "…" at the end). Expects UTF-8; bytes that
/// are none are dropped.
std::string plainLine(std::string_view text, std::size_t most = 400);

/// The same for many lines: line feeds stay, at most two in a row.
std::string plainLines(std::string_view text, std::size_t most = 1'000'000);

/// Upper and lower case, accents and compatibility forms made one, to compare names and words.
std::string folded(std::string_view text);

/// "6f1c…-…": an id that tells nobody anything.
bool isUuid(std::string_view text);

/// True when a person can read something in it: a letter, and it is no URL, URN or UUID.
bool hasWords(std::string_view text);

/// Puts `more` behind `target`, `separator` between them; nothing where `more` is empty.
void join(std::string &target, std::string_view separator, std::string_view more);

/// "Unknown", "not applicable", …: words that stand where nothing is known.
bool saysNothing(std::string_view words);

/// SNOMED CT ends its names with what they are a name of: "Anaemia (disorder)" is "Anaemia".
std::string withoutTags(std::string words);

} // namespace keepwell::records::fhir
