// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/state_view.hpp"
#include "core/ledger/embedded/sqlite.hpp"
#include "core/ledger/ledger.hpp"

namespace keepwell::ledger {

/// A row as it stands in the file; nothing about it is checked but its types and sizes.
struct LedgerRow
{
    std::int64_t index = 0;
    std::int64_t time = 0;
    std::int64_t outcome = 0;
    Bytes payload;
    Bytes signature;
};

/// The ledger's SQLite file: format, rows and private values, without any rule of the contract.
/// One thread at a time. Errors of all: those of Sqlite.
class LedgerFile
{
public:
    /// Makes a new network, complete or not at all; another process may win the race, then nothing
    /// is changed. Errors: those of Sqlite; Unavailable when the file cannot be made.
    static Result<> create(const std::filesystem::path &file, Instant now);

    /// Errors: NotFound; InvalidInput "not a Keepwell ledger"; Unsupported for a newer format;
    /// Tampered when the database is damaged.
    static Result<LedgerFile> open(const std::filesystem::path &file, Sqlite::Mode mode);

    /// Runs `work` in a transaction that writes, or in one that only reads one state of the file.
    /// Rolled back unless `work` returns a value.
    template <class Work>
    auto writing(Work work) -> decltype(work())
    {
        return inTransaction(*m_connection, "BEGIN IMMEDIATE", work);
    }
    template <class Work>
    auto reading(Work work) -> decltype(work())
    {
        return inTransaction(*m_connection, "BEGIN", work);
    }

    /// One more than the highest index; 0 for an empty table.
    Result<std::uint64_t> size();
    /// At most `limit` rows from `from` on, in order. Errors: Tampered naming a row of wrong form.
    Result<std::vector<LedgerRow>> rows(std::uint64_t from, std::size_t limit);
    Result<> append(const LedgerRow &row);

    Result<std::optional<Bytes>> privateValue(const std::string &name);
    /// `ends`: the second from which the value is swept.
    Result<> putPrivate(const std::string &name, ByteView value, Instant ends);
    Result<> setEnds(const std::string &name, Instant ends);
    /// True when there was something to destroy.
    Result<bool> purge(const std::string &name);
    Result<bool> sweep(Instant now);

    Sqlite &connection() { return *m_connection; }

private:
    explicit LedgerFile(std::unique_ptr<Sqlite> connection);

    std::unique_ptr<Sqlite> m_connection;
};

} // namespace keepwell::ledger
