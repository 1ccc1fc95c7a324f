// SPDX-License-Identifier: Apache-2.0
#include "core/vault/connection.hpp"
#include "core/vault/database.hpp"

#include <sqlite3.h>

#include <utility>

namespace keepwell::vault {
namespace {

constexpr int kStepsBetweenStops = 1000;

int stopAsked(void *connection)
{
    return static_cast<const Connection *>(connection)->stop.stop_requested() ? 1 : 0;
}

void watch(Connection &connection)
{
    const bool watched = connection.stop.stop_possible();
    sqlite3_progress_handler(connection.handle, watched ? kStepsBetweenStops : 0,
                             watched ? &stopAsked : nullptr, &connection);
}

std::string savepoint(std::string_view verb, int depth)
{
    return std::string{verb} + " keepwell_" + std::to_string(depth) + ";";
}

int execute(Connection &connection, const std::string &sql)
{
    return sqlite3_exec(connection.handle, sql.c_str(), nullptr, nullptr, nullptr);
}

} // namespace

Transaction::Transaction(Connection &connection, int depth)
    : m_connection{&connection}, m_depth{depth}
{
}

Result<Transaction> Transaction::begin(Database &database)
{
    Connection &connection = *database.m_connection;
    const int depth = connection.depth;
    const int code
        = execute(connection, depth == 0 ? "BEGIN IMMEDIATE;" : savepoint("SAVEPOINT", depth));
    if (code != SQLITE_OK) {
        return connection.failure(code);
    }
    ++connection.depth;
    return Transaction{connection, depth};
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection{std::exchange(other.m_connection, nullptr)}, m_depth{other.m_depth}
{
}

Transaction::~Transaction()
{
    if (m_connection == nullptr) {
        return;
    }
    --m_connection->depth;
    // SQLite may have rolled back by itself (disk full); then this says so, and all is well.
    // A stop that was asked for must not keep the rollback from happening.
    sqlite3_progress_handler(m_connection->handle, 0, nullptr, nullptr);
    if (m_depth == 0) {
        execute(*m_connection, "ROLLBACK;");
    } else {
        execute(*m_connection, savepoint("ROLLBACK TO", m_depth) + savepoint("RELEASE", m_depth));
    }
    watch(*m_connection);
}

Result<> Transaction::commit()
{
    const int code
        = execute(*m_connection, m_depth == 0 ? "COMMIT;" : savepoint("RELEASE", m_depth));
    if (code != SQLITE_OK) {
        return m_connection->failure(code);
    }
    --m_connection->depth;
    m_connection = nullptr;
    return {};
}

StopGuard::StopGuard(Database &database, std::stop_token stop)
    : m_connection{database.m_connection.get()}
    , m_outer{std::exchange(m_connection->stop, std::move(stop))}
{
    watch(*m_connection);
}

StopGuard::~StopGuard()
{
    m_connection->stop = std::move(m_outer);
    watch(*m_connection);
}

} // namespace keepwell::vault
