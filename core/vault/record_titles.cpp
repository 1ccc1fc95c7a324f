// SPDX-License-Identifier: Apache-2.0
#include "core/vault/record_titles.hpp"

#include <cstdint>

namespace keepwell::vault {

Result<std::vector<RecordTitle>> titlesInSource(Database &database, SourceId source,
                                                const std::set<std::string> &logicalIds)
{
    std::vector<RecordTitle> found;
    if (logicalIds.empty()) {
        return found;
    }
    std::vector<std::int64_t> ids;
    KEEPWELL_TRY(Statement bodies,
                 database.prepare("SELECT id, type, logical_id FROM record_body "
                                  "WHERE source = ?1 LIMIT 20000"));
    KEEPWELL_CHECK(bodies.bind(source.value).all([&](Statement &row) {
        std::string logicalId = row.textAt(2);
        if (logicalIds.contains(logicalId)) {
            ids.push_back(row.integerAt(0));
            found.push_back({row.textAt(1), std::move(logicalId), {}});
        }
        return true;
    }));
    KEEPWELL_TRY(Statement titles, database.prepare("SELECT title FROM record WHERE id = ?1"));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        KEEPWELL_TRY(const auto title, titles.bind(ids[i]).first([](Statement &row) {
            return std::string{row.textAt(0)};
        }));
        found[i].title = title.value_or("");
    }
    return found;
}

} // namespace keepwell::vault
