// SPDX-License-Identifier: Apache-2.0
#include "core/vault/connection.hpp"

#include <sqlite3.h>

#include <cerrno>

namespace keepwell::vault {
namespace {

constexpr std::size_t kMostIdle = 256;

Error diskError(int systemError, std::string_view otherwise)
{
    const std::string where = "the wallet's database: ";
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::Unavailable, where + "the disk is full"};
    case EROFS:
        return {ErrorCode::Unavailable, where + "the disk is read-only"};
    case EACCES:
    case EPERM:
        return {ErrorCode::Unavailable, where + "this user may not write the file"};
    default:
        return {ErrorCode::Unavailable, where + std::string{otherwise}};
    }
}

} // namespace

Connection::~Connection()
{
    for (const auto &[sql, statement] : idle) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(handle);
}

sqlite3_stmt *Connection::takeIdle(std::string_view sql)
{
    const auto found = idle.find(sql);
    if (found == idle.end()) {
        return nullptr;
    }
    sqlite3_stmt *statement = found->second;
    idle.erase(found);
    return statement;
}

void Connection::giveBack(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (idle.size() >= kMostIdle) {
        sqlite3_finalize(statement);
        return;
    }
    idle.emplace(sqlite3_sql(statement), statement);
}

Error Connection::error(int code, bool compiling) const
{
    const std::string where = "the wallet's database: ";
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Conflict, where + "it is in use; try again"};
    case SQLITE_CONSTRAINT:
        return {ErrorCode::Conflict, where + "this breaks the rule " + sqlite3_errmsg(handle)};
    case SQLITE_FULL:
        return {ErrorCode::Unavailable, where + "the disk is full"};
    case SQLITE_READONLY:
        return {ErrorCode::Unavailable, where + "the disk or the file is read-only"};
    case SQLITE_IOERR:
        return diskError(sqlite3_system_errno(handle), "the disk could not be read or written");
    case SQLITE_CANTOPEN:
        return diskError(sqlite3_system_errno(handle), "the file could not be opened");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Tampered,
                where + "its bytes were changed, or it belongs to another wallet"};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, "stopped"};
    case SQLITE_TOOBIG:
        return {ErrorCode::InvalidInput, where + "a value is too large to be kept"};
    default:
        return {ErrorCode::Failed,
                where + (compiling ? sqlite3_errmsg(handle) : sqlite3_errstr(code))};
    }
}

} // namespace keepwell::vault
