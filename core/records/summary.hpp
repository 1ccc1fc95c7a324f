// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/records/readable.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"
#include "core/vault/row_id.hpp"

#include <string>
#include <vector>

namespace keepwell::records {

/// A line of the health summary.
struct SummaryItem
{
    vault::RecordId id{};
    std::string title; ///< "Penicillin", "HbA1c".
    std::string value; ///< "6.1 %", "Twice a day", "Severe"; "" where there is none.
    std::string date;
    RangeFlag flag = RangeFlag::None;
};

/// One part. "Nothing known" and "known to be none" are different things, and stay so.
struct SummarySection
{
    std::vector<SummaryItem> items; ///< Current ones, newest first.
    bool knownNone = false;         ///< A record says so ("No known allergies").
};

struct Summary
{
    SummarySection allergies;
    SummarySection medications;
    SummarySection conditions;
    SummarySection immunizations;
    SummarySection results; ///< The latest of each test.
};

/// Same thread as `database`. Takes at most a second for 100,000 records.
Result<Summary> summarize(vault::Database &database, vault::PersonId person);

/// For a terminal. `name` is the person's.
std::string renderText(const Summary &summary, std::string_view name);

} // namespace keepwell::records
