// SPDX-License-Identifier: Apache-2.0
#include "core/vault/statement.hpp"

#include "core/vault/connection.hpp"

#include <sqlite3.h>

#include <utility>

namespace keepwell::vault {

Statement::Statement(Connection &connection, sqlite3_stmt *statement)
    : m_connection{&connection}, m_statement{statement}
{
}

Statement::Statement(Statement &&other) noexcept
    : m_connection{other.m_connection}
    , m_statement{std::exchange(other.m_statement, nullptr)}
    , m_wrong{std::move(other.m_wrong)}
    , m_wrongParameter{other.m_wrongParameter}
{
}

Statement::~Statement()
{
    if (m_statement != nullptr) {
        m_connection->giveBack(m_statement);
    }
}

void Statement::note(std::string_view what)
{
    if (m_wrong.empty()) {
        m_wrong = what;
        m_wrongParameter = true;
    }
}

void Statement::noteBind(int code)
{
    if (code != SQLITE_OK) {
        note(code == SQLITE_TOOBIG ? "a value too large for the database"
                                   : "a parameter the statement does not have");
    }
}

void Statement::bindInteger(int index, std::int64_t number)
{
    noteBind(sqlite3_bind_int64(m_statement, index, number));
}

void Statement::bindAt(int index, std::nullopt_t)
{
    noteBind(sqlite3_bind_null(m_statement, index));
}

void Statement::bindAt(int index, std::string_view text)
{
    // A null pointer would bind NULL, not the empty text.
    const char *data = text.empty() ? "" : text.data();
    noteBind(
        sqlite3_bind_text64(m_statement, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindAt(int index, ByteView blob)
{
    if (blob.empty()) {
        noteBind(sqlite3_bind_zeroblob(m_statement, index, 0));
        return;
    }
    noteBind(sqlite3_bind_blob64(m_statement, index, blob.data(), blob.size(), SQLITE_TRANSIENT));
}

Result<> Statement::damage() const
{
    if (m_wrong.empty()) {
        return {};
    }
    return fail(m_wrongParameter ? ErrorCode::InvalidInput : ErrorCode::Tampered,
                "the wallet's database: " + m_wrong);
}

Result<bool> Statement::step()
{
    KEEPWELL_CHECK(damage());
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    const Error error = m_connection->error(sqlite3_extended_errcode(m_connection->handle));
    sqlite3_reset(m_statement);
    return std::unexpected{error};
}

Result<> Statement::run()
{
    while (true) {
        KEEPWELL_TRY(const bool row, step());
        if (!row) {
            reset();
            return {};
        }
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    m_wrong.clear();
    m_wrongParameter = false;
}

bool Statement::isNullAt(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Statement::integerAt(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::uint64_t Statement::unsignedAt(int column)
{
    const std::int64_t number = integerAt(column);
    if (number < 0 && m_wrong.empty()) {
        m_wrong = "a count is below zero";
    }
    return number < 0 ? 0 : static_cast<std::uint64_t>(number);
}

Bytes32 Statement::bytes32At(int column)
{
    const ByteView blob = blobViewAt(column);
    Bytes32 bytes{};
    if (blob.size() == bytes.size()) {
        std::copy(blob.begin(), blob.end(), bytes.begin());
    } else if (m_wrong.empty()) {
        m_wrong = "an id is not 32 bytes long";
    }
    return bytes;
}

std::string_view Statement::textViewAt(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    if (text == nullptr) {
        return {};
    }
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

ByteView Statement::blobViewAt(int column) const
{
    const auto *blob = static_cast<const std::byte *>(sqlite3_column_blob(m_statement, column));
    if (blob == nullptr) {
        return {};
    }
    return {blob, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

} // namespace keepwell::vault
