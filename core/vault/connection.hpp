// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace keepwell::vault {

/// What a Database and its statements share. Internal to database.cpp and statement.cpp.
struct Connection
{
    Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    /// The idle statement of this text, taken out of the cache, or nullptr.
    sqlite3_stmt *takeIdle(std::string_view sql);
    void giveBack(sqlite3_stmt *statement);

    /// What `code` of this connection means to a person. `compiling` adds SQLite's own words, which
    /// hold names of our schema then; later they could hold what somebody typed into the search.
    Error error(int code, bool compiling = false) const;
    std::unexpected<Error> failure(int code, bool compiling = false) const
    {
        return std::unexpected{error(code, compiling)};
    }

    sqlite3 *handle = nullptr;
    std::multimap<std::string, sqlite3_stmt *, std::less<>> idle;
    std::stop_token stop;
    int depth = 0; ///< Transactions that are open, savepoints included.
};

} // namespace keepwell::vault
