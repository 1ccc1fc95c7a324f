// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"

#include <cstdint>
#include <filesystem>
#include <stop_token>

namespace keepwell::records {

struct ExportReport
{
    std::uint64_t records = 0;
    std::uint64_t files = 0; ///< Records and attachments together.
};

/// Writes every record the filter takes (without its limit) as its exact FHIR bytes, one file each, and every
/// attachment as a file beside it, into `folder`: new (mode 0700), or there and empty. Files are
/// 0600; their names are made here, never taken from a record as they are.
/// Errors: Conflict when the folder holds something; Unavailable; Cancelled. After an error nothing
/// of it is left.
Result<ExportReport> exportRecords(vault::Database &database, const std::filesystem::path &folder,
                                   const vault::RecordFilter &filter, std::stop_token stop,
                                   const ProgressFn &progress);

} // namespace keepwell::records
