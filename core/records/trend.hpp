// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/records/readable.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"
#include "core/vault/row_id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepwell::records {

/// One value of a test.
struct TrendPoint
{
    vault::RecordId id{};
    std::string date; ///< ISO 8601 as the record gives it; never empty.
    double value = 0;
    std::string text; ///< "58 mL/min", digits as written.
    RangeFlag flag = RangeFlag::None;
    std::optional<double> low; ///< Of the usual range, in `unit`.
    std::optional<double> high;
    std::string range; ///< "60 to 90 mL/min"; "" where none is given.
};

/// The values of one test of one person in one unit. Where labs use different units, there is one
/// of these for each: they are never mixed.
struct Trend
{
    std::int64_t person = 0;
    std::string title; ///< "Kidney filter rate (eGFR)", of the newest value.
    std::string unit;  ///< "mL/min"; "" for a bare number.
    std::string loinc; ///< "33914-3", of the newest value; "" where it has no such code.
    std::vector<TrendPoint> points; ///< Oldest first, at least one.
};

/// The tests with dated numbers, by code and unit; the one with the newest value first. Parts of an
/// Observation (the two numbers of a blood pressure) are tests of their own. At most the newest
/// 4,000 results and 4,000 vital signs are looked at. Same thread as `database`.
Result<std::vector<Trend>> trendsOf(vault::Database &database,
                                    std::optional<vault::PersonId> person);

} // namespace keepwell::records
