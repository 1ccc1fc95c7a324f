// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/wire_fields.hpp"

#include <algorithm>
#include <ranges>

namespace keepwell::ledger::fabric {
namespace {

enum WireType : std::uint8_t {
    kVarint = 0,
    kEightBytes = 1,
    kLengthDelimited = 2,
    kGroupBegins = 3,
    kGroupEnds = 4,
    kFourBytes = 5,
};
constexpr std::uint64_t kHighestField = (std::uint64_t{1} << 29U) - 1;

/// What is left to read. False: it breaks the form.
class Rest
{
public:
    explicit Rest(ByteView bytes) : m_bytes{bytes} {}

    bool isEmpty() const { return m_bytes.empty(); }

    bool varint(std::uint64_t &value)
    {
        constexpr std::size_t kMostBytes = 10;
        value = 0;
        for (std::size_t i = 0; i < std::min(m_bytes.size(), kMostBytes); ++i) {
            const auto byte = std::to_integer<std::uint64_t>(m_bytes[i]);
            if (i == kMostBytes - 1 && byte > 1) {
                return false; // more than 64 bits
            }
            value |= (byte & 0x7FU) << (7 * i);
            if (byte < 0x80U) {
                m_bytes = m_bytes.subspan(i + 1);
                return true;
            }
        }
        return false;
    }

    bool take(std::uint64_t size, ByteView &taken)
    {
        if (size > m_bytes.size()) {
            return false;
        }
        taken = m_bytes.first(size);
        m_bytes = m_bytes.subspan(size);
        return true;
    }

private:
    ByteView m_bytes;
};

} // namespace

std::optional<WireFields> WireFields::parse(ByteView bytes)
{
    WireFields found;
    Rest rest{bytes};
    std::vector<std::uint64_t> groups; // that are open, none of them known
    for (bool isFirst = true; !rest.isEmpty(); isFirst = false) {
        std::uint64_t tag = 0;
        if (!rest.varint(tag) || tag >> 3U == 0 || tag >> 3U > kHighestField) {
            return std::nullopt;
        }
        const std::uint64_t number = tag >> 3U;
        Field field{.number = static_cast<std::uint32_t>(number),
                    .isBytes = false,
                    .bytes = {},
                    .value = 0,
                    .isFirst = isFirst};
        bool isGood = true;
        bool isKept = false;
        switch (tag & 7U) {
        case kVarint:
            isGood = rest.varint(field.value);
            isKept = true;
            break;
        case kEightBytes:
            isGood = rest.take(8, field.bytes);
            break;
        case kLengthDelimited:
            isGood = rest.varint(field.value) && rest.take(field.value, field.bytes);
            field.isBytes = true;
            isKept = true;
            break;
        case kGroupBegins:
            groups.push_back(number);
            break;
        case kGroupEnds:
            isGood = !groups.empty() && groups.back() == number;
            if (isGood) {
                groups.pop_back();
            }
            break;
        case kFourBytes:
            isGood = rest.take(4, field.bytes);
            break;
        default:
            return std::nullopt;
        }
        if (!isGood) {
            return std::nullopt;
        }
        if (isKept && groups.empty()) {
            found.m_fields.push_back(field);
        }
    }
    return groups.empty() ? std::optional{std::move(found)} : std::nullopt;
}

ByteView WireFields::bytesAt(std::uint32_t field) const
{
    for (const Field &one : std::views::reverse(m_fields)) {
        if (one.number == field && one.isBytes) {
            return one.bytes;
        }
    }
    return {};
}

std::vector<ByteView> WireFields::allAt(std::uint32_t field) const
{
    std::vector<ByteView> all;
    for (const Field &one : m_fields) {
        if (one.number == field && one.isBytes) {
            all.push_back(one.bytes);
        }
    }
    return all;
}

std::uint64_t WireFields::numberAt(std::uint32_t field) const
{
    for (const Field &one : std::views::reverse(m_fields)) {
        if (one.number == field && !one.isBytes) {
            return one.value;
        }
    }
    return 0;
}

std::optional<WireFields> WireFields::messageAt(std::uint32_t field) const
{
    WireFields merged;
    for (const ByteView bytes : allAt(field)) {
        const auto part = parse(bytes);
        if (!part) {
            return std::nullopt;
        }
        std::ranges::copy(part->m_fields, std::back_inserter(merged.m_fields));
    }
    return merged;
}

bool WireFields::beginsWithOnly(std::uint32_t field) const
{
    return !m_fields.empty() && m_fields.front().isFirst && m_fields.front().number == field
        && m_fields.front().isBytes && allAt(field).size() == 1;
}

} // namespace keepwell::ledger::fabric
