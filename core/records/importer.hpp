// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/records/person_choice.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"

#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell::records {

/// An entry, a line or a whole file that did not go in.
struct Rejection
{
    std::string path;
    std::string place; ///< "entry[12]", "line 7", or "" for the file itself.
    ErrorCode code = ErrorCode::InvalidInput;
    std::string detail;
};

/// What became of one file: added + duplicates + rejected is the number of its entries.
struct FileReport
{
    std::string path;
    std::string format; ///< "FHIR resource", "FHIR Bundle", "FHIR NDJSON", "PDF", …
    std::uint64_t added = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t rejected = 0;
};

struct ImportReport
{
    std::uint64_t added = 0;
    std::uint64_t duplicates = 0;
    std::vector<Rejection> rejected;
    std::vector<FileReport> files;
    std::vector<vault::RecordId> records; ///< The added ones; empty in a dry run.
    bool stopped = false;                 ///< Files not in `files` were not begun, or undone.
};

struct ImportOptions
{
    PersonChoice person = ByTheFile{};
    std::string from;    ///< The contact who delivered this; "" for files of one's own.
    bool dryRun = false; ///< Reports exactly what would happen, and changes nothing.
    std::stop_token stop;
    ProgressFn progress;                              ///< Bytes of all files.
    std::function<void(const FileReport &)> fileDone; ///< After each file, from this thread.
};

/// Brings files and folders (recursive, sorted) into the vault: one transaction a file, a file that
/// cannot be read changes nothing, a bad entry is named and the rest go in. What is wrong with a
/// file is in the report. Same thread as `database`.
/// Errors: those of the database only; files reported until then are in.
Result<ImportReport> importFiles(vault::Database &database, const Clock &clock,
                                 std::span<const std::filesystem::path> paths,
                                 const ImportOptions &options);

/// The same for bytes that are no file here, such as a delivery that was opened. `name` is shown.
Result<ImportReport> importBytes(vault::Database &database, const Clock &clock,
                                 std::string_view name, std::string_view bytes,
                                 const ImportOptions &options);

/// The status of an import as a whole: nothing if anything was added or already there or there was
/// nothing to do, else the first rejection as an error.
Result<> outcomeOf(const ImportReport &report);

} // namespace keepwell::records
