// SPDX-License-Identifier: Apache-2.0
#include "core/audit/iso_time.hpp"

namespace keepwell::audit {

namespace {

std::string padded(std::int64_t number, std::size_t digits)
{
    const std::string text = std::to_string(number);
    return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
}

} // namespace

std::string isoUtc(Instant time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return padded(int{date.year()}, 4) + '-' + padded(unsigned{date.month()}, 2) + '-'
        + padded(unsigned{date.day()}, 2) + 'T' + padded(clock.hours().count(), 2) + ':'
        + padded(clock.minutes().count(), 2) + ':' + padded(clock.seconds().count(), 2) + 'Z';
}

} // namespace keepwell::audit
