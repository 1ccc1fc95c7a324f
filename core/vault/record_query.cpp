// SPDX-License-Identifier: Apache-2.0
#include "core/vault/record_query.hpp"

#include "core/vault/record_key.hpp"
#include "core/vault/search_words.hpp"

#include <algorithm>

namespace keepwell::vault {
namespace {

/// A date's span starts at most a leap year before its end, and a day for the time zones.
constexpr std::int64_t kLongestSpan = std::int64_t{367} * 86'400;
constexpr std::int64_t kNone = 1; ///< Smaller than the id of any dated record.

} // namespace

Result<RecordQuery> RecordQuery::of(const RecordFilter &filter, std::optional<RecordId> after)
{
    RecordQuery query;
    const std::string words = searchExpression(filter.search);
    if (!words.empty()) {
        query.m_sql = "FROM record_words w CROSS JOIN record r ON r.id = w.rowid";
        query.where("w.record_words MATCH " + query.parameter(words));
        if (after) {
            query.where("w.rowid < " + query.parameter(static_cast<std::int64_t>(*after)));
        }
    } else {
        query.m_sql = "FROM record r";
        if (after) {
            query.where("r.id < " + query.parameter(static_cast<std::int64_t>(*after)));
        }
        if (!filter.search.empty()
            && filter.search.find_first_not_of(" \t\r\n") != std::string::npos) {
            query.where("0"); // only signs were typed: no word starts with them
        }
    }
    query.kinds(filter.kinds);
    if (filter.person) {
        query.where("r.person = " + query.parameter(*filter.person));
    }
    if (filter.isPrivate) {
        query.where(*filter.isPrivate ? "r.private = 1" : "r.private = 0");
    }
    KEEPWELL_CHECK(query.dates(filter));
    return query;
}

void RecordQuery::kinds(const std::vector<RecordKind> &wanted)
{
    if (wanted.empty()) {
        return;
    }
    if (wanted.size() == 1) {
        where("r.kind = " + parameter(static_cast<std::int64_t>(wanted.front())));
        return;
    }
    std::string list;
    for (const RecordKind kind : wanted) {
        list += (list.empty() ? "" : ", ") + std::to_string(static_cast<int>(kind));
    }
    where("+r.kind IN (" + list + ")"); // + : in the order of ids, not kind by kind
}

Result<> RecordQuery::dates(const RecordFilter &filter)
{
    if (!filter.since.empty()) {
        KEEPWELL_TRY(const DateBound since, parseSince(filter.since));
        const std::int64_t earliest = std::min(since.utc, since.wallClock) - kLongestSpan;
        where("r.id >= " + parameter(std::max(firstKeyOf(earliest), kNone)));
        where("r.last >= CASE r.wall WHEN 1 THEN " + parameter(since.wallClock) + " ELSE "
              + parameter(since.utc) + " END");
    }
    if (!filter.until.empty()) {
        KEEPWELL_TRY(const DateBound until, parseUntil(filter.until));
        // The key holds the first second, so comparing keys compares seconds.
        where("r.id < CASE r.wall WHEN 1 THEN " + parameter(firstKeyOf(until.wallClock + 1))
              + " ELSE " + parameter(firstKeyOf(until.utc + 1)) + " END");
    }
    return {};
}

void RecordQuery::where(const std::string &condition)
{
    m_sql += (m_hasWhere ? " AND " : " WHERE ") + condition;
    m_hasWhere = true;
}

std::string RecordQuery::parameter(Parameter value)
{
    m_parameters.push_back(std::move(value));
    return "?" + std::to_string(m_parameters.size());
}

int RecordQuery::bind(Statement &statement) const
{
    int index = 0;
    for (const Parameter &value : m_parameters) {
        ++index;
        if (const auto *text = std::get_if<std::string>(&value)) {
            statement.bindAt(index, std::string_view{*text});
        } else {
            statement.bindAt(index, std::get<std::int64_t>(value));
        }
    }
    return index + 1;
}

} // namespace keepwell::vault
