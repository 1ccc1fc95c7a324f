// SPDX-License-Identifier: Apache-2.0
#include "core/vault/record_date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>

namespace keepwell::vault {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::int64_t kDay = 86'400;

/// Reads `digits` decimal digits at the front of `text` and takes them off.
std::optional<int> takeNumber(std::string_view &text, std::size_t digits)
{
    if (text.size() < digits) {
        return std::nullopt;
    }
    int value = 0;
    for (const char digit : text.substr(0, digits)) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        value = value * 10 + (digit - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view &text, char wanted)
{
    if (text.empty() || text.front() != wanted) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

std::int64_t secondsOf(year_month_day date)
{
    return std::int64_t{sys_days{date}.time_since_epoch().count()} * kDay;
}

/// "+02:00", "Z": seconds east of UTC.
std::optional<std::int64_t> takeZone(std::string_view &text)
{
    if (take(text, 'Z')) {
        return 0;
    }
    const bool west = !text.empty() && text.front() == '-';
    if (!take(text, '+') && !take(text, '-')) {
        return std::nullopt;
    }
    const auto hours = takeNumber(text, 2);
    if (!hours || !take(text, ':')) {
        return std::nullopt;
    }
    const auto minutes = takeNumber(text, 2);
    if (!minutes || *hours > 14 || *minutes > 59) {
        return std::nullopt;
    }
    const std::int64_t seconds = *hours * 3600 + *minutes * 60;
    return west ? -seconds : seconds;
}

struct Time
{
    std::int64_t seconds;             ///< Within the day; a leap second counts as the one before.
    std::optional<std::int64_t> zone; ///< Nothing where the text names none.
};

std::optional<Time> takeTime(std::string_view &text)
{
    const auto hours = takeNumber(text, 2);
    if (!hours || !take(text, ':')) {
        return std::nullopt;
    }
    const auto minutes = takeNumber(text, 2);
    std::optional<int> seconds = 0;
    if (take(text, ':')) {
        seconds = takeNumber(text, 2);
        if (take(text, '.')) {
            const std::size_t before = text.size();
            while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
                text.remove_prefix(1);
            }
            if (text.size() == before) {
                return std::nullopt;
            }
        }
    }
    if (!minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60) {
        return std::nullopt;
    }
    return Time{*hours * 3600 + *minutes * 60 + std::min(*seconds, 59), takeZone(text)};
}

std::string instantText(std::int64_t utc)
{
    const std::chrono::sys_seconds moment{std::chrono::seconds{utc}};
    const auto days = std::chrono::floor<std::chrono::days>(moment);
    const year_month_day date{days};
    const std::int64_t second = (moment - days).count();
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(second / 3600),
                  static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
    return text.data();
}

RecordDate calendar(std::string_view text, year_month_day first, year_month_day next)
{
    return {std::string{text}, secondsOf(first), secondsOf(next) - 1, true};
}

/// When the wall clock here shows `wallClock`; nothing where the computer cannot tell.
std::optional<std::int64_t> utcOfWallClock(std::int64_t wallClock)
{
    const std::chrono::sys_seconds moment{std::chrono::seconds{wallClock}};
    const auto days = std::chrono::floor<std::chrono::days>(moment);
    const year_month_day date{days};
    const std::int64_t second = (moment - days).count();
    std::tm broken{};
    broken.tm_year = static_cast<int>(date.year()) - 1900;
    broken.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    broken.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
    broken.tm_hour = static_cast<int>(second / 3600);
    broken.tm_min = static_cast<int>(second / 60 % 60);
    broken.tm_sec = static_cast<int>(second % 60);
    broken.tm_isdst = -1;
    const std::time_t utc = std::mktime(&broken);
    if (utc == static_cast<std::time_t>(-1) && wallClock > kDay) {
        return std::nullopt;
    }
    return utc;
}

std::int64_t wallClockOf(std::int64_t utc)
{
    const auto moment = static_cast<std::time_t>(utc);
    std::tm broken{};
    if (localtime_r(&moment, &broken) == nullptr) {
        return utc;
    }
    return utc + broken.tm_gmtoff;
}

Result<DateBound> parseBound(std::string_view text, bool endOfDay)
{
    const RecordDate date = parseRecordDate(text);
    if (!date.text.empty() && !date.wallClock) {
        return DateBound{date.first, wallClockOf(date.first)};
    }
    constexpr std::size_t kDayLength = 10;
    if (date.text.size() == kDayLength) {
        std::int64_t wanted = endOfDay ? date.last : date.first;
        if (text.size() > kDayLength) { // with a time and no zone: the one of this computer
            std::string_view rest = text.substr(kDayLength + 1);
            const auto time = takeTime(rest);
            wanted = date.first + (time ? time->seconds : 0);
        }
        if (const auto utc = utcOfWallClock(wanted)) {
            return DateBound{*utc, wanted};
        }
    }
    return fail(ErrorCode::Usage,
                "\"" + std::string{text.substr(0, 40)}
                    + "\" is no date: write it as 2026-11-22, or as an instant "
                      "such as 2026-11-22T08:30:00Z");
}

} // namespace

RecordDate parseRecordDate(std::string_view text)
{
    std::string_view rest = text;
    const auto yearNumber = takeNumber(rest, 4);
    if (!yearNumber || *yearNumber == 0) {
        return {};
    }
    const year y{*yearNumber};
    if (rest.empty()) {
        return calendar(text, y / 1 / 1, (y + std::chrono::years{1}) / 1 / 1);
    }
    const auto monthNumber = take(rest, '-') ? takeNumber(rest, 2) : std::nullopt;
    if (!monthNumber || *monthNumber < 1 || *monthNumber > 12) {
        return {};
    }
    const auto yearMonth = y / month{static_cast<unsigned>(*monthNumber)};
    if (rest.empty()) {
        return calendar(text, yearMonth / 1, (yearMonth + std::chrono::months{1}) / 1);
    }
    const auto dayNumber = take(rest, '-') ? takeNumber(rest, 2) : std::nullopt;
    if (!dayNumber) {
        return {};
    }
    const year_month_day date = yearMonth / day{static_cast<unsigned>(*dayNumber)};
    if (!date.ok()) {
        return {};
    }
    const year_month_day next{sys_days{date} + std::chrono::days{1}};
    if (rest.empty()) {
        return calendar(text, date, next);
    }
    const auto time = take(rest, 'T') ? takeTime(rest) : std::nullopt;
    if (!time || !rest.empty()) {
        return {};
    }
    if (!time->zone) {
        // Not allowed by FHIR, met all the same: the day is all that is sure.
        return calendar(text.substr(0, 10), date, next);
    }
    const std::int64_t utc = secondsOf(date) + time->seconds - *time->zone;
    return {instantText(utc), utc, utc, false};
}

Result<DateBound> parseSince(std::string_view text) { return parseBound(text, false); }
Result<DateBound> parseUntil(std::string_view text) { return parseBound(text, true); }

} // namespace keepwell::vault
