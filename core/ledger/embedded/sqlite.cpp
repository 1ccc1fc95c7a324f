// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/sqlite.hpp"

#include <sqlite3.h>

#include <thread>

namespace keepwell::ledger {
namespace {

/// What a result code means to a person. Never SQLite's own text: it may quote a value.
Error errorFor(int code, bool stopped)
{
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        if (stopped) {
            return {ErrorCode::Cancelled, "stopped while waiting for the ledger file"};
        }
        return {ErrorCode::Unavailable,
                "the ledger file is in use by another program for too long"};
    case SQLITE_FULL:
        return {ErrorCode::Unavailable, "the ledger file cannot grow: the disk is full"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::Unavailable, "the ledger file cannot be written: it is read-only"};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Unavailable, "the ledger file cannot be opened"};
    case SQLITE_IOERR:
        return {ErrorCode::Unavailable,
                "the disk failed while the ledger file was in use (SQLite " + std::to_string(code)
                    + ")"};
    case SQLITE_CORRUPT:
        return {ErrorCode::Tampered, "the ledger file is damaged: its structure is broken"};
    case SQLITE_ERROR: // our statements are right for our tables, so the file is of another form
        return {ErrorCode::InvalidInput, "not a Keepwell ledger: its format is another one"};
    case SQLITE_NOTADB:
        return {ErrorCode::InvalidInput, "not a Keepwell ledger: not a database file"};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, "stopped"};
    default:
        return {ErrorCode::Failed,
                "the ledger file could not be used (SQLite " + std::to_string(code) + ")"};
    }
}

std::unexpected<Error> failure(int code, bool stopped = false)
{
    return std::unexpected{errorFor(code, stopped)};
}

/// A file: URI, so that `immutable` can be said; every byte but the plain ones is escaped.
std::string uriOf(const std::filesystem::path &file, bool immutable)
{
    std::string uri = "file:";
    for (const char letter : file.string()) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
            || (letter >= '0' && letter <= '9') || letter == '/' || letter == '.' || letter == '-'
            || letter == '_';
        if (plain) {
            uri += letter;
        } else {
            constexpr std::string_view kDigits = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(letter);
            uri += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
        }
    }
    return immutable ? uri + "?immutable=1" : uri;
}

} // namespace

Cursor::~Cursor()
{
    if (m_statement != nullptr) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
}

Cursor &Cursor::bind(int at, std::int64_t number)
{
    sqlite3_bind_int64(m_statement, at, number);
    return *this;
}

Cursor &Cursor::bind(int at, std::string_view text)
{
    sqlite3_bind_text64(m_statement, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Cursor &Cursor::bind(int at, ByteView blob)
{
    // A null pointer would bind NULL, and an empty blob is not that.
    static constexpr std::byte kNothing{};
    sqlite3_bind_blob64(m_statement, at, blob.empty() ? &kNothing : blob.data(), blob.size(),
                        SQLITE_TRANSIENT);
    return *this;
}

Result<bool> Cursor::next()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    return failure(sqlite3_extended_errcode(sqlite3_db_handle(m_statement)));
}

Result<> Cursor::run()
{
    while (true) {
        KEEPWELL_TRY(const bool more, next());
        if (!more) {
            return {};
        }
    }
}

std::optional<std::int64_t> Cursor::integerAt(int column) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_INTEGER) {
        return std::nullopt;
    }
    return sqlite3_column_int64(m_statement, column);
}

std::optional<ByteView> Cursor::blobAt(int column) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_BLOB) {
        return std::nullopt;
    }
    const auto *data = static_cast<const std::byte *>(sqlite3_column_blob(m_statement, column));
    return ByteView{data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::optional<std::string> Cursor::textAt(int column) const
{
    if (sqlite3_column_type(m_statement, column) != SQLITE_TEXT) {
        return std::nullopt;
    }
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return std::string{data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

Result<std::unique_ptr<Sqlite>> Sqlite::open(const std::filesystem::path &file, Mode mode)
{
    std::unique_ptr<Sqlite> connection{new Sqlite};
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
    switch (mode) {
    case Mode::ReadOnly:
    case Mode::Immutable:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Mode::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Mode::Create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    }
    const std::string uri = uriOf(file, mode == Mode::Immutable);
    if (const int code = sqlite3_open_v2(uri.c_str(), &connection->m_handle, flags, nullptr);
        code != SQLITE_OK) {
        return failure(code);
    }
    // SQLite falls back to reading without a word where it may not write.
    const bool toWrite = mode == Mode::ReadWrite || mode == Mode::Create;
    if (toWrite && sqlite3_db_readonly(connection->m_handle, "main") == 1) {
        return failure(SQLITE_READONLY);
    }
    sqlite3_busy_handler(connection->m_handle, &Sqlite::whenBusy, connection.get());
    sqlite3_db_config(connection->m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    KEEPWELL_CHECK(connection->execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                                       "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;"
                                       "PRAGMA synchronous = FULL;"));
    return connection;
}

Sqlite::~Sqlite()
{
    for (const auto &[sql, statement] : m_statements) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(m_handle);
}

Result<> Sqlite::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return failure(code, m_stop.stop_requested());
    }
    return {};
}

Result<Cursor> Sqlite::prepare(const char *sql)
{
    auto found = m_statements.find(std::string_view{sql});
    if (found == m_statements.end()) {
        sqlite3_stmt *statement = nullptr;
        const int code
            = sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) {
            return failure(code, m_stop.stop_requested());
        }
        found = m_statements.emplace(sql, statement).first;
    }
    return Cursor{found->second};
}

Result<std::int64_t> Sqlite::number(const char *sql)
{
    KEEPWELL_TRY(Cursor cursor, prepare(sql));
    KEEPWELL_TRY(const bool found, cursor.next());
    const auto value = found ? cursor.integerAt(0) : std::nullopt;
    if (!value) {
        return fail(ErrorCode::Tampered, "the ledger file is damaged: a number is missing");
    }
    return *value;
}

void Sqlite::setPatience(std::stop_token stop, std::chrono::milliseconds atMost)
{
    m_stop = std::move(stop);
    m_deadline = std::chrono::steady_clock::now() + atMost;
}

int Sqlite::whenBusy(void *self, int attempt)
{
    const auto *connection = static_cast<const Sqlite *>(self);
    if (connection->m_stop.stop_requested()
        || std::chrono::steady_clock::now() >= connection->m_deadline) {
        return 0;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{attempt < 10 ? 1 : 5});
    return 1;
}

Result<bool> Sqlite::truncateWal()
{
    // Readers of other processes hold it up: wait for none of them here.
    sqlite3_busy_handler(m_handle, nullptr, nullptr);
    const int code = sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                               nullptr, nullptr);
    sqlite3_busy_handler(m_handle, &Sqlite::whenBusy, this);
    if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED) {
        return false;
    }
    if (code != SQLITE_OK) {
        return failure(code);
    }
    return true;
}

} // namespace keepwell::ledger
