// SPDX-License-Identifier: Apache-2.0
#include "core/records/importer.hpp"

#include "core/records/files_to_read.hpp"
#include "core/records/import_file.hpp"
#include "core/records/read_file.hpp"

#include <algorithm>
#include <optional>

namespace keepwell::records {
namespace {

/// One import: what its files share, and the report they fill.
class Import
{
public:
    Import(vault::Database &database, const Clock &clock, const ImportOptions &options)
        : m_database{database}, m_table{database}, m_now{clock.now()}, m_options{options}
    {
    }

    void expect(std::uint64_t bytes) { m_total += bytes; }
    bool isStopped() const { return m_report.stopped || m_options.stop.stop_requested(); }
    void stop() { m_report.stopped = true; }

    Result<> file(std::string_view path, std::string_view bytes)
    {
        const ImportContext context{m_database, m_table,   m_references,
                                    m_now,      m_options, [&](std::uint64_t done) { tell(done); }};
        auto outcome = importFile(context, path, bytes);
        if (!outcome && outcome.error().code == ErrorCode::Cancelled) {
            stop();
            return {};
        }
        KEEPWELL_TRY(FileOutcome known, std::move(outcome));
        m_done += bytes.size();
        take(std::move(known));
        return {};
    }

    void refuse(const FileToRead &file, const Error &error)
    {
        FileOutcome outcome;
        outcome.report.path = file.path;
        outcome.report.format = "unknown";
        outcome.report.rejected = 1;
        outcome.rejected.push_back({file.path, "", error.code, error.detail});
        m_done += file.size;
        take(std::move(outcome));
    }

    ImportReport finish() { return std::move(m_report); }

private:
    void tell(std::uint64_t doneOfFile) const
    {
        if (m_options.progress) {
            m_options.progress(m_done + doneOfFile, m_total);
        }
    }

    void take(FileOutcome outcome)
    {
        m_report.added += outcome.report.added;
        m_report.duplicates += outcome.report.duplicates;
        std::ranges::move(outcome.rejected, std::back_inserter(m_report.rejected));
        if (!m_options.dryRun) {
            std::ranges::copy(outcome.records, std::back_inserter(m_report.records));
        }
        m_report.files.push_back(std::move(outcome.report));
        tell(0);
        if (m_options.fileDone) {
            m_options.fileDone(m_report.files.back());
        }
    }

    vault::Database &m_database;
    vault::RecordTable m_table;
    fhir::ReferenceIndex m_references;
    Instant m_now;
    const ImportOptions &m_options;
    std::uint64_t m_total = 0;
    std::uint64_t m_done = 0;
    ImportReport m_report;
};

/// A dry run does everything and commits nothing.
Result<std::optional<vault::Transaction>> dryRunGuard(vault::Database &database, bool dryRun)
{
    std::optional<vault::Transaction> guard;
    if (dryRun) {
        KEEPWELL_TRY(vault::Transaction outer, vault::Transaction::begin(database));
        guard.emplace(std::move(outer));
    }
    return guard;
}

} // namespace

Result<ImportReport> importFiles(vault::Database &database, const Clock &clock,
                                 std::span<const std::filesystem::path> paths,
                                 const ImportOptions &options)
{
    KEEPWELL_TRY(const auto guard, dryRunGuard(database, options.dryRun));
    const std::vector<FileToRead> files = filesToRead(paths);
    Import import{database, clock, options};
    for (const FileToRead &file : files) {
        import.expect(file.size);
    }
    for (const FileToRead &file : files) {
        if (import.isStopped()) {
            import.stop();
            break;
        }
        if (file.error) {
            import.refuse(file, *file.error);
            continue;
        }
        const auto bytes = readFile(file.path);
        if (!bytes) {
            import.refuse(file, bytes.error());
            continue;
        }
        KEEPWELL_CHECK(import.file(file.path, *bytes));
    }
    return import.finish();
}

Result<ImportReport> importBytes(vault::Database &database, const Clock &clock,
                                 std::string_view name, std::string_view bytes,
                                 const ImportOptions &options)
{
    KEEPWELL_TRY(const auto guard, dryRunGuard(database, options.dryRun));
    Import import{database, clock, options};
    import.expect(bytes.size());
    KEEPWELL_CHECK(import.file(name, bytes));
    return import.finish();
}

Result<> outcomeOf(const ImportReport &report)
{
    if (report.added == 0 && report.duplicates == 0 && !report.rejected.empty()) {
        const Rejection &first = report.rejected.front();
        std::string place = std::filesystem::path{first.path}.filename().string();
        if (!first.place.empty()) {
            place += ", " + first.place;
        }
        return fail(first.code, place + ": " + first.detail);
    }
    return {};
}

} // namespace keepwell::records
