// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/ledger/embedded/history.hpp"

#include <stop_token>

namespace keepwell::ledger {

/// Takes the rows of a file into a history, checking them over all processors while the rows before
/// are replayed. Inside one SQLite transaction.
class HistoryReader
{
public:
    HistoryReader(LedgerFile &file, ProgressFn progress, std::stop_token stop)
        : m_file{&file}, m_progress{std::move(progress)}, m_stop{std::move(stop)}
    {
    }

    /// The whole file into an empty history, held against what the wallet has seen.
    /// Errors: Tampered, whose detail begins with "edited:", "truncated:", "rolled back:" or
    /// "forked:"; Unsupported, Cancelled, and those of LedgerFile.
    Result<> load(History &history, const std::optional<Pin> &pin) const;

    /// What was appended since. Errors: the same.
    Result<> proceed(History &history) const;

private:
    Result<> takeRows(History &history, std::uint64_t knownBelow) const;
    Error explain(const Pin &pin) const;

    LedgerFile *m_file;
    ProgressFn m_progress;
    std::stop_token m_stop;
};

/// Entries of the file that were taken in before. Errors: Tampered when a row is another one now.
Result<std::vector<Entry>> readKnownEntries(LedgerFile &file, const History &history,
                                            std::uint64_t from, std::size_t limit);

} // namespace keepwell::ledger
