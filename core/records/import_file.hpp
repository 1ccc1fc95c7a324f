// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/records/fhir/reference_index.hpp"
#include "core/records/importer.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_table.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace keepwell::records {

/// What one file came to, before it is part of the report.
struct FileOutcome
{
    FileReport report;
    std::vector<Rejection> rejected;
    std::vector<vault::RecordId> records;
};

/// What files of one import share.
struct ImportContext
{
    vault::Database &database;
    vault::RecordTable &table;
    fhir::ReferenceIndex &references; ///< Of the files that went in before.
    Instant now;
    const ImportOptions &options;
    std::function<void(std::uint64_t bytesOfFile)> progress;
};

/// Files the entries of one file in one transaction. What is wrong with the file is in the outcome.
/// Errors: Cancelled (the file is undone); those of the database.
Result<FileOutcome> importFile(const ImportContext &context, std::string_view path,
                               std::string_view bytes);

} // namespace keepwell::records
