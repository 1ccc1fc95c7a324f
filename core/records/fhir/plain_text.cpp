// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/plain_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace keepwell::records::fhir {
namespace {

bool isInvisible(utf8proc_int32_t codePoint)
{
    switch (utf8proc_category(codePoint)) {
    case UTF8PROC_CATEGORY_CC: // control
    case UTF8PROC_CATEGORY_CF: // format: bidi overrides, zero width, soft hyphen, tags
    case UTF8PROC_CATEGORY_CN: // not assigned
    case UTF8PROC_CATEGORY_CO: // private use
    case UTF8PROC_CATEGORY_CS:
        return true;
    default:
        // Variation selectors, and letters that draw nothing.
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || codePoint == 0x115F
            || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
    }
}

bool isSpace(utf8proc_int32_t codePoint)
{
    const auto category = utf8proc_category(codePoint);
    return codePoint == '\t' || codePoint == '\r' || codePoint == '\n' || codePoint == '\v'
        || codePoint == '\f' || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL
        || category == UTF8PROC_CATEGORY_ZP;
}

/// Marks piled on one letter would draw over the lines beside it.
constexpr int kMostMarks = 4;

class Cleaner
{
public:
    Cleaner(std::size_t most, bool lines) : m_most{most}, m_lines{lines} {}

    std::string clean(std::string_view text)
    {
        while (!text.empty() && !m_full) {
            utf8proc_int32_t codePoint = -1;
            const auto taken
                = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &codePoint);
            const auto length = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(taken, 1));
            if (taken > 0) {
                put(codePoint, text.substr(0, length));
            }
            text.remove_prefix(length);
        }
        if (m_full) {
            m_result += "…";
        }
        return std::move(m_result);
    }

private:
    void put(utf8proc_int32_t codePoint, std::string_view bytes)
    {
        if (m_lines && codePoint == '\n') {
            m_newLines = std::min(m_newLines + 1, 2);
            return;
        }
        if (isSpace(codePoint)) {
            m_blank = true;
            return;
        }
        if (isInvisible(codePoint)) {
            return;
        }
        const auto category = utf8proc_category(codePoint);
        const bool mark = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
        m_marks = mark ? m_marks + 1 : 0;
        if (m_marks > kMostMarks) {
            return;
        }
        if (m_result.size() + bytes.size() + 2 > m_most) {
            m_full = true;
            return;
        }
        if (!m_result.empty()) {
            m_result.append(static_cast<std::size_t>(m_newLines), '\n');
            if (m_newLines == 0 && m_blank) {
                m_result += ' ';
            }
        }
        m_newLines = 0;
        m_blank = false;
        m_result += bytes;
    }

    std::size_t m_most;
    bool m_lines;
    bool m_full = false;
    bool m_blank = false;
    int m_newLines = 0;
    int m_marks = 0;
    std::string m_result;
};

/// Text of plain ASCII without runs of white space, the usual case, needs no look at each letter.
bool isCleanAscii(std::string_view text)
{
    bool blank = true;
    for (const char c : text) {
        if (c < 0x20 || c > 0x7E || (c == ' ' && blank)) {
            return false;
        }
        blank = c == ' ';
    }
    return !blank;
}

} // namespace

std::string plainLine(std::string_view text, std::size_t most)
{
    if (text.size() + 2 <= most && isCleanAscii(text)) {
        return std::string{text};
    }
    return Cleaner{most, false}.clean(text);
}

std::string plainLines(std::string_view text, std::size_t most)
{
    return Cleaner{most, true}.clean(text);
}

std::string folded(std::string_view text)
{
    struct Free
    {
        void operator()(utf8proc_uint8_t *bytes) const { std::free(bytes); }
    };
    utf8proc_uint8_t *raw = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &raw,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE
                                       | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE));
    const std::unique_ptr<utf8proc_uint8_t, Free> owner{raw};
    if (size < 0) {
        return {};
    }
    return plainLine({reinterpret_cast<const char *>(raw), static_cast<std::size_t>(size)});
}

bool isUuid(std::string_view text)
{
    constexpr std::size_t kUuid = 36;
    return text.size() == kUuid && std::ranges::count(text, '-') == 4
        && text.find_first_not_of("0123456789abcdefABCDEF-") == std::string_view::npos;
}

bool hasWords(std::string_view text)
{
    if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("urn:")) {
        return false;
    }
    if (text.starts_with('#') && text.find(' ') == std::string_view::npos) {
        return false; // the name of a part of the same file
    }
    if (isUuid(text)) {
        return false;
    }
    return std::ranges::any_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    });
}

void join(std::string &target, std::string_view separator, std::string_view more)
{
    if (more.empty()) {
        return;
    }
    if (!target.empty()) {
        target += separator;
    }
    target += more;
}

bool saysNothing(std::string_view words)
{
    static constexpr auto kNothing = std::to_array<std::string_view>({
        "n/a",
        "not applicable",
        "not available",
        "not-applicable",
        "null",
        "undefined",
        "unknown",
        "unspecified",
    });
    constexpr std::size_t kLongest = 16;
    if (words.size() > kLongest) {
        return false;
    }
    std::array<char, kLongest> lower{};
    std::ranges::transform(words, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return words == "UNK"
        || std::ranges::find(kNothing, std::string_view{lower.data(), words.size()})
        != kNothing.end();
}

std::string withoutTags(std::string title)
{
    if (title.find(" (") == std::string::npos) {
        return title;
    }
    static constexpr auto kTags = std::to_array<std::string_view>({
        " (body structure)",
        " (clinical drug)",
        " (context-dependent category)",
        " (disorder)",
        " (environment)",
        " (event)",
        " (finding)",
        " (medicinal product)",
        " (medicinal product form)",
        " (morphologic abnormality)",
        " (observable entity)",
        " (occupation)",
        " (person)",
        " (physical object)",
        " (procedure)",
        " (product)",
        " (qualifier value)",
        " (record artifact)",
        " (regime/therapy)",
        " (situation)",
        " (specimen)",
        " (substance)",
    });
    for (const std::string_view tag : kTags) {
        for (std::size_t at = title.find(tag); at != std::string::npos && at > 0;
             at = title.find(tag, at)) {
            title.erase(at, tag.size());
        }
    }
    return title;
}

} // namespace keepwell::records::fhir
