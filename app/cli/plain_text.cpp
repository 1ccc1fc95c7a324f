// SPDX-License-Identifier: Apache-2.0
#include "app/cli/plain_text.hpp"

#include "core/identity/display_name.hpp"

#include <utf8proc.h>

namespace keepwell::cli {

std::string onOneLine(std::string_view text) { return identity::shownSafely(text); }

std::string onLines(std::string_view text)
{
    std::string safe;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find('\n', start);
        safe += onOneLine(text.substr(start, end - start));
        if (end == std::string_view::npos) {
            break;
        }
        safe += '\n';
        start = end + 1;
    }
    return safe;
}

std::size_t columns(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        utf8proc_int32_t character = 0;
        const auto length
            = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                               static_cast<utf8proc_ssize_t>(text.size()), &character);
        if (length <= 0) {
            return width;
        }
        width += static_cast<std::size_t>(utf8proc_charwidth(character));
        text.remove_prefix(static_cast<std::size_t>(length));
    }
    return width;
}

} // namespace keepwell::cli
