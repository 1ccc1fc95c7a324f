// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/readable.hpp"

#include <string_view>

namespace keepwell::records {

/// A lab report only points at its values. Finds them among the records of the same file and day,
/// and puts them into `readable` as a section "Results", after what the report concludes; the rest
/// of the report follows. Leaves other records, and reports whose values are not here, as they are.
/// `slice` is the report's JSON. Same thread as `database`. Errors: those of the vault.
Result<> addReportedResults(vault::Database &database, const vault::StoredRecord &report,
                            std::string_view slice, Readable &readable);

} // namespace keepwell::records
