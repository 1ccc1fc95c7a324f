// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/record_date.hpp"
#include "core/vault/record_row.hpp"

#include <algorithm>
#include <cstdint>

/// How a RecordId is made: (the date's first second, counted from year 0) << 24 | a number that
/// falls with each insert. Largest first = newest first; undated records come last; records of one
/// moment stay in the order in which they came.
namespace keepwell::vault {

inline constexpr std::int64_t kYearZero = 62'167'219'200; ///< Seconds before 1970.
inline constexpr int kTieBits = 24;
inline constexpr std::int64_t kTies = std::int64_t{1} << kTieBits;

/// The smallest id a record whose date starts at `second` may have. At least 1 day after year 0.
constexpr std::int64_t firstKeyOf(std::int64_t second)
{
    constexpr std::int64_t kLast = (std::int64_t{1} << 38) - 1;
    return std::clamp<std::int64_t>(second + kYearZero, 1, kLast) << kTieBits;
}

constexpr RecordId makeRecordId(const RecordDate &date, std::int64_t sequence)
{
    const std::int64_t moment = date.text.empty() ? 0 : firstKeyOf(date.first);
    return RecordId{moment | (kTies - 1 - sequence % kTies)};
}

} // namespace keepwell::vault
