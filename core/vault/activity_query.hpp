// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/activity_row.hpp"
#include "core/vault/database.hpp"

#include <optional>
#include <string>

namespace keepwell::vault {

/// Where a page begins: the lines older than this one.
struct ActivityPlace
{
    Instant time;
    ActivityId id{};
};

/// The SQL of a filter over the timeline. Every filter reads an index in the order of the list, so
/// that a first page costs the same however many lines there are. Internal to activity_table.cpp.
class ActivityQuery
{
public:
    /// `filter` must outlive the query.
    ActivityQuery(const ActivityFilter &filter, std::optional<ActivityPlace> after);

    /// The lines, newest first: columns as activity_table.cpp reads them.
    std::string listSql() const;
    std::string countSql() const;

    void bind(Statement &statement) const; ///< For both.

private:
    std::string lines(const std::string &columns) const;
    std::string where(std::size_t kind) const;

    const ActivityFilter &m_filter;
    std::optional<ActivityPlace> m_after;
};

} // namespace keepwell::vault
