// SPDX-License-Identifier: Apache-2.0
#include "app/cli/dates.hpp"

#include "core/vault/record_date.hpp"

#include <array>
#include <ctime>

namespace keepwell::cli {

namespace {

using TimeText = std::array<char, 64>;

} // namespace

std::string isoUtc(Instant instant)
{
    const std::time_t count = instant.time_since_epoch().count();
    std::tm parts{};
    gmtime_r(&count, &parts);
    TimeText text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string localTime(Instant instant)
{
    const std::time_t count = instant.time_since_epoch().count();
    std::tm parts{};
    localtime_r(&count, &parts);
    TimeText text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%d %b %Y %H:%M", &parts)};
}

Result<Instant> firstMoment(std::string_view text)
{
    KEEPWELL_TRY(const auto bound, vault::parseSince(text));
    return Instant{std::chrono::seconds{bound.utc}};
}

Result<Instant> lastMoment(std::string_view text)
{
    KEEPWELL_TRY(const auto bound, vault::parseUntil(text));
    return Instant{std::chrono::seconds{bound.utc}};
}

} // namespace keepwell::cli
