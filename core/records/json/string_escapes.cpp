// SPDX-License-Identifier: Apache-2.0
#include "core/records/json/string_escapes.hpp"

#include <optional>

namespace keepwell::records::json {
namespace {

std::optional<char32_t> hex4(std::string_view text, std::size_t at)
{
    if (at + 4 > text.size()) {
        return std::nullopt;
    }
    char32_t value = 0;
    for (const char digit : text.substr(at, 4)) {
        value <<= 4;
        if (digit >= '0' && digit <= '9') {
            value |= static_cast<char32_t>(digit - '0');
        } else if (digit >= 'a' && digit <= 'f') {
            value |= static_cast<char32_t>(digit - 'a' + 10);
        } else if (digit >= 'A' && digit <= 'F') {
            value |= static_cast<char32_t>(digit - 'A' + 10);
        } else {
            return std::nullopt;
        }
    }
    return value;
}

bool isHigh(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool isLow(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

/// Reads the escape `uXXXX` (and the second half of a pair); `at` stands on the u.
bool decodeUnicode(std::string_view text, std::size_t &at, std::string &target)
{
    const auto first = hex4(text, at + 1);
    if (!first || isLow(*first)) {
        return false;
    }
    at += 5;
    if (!isHigh(*first)) {
        appendUtf8(target, *first);
        return true;
    }
    if (text.substr(at, 2) != "\\u") {
        return false;
    }
    const auto second = hex4(text, at + 2);
    if (!second || !isLow(*second)) {
        return false;
    }
    at += 6;
    appendUtf8(target, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
    return true;
}

constexpr std::string_view kShortEscapes = "\"\\/bfnrt";
constexpr std::string_view kShortMeanings = "\"\\/\b\f\n\r\t";

} // namespace

void appendUtf8(std::string &target, char32_t codePoint)
{
    const auto put = [&](char32_t byte) { target.push_back(static_cast<char>(byte)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
        put(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    } else {
        put(0xF0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3F));
        put(0x80 | ((codePoint >> 6) & 0x3F));
        put(0x80 | (codePoint & 0x3F));
    }
}

bool decodeEscapes(std::string_view escaped, std::string &target)
{
    std::size_t at = 0;
    while (at < escaped.size()) {
        const std::size_t next = escaped.find('\\', at);
        if (next == std::string_view::npos) {
            target.append(escaped.substr(at));
            return true;
        }
        target.append(escaped.substr(at, next - at));
        at = next + 1;
        if (at >= escaped.size()) {
            return false;
        }
        if (escaped[at] == 'u') {
            if (!decodeUnicode(escaped, at, target)) {
                return false;
            }
            continue;
        }
        const std::size_t which = kShortEscapes.find(escaped[at]);
        if (which == std::string_view::npos) {
            return false;
        }
        target.push_back(kShortMeanings[which]);
        ++at;
    }
    return true;
}

void appendQuoted(std::string &target, std::string_view text)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    target.push_back('"');
    std::size_t clean = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') {
            continue;
        }
        target.append(text.substr(clean, at - clean));
        clean = at + 1;
        if (byte < 0x20) {
            target.append("\\u00");
            target.push_back(kHex[byte >> 4]);
            target.push_back(kHex[byte & 0xF]);
        } else {
            target.push_back('\\');
            target.push_back(text[at]);
        }
    }
    target.append(text.substr(clean));
    target.push_back('"');
}

} // namespace keepwell::records::json
