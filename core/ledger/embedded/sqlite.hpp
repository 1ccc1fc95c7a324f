// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace keepwell::ledger {

/// A running statement; resets itself when it goes. Columns count from 0, parameters from 1.
class Cursor
{
public:
    explicit Cursor(sqlite3_stmt *statement) : m_statement{statement} {}
    Cursor(Cursor &&other) noexcept : m_statement{std::exchange(other.m_statement, nullptr)} {}
    Cursor &operator=(Cursor &&) = delete;
    ~Cursor();

    Cursor &bind(int at, std::int64_t number);
    Cursor &bind(int at, std::string_view text);
    Cursor &bind(int at, ByteView blob);

    /// True while there is a row. Errors: see Sqlite.
    Result<bool> next();
    /// next() until there is none.
    Result<> run();

    // nullopt when the column holds another type: rows are hostile.
    std::optional<std::int64_t> integerAt(int column) const;
    std::optional<ByteView> blobAt(int column) const; ///< Valid until next().
    std::optional<std::string> textAt(int column) const;

private:
    sqlite3_stmt *m_statement;
};

/// One connection to a plain (unkeyed) database file. One thread at a time.
///
/// Errors of all: Unavailable (disk full, read-only or failing; busy for longer than the patience),
/// Cancelled, Tampered (the file's structure is damaged), Failed.
class Sqlite
{
public:
    enum class Mode {
        ReadOnly,
        Immutable, ///< Read-only on a medium that cannot change; needs no -shm.
        ReadWrite,
        Create,
    };

    static Result<std::unique_ptr<Sqlite>> open(const std::filesystem::path &file, Mode mode);
    ~Sqlite();
    Sqlite(const Sqlite &) = delete;
    Sqlite &operator=(const Sqlite &) = delete;

    /// Statements without parameters and rows.
    Result<> execute(const char *sql);
    /// One statement, compiled once per connection.
    Result<Cursor> prepare(const char *sql);
    /// The first column of the first row.
    Result<std::int64_t> number(const char *sql);

    /// How long the next calls wait for another process.
    void setPatience(std::stop_token stop, std::chrono::milliseconds atMost);

    /// Cuts the -wal file to nothing. False: another process is reading, try again later.
    Result<bool> truncateWal();

private:
    Sqlite() = default;
    static int whenBusy(void *self, int attempt);

    sqlite3 *m_handle = nullptr;
    std::map<std::string, sqlite3_stmt *, std::less<>> m_statements;
    std::stop_token m_stop;
    std::chrono::steady_clock::time_point m_deadline{std::chrono::steady_clock::now()
                                                     + std::chrono::seconds{30}};
};

/// Runs `work` between `begin` and COMMIT; rolled back unless it returns a value.
template <class Work>
auto inTransaction(Sqlite &connection, const char *begin, Work &work) -> decltype(work())
{
    KEEPWELL_CHECK(connection.execute(begin));
    auto result = work();
    if (result) {
        auto committed = connection.execute("COMMIT");
        if (committed) {
            return result;
        }
        (void)connection.execute("ROLLBACK");
        return std::unexpected{std::move(committed).error()};
    }
    // It may have rolled back by itself already (a full disk does that).
    (void)connection.execute("ROLLBACK");
    return result;
}

} // namespace keepwell::ledger
