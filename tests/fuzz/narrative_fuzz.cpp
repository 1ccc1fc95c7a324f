// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/narrative.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

using keepwell::records::fhir::readNarrative;

namespace {

constexpr auto kAllowed = std::to_array<std::string_view>({
    "b",     "blockquote", "br",    "caption", "dd",    "div",    "dl",  "dt",  "em",
    "h1",    "h2",         "h3",    "h4",      "h5",    "h6",     "hr",  "i",   "li",
    "ol",    "p",          "pre",   "small",   "span",  "strong", "sub", "sup", "table",
    "tbody", "td",         "tfoot", "th",      "thead", "tr",     "tt",  "u",   "ul",
});

/// Every `<` opens an allowed element, and its only attributes are spans of a few cells.
bool isSafe(std::string_view html)
{
    for (std::size_t at = html.find('<'); at != std::string_view::npos;
         at = html.find('<', at + 1)) {
        const std::size_t end = html.find('>', at);
        if (end == std::string_view::npos) {
            return false;
        }
        std::string_view inside = html.substr(at + 1, end - at - 1);
        if (inside.starts_with('/')) {
            inside.remove_prefix(1);
        }
        if (inside.ends_with('/')) {
            inside.remove_suffix(1);
        }
        const std::string_view name = inside.substr(0, inside.find(' '));
        const std::string_view rest = inside.substr(name.size());
        if (std::ranges::find(kAllowed, name) == kAllowed.end()
            || (!rest.empty() && !rest.starts_with(" colspan=\"")
                && !rest.starts_with(" rowspan=\""))) {
            return false;
        }
    }
    return true;
}

} // namespace

/// Whatever a narrative holds, what comes out is of the allow-list.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto narrative = readNarrative({reinterpret_cast<const char *>(data), size});
    if (!isSafe(narrative.html) || (narrative.text.empty() && !narrative.html.empty())) {
        std::abort();
    }
    return 0;
}
