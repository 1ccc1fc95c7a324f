// SPDX-License-Identifier: Apache-2.0
#include "core/identity/display_name.hpp"

#include "core/base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace keepwell::identity {
namespace {

constexpr utf8proc_int32_t kZeroWidthNonJoiner = 0x200c;
constexpr utf8proc_int32_t kZeroWidthJoiner = 0x200d;

struct Free
{
    void operator()(utf8proc_uint8_t *text) const noexcept { std::free(text); }
};

const utf8proc_uint8_t *bytesAt(std::string_view text)
{
    return reinterpret_cast<const utf8proc_uint8_t *>(text.data());
}

std::string composed(std::string_view text)
{
    utf8proc_uint8_t *mapped = nullptr;
    // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): flags
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const auto length = utf8proc_map(bytesAt(text), static_cast<utf8proc_ssize_t>(text.size()),
                                     &mapped, kOptions);
    const std::unique_ptr<utf8proc_uint8_t, Free> owned{mapped};
    if (length <= 0) {
        return {};
    }
    return {reinterpret_cast<const char *>(mapped), static_cast<std::size_t>(length)};
}

/// The next character, and how many bytes it takes; -1 and one byte where it is not UTF-8.
struct Step
{
    utf8proc_int32_t character;
    std::size_t bytes;
};

Step stepAt(std::string_view text)
{
    utf8proc_int32_t character = -1;
    const auto bytes
        = utf8proc_iterate(bytesAt(text), static_cast<utf8proc_ssize_t>(text.size()), &character);
    if (bytes <= 0) {
        return {-1, 1};
    }
    return {character, static_cast<std::size_t>(bytes)};
}

bool isSpace(utf8proc_int32_t character)
{
    return utf8proc_category(character) == UTF8PROC_CATEGORY_ZS;
}

/// Changes how the text around it looks or reads, or looks like nothing at all.
bool isTreacherous(utf8proc_int32_t character)
{
    // Persian and Indian names need the two joiners.
    if (character == kZeroWidthNonJoiner || character == kZeroWidthJoiner) {
        return false;
    }
    constexpr std::array kKinds{UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_CF, UTF8PROC_CATEGORY_ZL,
                                UTF8PROC_CATEGORY_ZP, UTF8PROC_CATEGORY_CS, UTF8PROC_CATEGORY_CO};
    return std::ranges::find(kKinds, utf8proc_category(character)) != kKinds.end();
}

std::string hexOf(std::uint32_t number, int leastDigits)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    while (number > 0 || leastDigits > 0) {
        text.insert(text.begin(), kDigits[number % 16]);
        number /= 16;
        --leastDigits;
    }
    return text;
}

std::string trimmed(std::string_view text)
{
    std::size_t start = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Step step = stepAt(text.substr(at));
        if (!isSpace(step.character)) {
            start = std::min(start, at);
            end = at + step.bytes;
        }
        at += step.bytes;
    }
    return std::string{text.substr(std::min(start, end), end - std::min(start, end))};
}

} // namespace

Result<std::string> parseName(std::string_view text)
{
    if (text.size() > 4 * kMostNameBytes) {
        return fail(ErrorCode::InvalidInput, "the name is too long: at most 80 characters");
    }
    if (!isUtf8(text)) {
        return fail(ErrorCode::InvalidInput, "the name is not written in UTF-8");
    }
    std::string name = trimmed(composed(text));
    if (name.empty()) {
        return fail(ErrorCode::InvalidInput, "the name is empty");
    }
    std::size_t characters = 0;
    for (std::size_t at = 0; at < name.size(); ++characters) {
        const Step step = stepAt(std::string_view{name}.substr(at));
        if (isTreacherous(step.character)) {
            return fail(ErrorCode::InvalidInput,
                        "character " + std::to_string(characters + 1)
                            + " of the name is a control or direction mark (U+"
                            + hexOf(static_cast<std::uint32_t>(step.character), 4) + ")");
        }
        at += step.bytes;
    }
    if (characters > kMostNameCharacters || name.size() > kMostNameBytes) {
        return fail(ErrorCode::InvalidInput, "the name is too long: at most 80 characters");
    }
    return name;
}

std::string shownSafely(std::string_view text)
{
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const Step step = stepAt(text.substr(at));
        if (step.character < 0) {
            shown += "<0x" + hexOf(static_cast<unsigned char>(text[at]), 2) + ">";
        } else if (step.character == '\n' || step.character == '\r' || step.character == '\t') {
            shown += ' ';
        } else if (isTreacherous(step.character)) {
            shown += "<U+" + hexOf(static_cast<std::uint32_t>(step.character), 4) + ">";
        } else {
            shown += text.substr(at, step.bytes);
        }
        at += step.bytes;
    }
    return shown;
}

} // namespace keepwell::identity
