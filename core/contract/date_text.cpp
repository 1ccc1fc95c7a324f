// SPDX-License-Identifier: Apache-2.0
#include "core/contract/date_text.hpp"

namespace keepwell::contract {
namespace {

std::string digits(long long number, std::size_t width)
{
    const std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

} // namespace

std::string dateText(Instant instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    return digits(static_cast<int>(date.year()), 4) + "-"
        + digits(static_cast<unsigned>(date.month()), 2) + "-"
        + digits(static_cast<unsigned>(date.day()), 2) + " " + digits(time.hours().count(), 2) + ":"
        + digits(time.minutes().count(), 2) + ":" + digits(time.seconds().count(), 2) + " UTC";
}

} // namespace keepwell::contract
