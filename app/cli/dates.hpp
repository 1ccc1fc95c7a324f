// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace keepwell::cli {

/// "2026-11-22T12:00:00Z": every time in JSON.
std::string isoUtc(Instant instant);

/// "22 Nov 2026 13:00" in the time zone of this computer: every time for people.
std::string localTime(Instant instant);

/// What `--since` and `--until` name: a local day (its first second, its last second) or an
/// instant. Errors: Usage for everything else.
Result<Instant> firstMoment(std::string_view text);
Result<Instant> lastMoment(std::string_view text);

} // namespace keepwell::cli
