// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace keepwell::vault {

/// A RecordFilter as SQL over `record r`. All that was typed goes in as parameters.
class RecordQuery
{
public:
    /// Errors: Usage for a date that is none.
    static Result<RecordQuery> of(const RecordFilter &filter, std::optional<RecordId> after = {});

    /// "FROM … WHERE …".
    const std::string &fromWhere() const { return m_sql; }
    /// Binds the parameters from ?1 on; returns the number of the next free one.
    int bind(Statement &statement) const;

private:
    using Parameter = std::variant<std::int64_t, std::string>;
    RecordQuery() = default;
    void where(const std::string &condition);
    std::string parameter(Parameter value);
    void kinds(const std::vector<RecordKind> &wanted);
    Result<> dates(const RecordFilter &filter);

    std::string m_sql;
    bool m_hasWhere = false;
    std::vector<Parameter> m_parameters;
};

} // namespace keepwell::vault
