// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/ledger_check.hpp"

#include "core/ledger/embedded/history.hpp"
#include "core/ledger/embedded/ledger_file.hpp"
#include "core/ledger/entry_replay.hpp"

namespace keepwell::ledger {
namespace {

constexpr std::size_t kRowsAtOnce = 1024;
constexpr std::size_t kMostProblems = 100;

/// Walks over all rows, good or bad.
class Auditor
{
public:
    Auditor(LedgerFile &file, ProgressFn progress, std::stop_token stop)
        : m_file{&file}, m_progress{std::move(progress)}, m_stop{std::move(stop)}
    {
    }

    Result<LedgerReport> audit();

private:
    void auditRow(LedgerRow row);
    void replayRow(const CheckedRow &row);
    void note(std::optional<std::uint64_t> index, std::string what);

    LedgerFile *m_file;
    ProgressFn m_progress;
    std::stop_token m_stop;
    LedgerReport m_report;
    EntryReplay m_replay;
    std::uint64_t m_expected = 0; ///< Index of the next row.
};

Result<LedgerReport> Auditor::audit()
{
    KEEPWELL_TRY(const std::uint64_t size, m_file->size());
    while (true) {
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while checking the ledger");
        }
        KEEPWELL_TRY(std::vector<LedgerRow> rows, m_file->rows(m_expected, kRowsAtOnce));
        if (rows.empty()) {
            break;
        }
        for (LedgerRow &row : rows) {
            auditRow(std::move(row));
        }
        if (m_progress) {
            m_progress(m_expected, size);
        }
    }
    if (m_report.entries == 0) {
        note(std::nullopt, "it has no entries, not even the first");
    }
    m_report.root = m_replay.root();
    return std::move(m_report);
}

void Auditor::auditRow(LedgerRow row)
{
    const auto index = static_cast<std::uint64_t>(row.index);
    if (index != m_expected) {
        const std::uint64_t last = index - 1;
        note(m_expected,
             m_expected == last ? "missing"
                                : "missing, and all up to entry " + std::to_string(last));
        m_expected = index;
    }
    ++m_expected;
    ++m_report.entries;
    const Bytes32 leaf
        = leafHash(index, static_cast<std::uint64_t>(row.time),
                   static_cast<std::uint64_t>(row.outcome), row.payload, row.signature);
    const auto checked = checkRow(std::move(row), index, &m_report.network, false);
    if (!checked) {
        note(index, checked.error().detail);
    } else if (index == 0) {
        m_report.network = contract::NetworkId{leaf};
    } else {
        replayRow(*checked);
    }
    m_replay.append(leaf);
}

void Auditor::replayRow(const CheckedRow &row)
{
    if (!row.transaction) {
        return;
    }
    for (const Result<> &said :
         {m_replay.replay(*row.transaction, row.entry.time, row.entry.outcome),
          m_replay.compareSeen(row.transaction->payload().seen)}) {
        if (!said) {
            note(row.entry.index, said.error().detail);
        }
    }
}

void Auditor::note(std::optional<std::uint64_t> index, std::string what)
{
    if (m_report.problems.size() < kMostProblems) {
        m_report.problems.push_back({.index = index, .what = std::move(what)});
    }
}

/// Beside a -wal file it must be read with it; alone it may lie on a medium that cannot be written.
Result<LedgerFile> openToRead(const std::filesystem::path &file)
{
    std::error_code fault;
    const auto walBytes = std::filesystem::file_size(file.string() + "-wal", fault);
    const bool hasWal = !fault && walBytes > 0;
    auto opened = LedgerFile::open(file, Sqlite::Mode::ReadOnly);
    if (!opened && opened.error().code == ErrorCode::Unavailable && !hasWal) {
        return LedgerFile::open(file, Sqlite::Mode::Immutable);
    }
    return opened;
}

} // namespace

Result<LedgerReport> checkLedgerFile(const std::filesystem::path &file, ProgressFn progress,
                                     std::stop_token stop)
{
    auto opened = openToRead(file);
    if (!opened && opened.error().code == ErrorCode::Tampered) {
        LedgerReport report;
        report.problems.push_back({.index = std::nullopt, .what = opened.error().detail});
        return report;
    }
    KEEPWELL_TRY(LedgerFile ledger, std::move(opened));
    auto report = ledger.reading(
        [&] { return Auditor{ledger, std::move(progress), std::move(stop)}.audit(); });
    if (!report && report.error().code == ErrorCode::Tampered) {
        LedgerReport damaged;
        damaged.problems.push_back({.index = std::nullopt, .what = report.error().detail});
        return damaged;
    }
    return report;
}

} // namespace keepwell::ledger
