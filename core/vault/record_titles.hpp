// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/vault/database.hpp"
#include "core/vault/row_id.hpp"

#include <set>
#include <string>
#include <vector>

namespace keepwell::vault {

/// What a record of a source is called.
struct RecordTitle
{
    std::string type;      ///< "Condition".
    std::string logicalId; ///< The resource's `id`.
    std::string title;
};

/// The titles of those records of a source that have one of these logical ids, among its first
/// 20,000 records (a few milliseconds). Same thread as `database`.
Result<std::vector<RecordTitle>> titlesInSource(Database &database, SourceId source,
                                                const std::set<std::string> &logicalIds);

} // namespace keepwell::vault
