// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/number_text.hpp"

#include "core/records/fhir/plain_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace keepwell::records::fhir {
namespace {

constexpr std::size_t kMostExact = 15; ///< Digits that a double keeps.

std::string formatted(double value, std::chars_format format, int digits)
{
    std::array<char, 64> text{};
    const auto end
        = std::to_chars(text.data(), text.data() + text.size(), value, format, digits).ptr;
    return {text.data(), end};
}

} // namespace

std::string numberText(std::string_view written)
{
    constexpr std::size_t kMost = 80;
    constexpr int kMostExponent = 15;
    const std::size_t at = written.find_first_of("eE");
    if (at == std::string_view::npos) {
        return plainLine(written, kMost);
    }
    std::string_view digits = written.substr(at + 1);
    if (digits.starts_with('+')) {
        digits.remove_prefix(1);
    }
    int exponent = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    const bool isNumber = read.ec == std::errc{} && read.ptr == digits.data() + digits.size()
        && written.substr(0, at).find_first_not_of("-0123456789.") == std::string_view::npos;
    if (!isNumber || std::abs(exponent) > kMostExponent || written.size() > kMost) {
        return plainLine(written, kMost);
    }
    std::string_view mantissa = written.substr(0, at);
    const bool negative = mantissa.starts_with('-');
    mantissa.remove_prefix(negative ? 1 : 0);
    std::string whole{mantissa.substr(0, mantissa.find('.'))};
    std::string part{whole.size() < mantissa.size() ? mantissa.substr(whole.size() + 1) : ""};
    for (; exponent > 0; --exponent) {
        whole += part.empty() ? '0' : part.front();
        part.erase(0, 1);
    }
    for (; exponent < 0; ++exponent) {
        part.insert(part.begin(), whole.empty() ? '0' : whole.back());
        whole.resize(whole.empty() ? 0 : whole.size() - 1);
    }
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
    return (negative ? "-" : "") + (whole.empty() ? "0" : whole) + (part.empty() ? "" : "." + part);
}

std::string shortNumber(std::string_view written)
{
    constexpr std::size_t kMostDecimals = 4;
    constexpr std::size_t kMost = 24;
    const std::string text = numberText(written);
    const std::size_t point = text.find('.');
    if (point == std::string::npos || text.size() - point - 1 <= kMostDecimals
        || text.find_first_of("eE") != std::string::npos) {
        return plainLine(text, kMost);
    }
    if (point > kMostExact) {
        return plainLine(text.substr(0, point), kMost);
    }
    const std::optional<double> value = numberValue(text);
    constexpr double kSmallest = 1e-4; // below it the format would write a power of ten
    if (!value || std::abs(*value) < kSmallest) {
        return plainLine(text, kMost);
    }
    return std::abs(*value) >= 1000 ? formatted(*value, std::chars_format::fixed, 1)
                                    : formatted(*value, std::chars_format::general, 4);
}

std::string moneyNumber(std::string_view written)
{
    std::string text = numberText(written);
    const std::size_t point = text.find('.');
    if (point == std::string::npos || text.find_first_of("eE") != std::string::npos) {
        return text;
    }
    const std::size_t decimals = text.size() - point - 1;
    constexpr std::size_t kMostDecimals = 4; // a price of a tablet may be 0.0375
    if (decimals > kMostDecimals && point <= kMostExact - 2) {
        return formatted(numberValue(text).value_or(0), std::chars_format::fixed, 2);
    }
    return decimals == 1 ? text + '0' : text;
}

std::optional<double> numberValue(std::string_view written)
{
    double value = 0;
    const auto read = std::from_chars(written.data(), written.data() + written.size(), value);
    return read.ec == std::errc{} ? std::optional{value} : std::nullopt;
}

} // namespace keepwell::records::fhir
