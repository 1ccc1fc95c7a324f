// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace keepwell::records::fhir {

/// A FHIR narrative made safe: rebuilt from an allow-list of elements without any attribute but
/// colspan and rowspan, so there is no script, style, address or image left to run or load.
struct Narrative
{
    std::string html; ///< What a QTextBrowser may show; "" when there is nothing to read.
    std::string text; ///< The same as plain lines.
};

/// `div` is the xhtml of Narrative.div. What is no well-formed XML counts as plain text.
Narrative readNarrative(std::string_view div);

/// A line that some program wrote as markup, even escaped ("&lt;b>Iron&lt;/b>"), as its words.
/// Lines that do not begin with markup are left alone.
std::string withoutMarkup(std::string line);

} // namespace keepwell::records::fhir
