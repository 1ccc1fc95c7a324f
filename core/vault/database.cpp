// SPDX-License-Identifier: Apache-2.0
#include "core/vault/database.hpp"

#include "core/base/descriptor.hpp"
#include "core/vault/connection.hpp"
#include "core/vault/wiped_memory.hpp"

#include <fcntl.h>
#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace keepwell::vault {
namespace {

namespace fs = std::filesystem;

// Before main(): a ledger, which is SQLite too, may be opened before any vault.
[[maybe_unused]] const bool kWipesMemory = wipeWhatSqliteFrees();

constexpr auto kBeforeKey = "PRAGMA cipher_memory_security = OFF;";
// The first key of a process turns the log on, so it is turned off after it; nothing is read before.
constexpr auto kCipher = "PRAGMA cipher_log_level = NONE;"
                         "PRAGMA cipher_page_size = 4096;"
                         "PRAGMA cipher_hmac_algorithm = HMAC_SHA256;"
                         "PRAGMA cipher_kdf_algorithm = PBKDF2_HMAC_SHA512;";
constexpr auto kSettings = "PRAGMA temp_store = MEMORY;"
                           "PRAGMA trusted_schema = OFF;"
                           "PRAGMA foreign_keys = ON;"
                           "PRAGMA mmap_size = 0;"
                           "PRAGMA cache_size = -65536;"
                           "PRAGMA journal_size_limit = 16777216;"
                           "PRAGMA secure_delete = ON;"
                           "PRAGMA journal_mode = WAL;"
                           "PRAGMA synchronous = FULL;";

constexpr std::uintmax_t kPageBytes = 4096;
constexpr int kBusyMilliseconds = 5000;
constexpr std::string_view kPlainMagic{"SQLite format 3\0", 16};

/// SQLCipher takes a raw key as the text x'64 hex digits'.
int giveRawKey(sqlite3 *handle, const crypto::DatabaseKey &key)
{
    constexpr std::size_t kSize = 3 + 2 * crypto::DatabaseKey::kBytes;
    using KeyText = crypto::Secret<struct KeyTextTag, kSize + 1>;
    const auto text = KeyText::make([&](std::span<std::byte, kSize + 1> bytes) {
        auto *out = reinterpret_cast<char *>(bytes.data());
        out[0] = 'x';
        out[1] = '\'';
        sodium_bin2hex(out + 2, 2 * crypto::DatabaseKey::kBytes + 1,
                       reinterpret_cast<const unsigned char *>(key.expose().data()),
                       crypto::DatabaseKey::kBytes);
        out[kSize - 1] = '\'';
        out[kSize] = '\0';
    });
    return sqlite3_key_v2(handle, "main", text.expose().data(), static_cast<int>(kSize));
}

Result<> refuseCutOrPlain(const fs::path &file)
{
    std::error_code ignored;
    if (fs::file_size(file, ignored) < kPageBytes) {
        return fail(ErrorCode::Tampered, "the wallet's database was cut off");
    }
    std::array<char, 16> head{};
    std::ifstream stream{file, std::ios::binary};
    stream.read(head.data(), head.size());
    if (std::string_view{head.data(), head.size()} == kPlainMagic) {
        return fail(ErrorCode::Tampered, "the wallet's database is not encrypted; it was replaced");
    }
    return {};
}

Result<> createFile(const fs::path &file)
{
    const Descriptor made{::open(file.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600)};
    if (!made.isOpen()) {
        const int reason = errno;
        return fail(reason == EEXIST ? ErrorCode::Conflict : ErrorCode::Unavailable,
                    "cannot create " + file.filename().string() + ": " + std::strerror(reason));
    }
    return {};
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection) : m_connection{std::move(connection)} {}

Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::create(const fs::path &file, const crypto::DatabaseKey &key)
{
    KEEPWELL_CHECK(createFile(file));
    auto database = connect(file, &key);
    if (!database) {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
    return database;
}

Result<Database> Database::open(const fs::path &file, const crypto::DatabaseKey &key)
{
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) {
        return fail(ErrorCode::NotFound,
                    "the wallet's database is not there: " + file.filename().string());
    }
    KEEPWELL_CHECK(refuseCutOrPlain(file));
    KEEPWELL_TRY(Database database, connect(file, &key));
    // To SQLCipher a first page of zeros is an empty database, whatever the key.
    KEEPWELL_TRY(Statement tables, database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1"));
    KEEPWELL_TRY(const bool any, tables.step());
    if (!any) {
        return fail(ErrorCode::Tampered, "the wallet's database was emptied");
    }
    return database;
}

Result<Database> Database::openUnkeyed(const fs::path &file) { return connect(file, nullptr); }

Result<Database> Database::connect(const fs::path &file, const crypto::DatabaseKey *key)
{
    Database database{std::make_unique<Connection>()};
    Connection &connection = *database.m_connection;
    const int opened
        = sqlite3_open_v2(file.c_str(), &connection.handle,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE
                              | (key == nullptr ? SQLITE_OPEN_CREATE : 0),
                          nullptr);
    if (opened != SQLITE_OK) {
        return connection.failure(opened);
    }
    sqlite3_busy_timeout(connection.handle, kBusyMilliseconds);
    sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(connection.handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    if (key != nullptr) {
        KEEPWELL_CHECK(database.execute(kBeforeKey));
        if (const int code = giveRawKey(connection.handle, *key); code != SQLITE_OK) {
            return connection.failure(code);
        }
        KEEPWELL_CHECK(database.execute(kCipher));
        KEEPWELL_TRY(const std::string version, database.cipherVersion());
        if (version.empty()) {
            return fail(ErrorCode::Failed, "this build has no SQLCipher; nothing is written");
        }
    }
    if (sqlite3_db_readonly(connection.handle, "main") == 1) {
        return fail(ErrorCode::Unavailable,
                    "the wallet's database: the disk or the file is read-only");
    }
    KEEPWELL_CHECK(database.execute(kSettings));
    KEEPWELL_CHECK(database.execute("SELECT count(*) FROM sqlite_schema;"));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = m_connection->takeIdle(sql);
    if (statement == nullptr) {
        const int code
            = sqlite3_prepare_v3(m_connection->handle, sql.data(), static_cast<int>(sql.size()),
                                 SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) {
            return m_connection->failure(code, true);
        }
    }
    return Statement{*m_connection, statement};
}

Result<> Database::execute(const char *sql)
{
    const int code = sqlite3_exec(m_connection->handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return m_connection->failure(code, true);
    }
    return {};
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_connection->handle);
}

std::int64_t Database::changes() const { return sqlite3_changes64(m_connection->handle); }

Result<std::int64_t> Database::userVersion()
{
    KEEPWELL_TRY(Statement statement, prepare("PRAGMA user_version"));
    KEEPWELL_TRY(const auto version,
                 statement.first([](Statement &row) { return row.integerAt(0); }));
    return version.value_or(0);
}

Result<> Database::setUserVersion(std::int64_t version)
{
    return execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
}

Result<std::string> Database::cipherVersion()
{
    KEEPWELL_TRY(Statement statement, prepare("PRAGMA cipher_version"));
    KEEPWELL_TRY(const auto version, statement.first([](Statement &row) { return row.textAt(0); }));
    return version.value_or("");
}

Result<> Database::checkpoint() { return execute("PRAGMA wal_checkpoint(TRUNCATE);"); }

Result<> Database::checkIntegrity()
{
    for (const auto *check : {"PRAGMA cipher_integrity_check", "PRAGMA integrity_check(1)"}) {
        KEEPWELL_TRY(Statement statement, prepare(check));
        KEEPWELL_TRY(const auto problem,
                     statement.first([](Statement &row) { return row.textAt(0); }));
        if (problem && *problem != "ok") {
            return fail(ErrorCode::Tampered, "the wallet's database: " + *problem);
        }
    }
    return {};
}

} // namespace keepwell::vault
