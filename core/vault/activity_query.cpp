// SPDX-License-Identifier: Apache-2.0
#include "core/vault/activity_query.hpp"

namespace keepwell::vault {

namespace {

constexpr auto kColumns = "id, time, kind, contact, who, what, reason, grant_id, tx, entry, code, "
                          "proof, purpose, seen";

std::string parameter(std::size_t number) { return "?" + std::to_string(number); }

} // namespace

ActivityQuery::ActivityQuery(const ActivityFilter &filter, std::optional<ActivityPlace> after)
    : m_filter{filter}, m_after{after}
{
}

std::string ActivityQuery::where(std::size_t kind) const
{
    std::string text = " WHERE 1";
    std::size_t next = 1;
    if (m_filter.since) {
        text += " AND time >= " + parameter(next++);
    }
    if (m_filter.until) {
        text += " AND time < " + parameter(next++);
    }
    if (m_after) {
        text += " AND (time, id) < (" + parameter(next) + ", " + parameter(next + 1) + ")";
        next += 2;
    }
    if (!m_filter.who.empty()) {
        text += " AND who = " + parameter(next++);
    }
    if (m_filter.grant) {
        text += " AND grant_id = " + parameter(next++);
    }
    if (m_filter.unseen) {
        text += " AND seen = 0";
    }
    if (!m_filter.kinds.empty()) {
        text += " AND kind = " + parameter(next + kind);
    }
    return text;
}

/// One SELECT a kind: SQLite merges them, each in its index's order, where IN would have to sort.
std::string ActivityQuery::lines(const std::string &columns) const
{
    std::string text = "SELECT " + columns + " FROM activity" + where(0);
    for (std::size_t kind = 1; kind < m_filter.kinds.size(); ++kind) {
        text += " UNION ALL SELECT " + columns + " FROM activity" + where(kind);
    }
    return text;
}

std::string ActivityQuery::listSql() const
{
    std::string text = lines(kColumns) + " ORDER BY time DESC, id DESC";
    if (m_filter.limit > 0 || m_filter.offset > 0) {
        text += " LIMIT " + std::to_string(m_filter.limit > 0 ? m_filter.limit : -1) + " OFFSET "
            + std::to_string(m_filter.offset);
    }
    return text;
}

std::string ActivityQuery::countSql() const { return "SELECT count(*) FROM (" + lines("id") + ")"; }

void ActivityQuery::bind(Statement &statement) const
{
    int at = 0;
    if (m_filter.since) {
        statement.bindAt(++at, *m_filter.since);
    }
    if (m_filter.until) {
        statement.bindAt(++at, *m_filter.until);
    }
    if (m_after) {
        statement.bindAt(++at, m_after->time);
        statement.bindAt(++at, m_after->id);
    }
    if (!m_filter.who.empty()) {
        statement.bindAt(++at, std::string_view{m_filter.who});
    }
    if (m_filter.grant) {
        statement.bindAt(++at, *m_filter.grant);
    }
    for (const std::string &kind : m_filter.kinds) {
        statement.bindAt(++at, std::string_view{kind});
    }
}

} // namespace keepwell::vault
