// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace keepwell::vault {

/// The span of time a record's date may mean: "2019-05" is any moment of that May. Seconds from
/// 1970-01-01T00:00:00, of UTC for an instant, of the wall clock for a date that names no zone.
struct RecordDate
{
    std::string text; ///< As shown: partial as written, an instant in UTC with Z; "" = undated.
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool wallClock = false; ///< A calendar date: compared with the reader's local days.
};

/// Reads a FHIR date, dateTime or instant (`2019`, `2019-05`, `2019-05-01`, `2019-05-01T10:00:00Z`,
/// also with a fraction or an offset). Undated when it is none of them or no such day exists.
RecordDate parseRecordDate(std::string_view text);

/// A moment in both readings, so that calendar dates and instants can be compared with it.
struct DateBound
{
    std::int64_t utc = 0;
    std::int64_t wallClock = 0;
};

/// The first moment `--since TEXT` lets in: a local day's start, or the instant it names.
/// Errors: Usage unless TEXT is `2026-11-22` or an ISO 8601 instant with a zone.
Result<DateBound> parseSince(std::string_view text);
/// The last second `--until TEXT` lets in: a local day's last one, or the instant it names.
Result<DateBound> parseUntil(std::string_view text);

} // namespace keepwell::vault
