// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"
#include "core/vault/statement.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace keepwell::vault {

/// One connection to an encrypted database: SQLCipher 4 with a raw key, set up as
/// docs/spec/vault.md says (page 4096, HMAC-SHA256, WAL, synchronous FULL, secure_delete, …).
/// One thread at a time; move only. Several connections to one file may live in one process.
///
/// Errors of everything below that runs SQL: Conflict (busy, or a constraint), Unavailable (the
/// disk is full, read-only or failing; the detail says which), Tampered (a page's HMAC or the
/// file's structure is wrong), Cancelled (see StopGuard), InvalidInput (a value too large),
/// Failed (the rest). Details never hold the data.
class Database
{
public:
    /// A new, empty database, file mode 0600. Errors: Conflict when the file exists.
    static Result<Database> create(const std::filesystem::path &file,
                                   const crypto::DatabaseKey &key);
    /// An existing database; never makes an empty one. Errors: NotFound; Tampered when the key
    /// does not open it, when it is empty or not encrypted; Unavailable on a read-only disk.
    static Result<Database> open(const std::filesystem::path &file, const crypto::DatabaseKey &key);
    /// For benchmarks alone: the same settings, created or opened, readable by everyone.
    static Result<Database> openUnkeyed(const std::filesystem::path &file);

    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database(); ///< Every Statement and Transaction of it must be gone.

    /// From the cache, or compiled now; `sql` is one statement.
    Result<Statement> prepare(std::string_view sql);
    /// prepare(), bind all, run: for a statement without rows that is used here and there.
    template <class... Values>
    Result<> run(std::string_view sql, const Values &...values)
    {
        KEEPWELL_TRY(Statement statement, prepare(sql));
        return statement.bind(values...).run();
    }
    /// One or more statements without parameters, such as a schema.
    Result<> execute(const char *sql);

    std::int64_t lastInsertId() const;
    /// Rows changed by the statement that ran last.
    std::int64_t changes() const;

    Result<std::int64_t> userVersion();
    Result<> setUserVersion(std::int64_t version); ///< Part of the transaction it is in.
    /// SQLCipher's version, "4.6.1 community"; empty in an unkeyed database of a plain SQLite.
    Result<std::string> cipherVersion();
    /// Moves everything from the -wal file into the database file and cuts the -wal to nothing.
    Result<> checkpoint();
    /// Reads every page and checks its HMAC and the structure. Errors: Tampered.
    Result<> checkIntegrity();

private:
    friend class Transaction;
    friend class StopGuard;
    explicit Database(std::unique_ptr<Connection> connection);
    static Result<Database> connect(const std::filesystem::path &file,
                                    const crypto::DatabaseKey *key);
    std::unique_ptr<Connection> m_connection;
};

/// Rolls back unless committed. Inside another transaction it is a savepoint, so that a function
/// which needs one can be called alone or as a part of a larger act. Same thread as its database.
class Transaction
{
public:
    static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// On an error nothing was committed, and the destructor rolls back.
    Result<> commit();

private:
    Transaction(Connection &connection, int depth);
    Connection *m_connection;
    int m_depth; ///< 0 is the real transaction, 1 and up are savepoints.
};

/// While it lives, statements of this database end with Cancelled soon after a stop is asked for.
class StopGuard
{
public:
    StopGuard(Database &database, std::stop_token stop);
    ~StopGuard();
    StopGuard(const StopGuard &) = delete;
    StopGuard &operator=(const StopGuard &) = delete;

private:
    Connection *m_connection;
    std::stop_token m_outer;
};

} // namespace keepwell::vault
