// SPDX-License-Identifier: Apache-2.0
#include "core/base/utf8.hpp"

#include <cstddef>

namespace keepwell {

namespace {

/// Continuation bytes after `lead`, and the range of the first of them (RFC 3629 section 4).
struct Shape
{
    std::size_t more;
    unsigned low;
    unsigned high;
};

constexpr Shape kNotALead{0, 1, 0};

Shape shapeOf(unsigned lead)
{
    if (lead >= 0xC2 && lead <= 0xDF) {
        return {1, 0x80, 0xBF};
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return {2, lead == 0xE0 ? 0xA0U : 0x80U, lead == 0xED ? 0x9FU : 0xBFU};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return {3, lead == 0xF0 ? 0x90U : 0x80U, lead == 0xF4 ? 0x8FU : 0xBFU};
    }
    return kNotALead;
}

} // namespace

bool isUtf8(std::string_view text)
{
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (at(i) < 0x80) {
            continue;
        }
        const auto [more, low, high] = shapeOf(at(i));
        if (more == 0 || text.size() - i <= more || at(i + 1) < low || at(i + 1) > high) {
            return false;
        }
        for (std::size_t k = 2; k <= more; ++k) {
            if ((at(i + k) & 0xC0U) != 0x80U) {
                return false;
            }
        }
        i += more;
    }
    return true;
}

} // namespace keepwell
