// SPDX-License-Identifier: Apache-2.0
#include "core/records/base64.hpp"

#include <array>
#include <cstdint>

namespace keepwell::records {
namespace {

constexpr std::uint8_t kSpace = 64;
constexpr std::uint8_t kWrong = 65;

constexpr auto kValues = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(kWrong);
    constexpr std::string_view kAlphabet
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
        values.at(static_cast<unsigned char>(kAlphabet[i])) = static_cast<std::uint8_t>(i);
    }
    for (const char c : {' ', '\t', '\r', '\n'}) {
        values.at(static_cast<unsigned char>(c)) = kSpace;
    }
    return values;
}();

} // namespace

std::optional<Bytes> decodeBase64(std::string_view text)
{
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    unsigned digits = 0;
    unsigned padding = 0;
    for (const char c : text) {
        const std::uint8_t value = kValues[static_cast<unsigned char>(c)];
        if (value == kSpace) {
            continue;
        }
        if (c == '=') {
            ++padding;
            continue;
        }
        if (value == kWrong || padding > 0) {
            return std::nullopt;
        }
        bits = (bits << 6) | value;
        if (++digits % 4 == 0) {
            bytes.push_back(static_cast<std::byte>(bits >> 16));
            bytes.push_back(static_cast<std::byte>(bits >> 8));
            bytes.push_back(static_cast<std::byte>(bits));
            bits = 0;
        }
    }
    const unsigned rest = digits % 4;
    if (rest == 1 || padding > 2 || (padding > 0 && rest + padding != 4)) {
        return std::nullopt;
    }
    if (rest >= 2) {
        bits <<= 6 * (4 - rest);
        bytes.push_back(static_cast<std::byte>(bits >> 16));
        if (rest == 3) {
            bytes.push_back(static_cast<std::byte>(bits >> 8));
        }
    }
    return bytes;
}

} // namespace keepwell::records
