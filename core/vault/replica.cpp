// SPDX-License-Identifier: Apache-2.0
#include "core/vault/replica.hpp"

namespace keepwell::vault {

extern const char *const kReplicaSchema;
const char *const kReplicaSchema = R"sql(
CREATE TABLE replica_state(
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL CHECK(length(value) > 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE replica_entry(
    idx INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    t INTEGER NOT NULL,
    type INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    key BLOB NOT NULL CHECK(length(key) = 32),
    tx BLOB NOT NULL UNIQUE CHECK(length(tx) = 32),
    object BLOB NOT NULL CHECK(length(object) = 32),
    envelope BLOB NOT NULL
) STRICT;
CREATE INDEX replica_entry_by_object ON replica_entry(object);
CREATE TABLE replica_head(
    only INTEGER PRIMARY KEY CHECK(only = 1),
    size INTEGER NOT NULL,
    root BLOB NOT NULL CHECK(length(root) = 32),
    newest INTEGER NOT NULL,
    frontier BLOB NOT NULL,
    checked INTEGER NOT NULL
) STRICT;
)sql";

namespace {

constexpr auto kSelect
    = "SELECT idx, time, t, type, outcome, key, tx, object, envelope FROM replica_entry ";

struct ReadEntry
{
    ReplicaEntryRow row;
    bool whole = true;
};

ReadEntry read(Statement &row)
{
    ReadEntry entry{
        .row = {.index = row.unsignedAt(0),
                .time = row.timeAt(1),
                .t = row.timeAt(2),
                .type = static_cast<contract::Type>(row.integerAt(3)),
                .outcome = contract::codeOf(row.unsignedAt(4)).value_or(contract::Code::Host),
                .key = row.idAt<contract::PublicKey>(5),
                .tx = row.idAt<contract::TxId>(6),
                .object = row.bytes32At(7),
                .envelope = {}}};
    auto envelope = contract::parseEnvelope(row.blobViewAt(8));
    entry.whole = envelope.has_value();
    if (envelope) {
        entry.row.envelope = *std::move(envelope);
    }
    return entry;
}

Error damaged()
{
    return {ErrorCode::Tampered, "the wallet's database: an entry it kept cannot be read"};
}

Result<std::optional<ReplicaEntryRow>> one(Statement &statement)
{
    KEEPWELL_TRY(auto found, statement.first(read));
    if (!found) {
        return std::optional<ReplicaEntryRow>{};
    }
    if (!found->whole) {
        return std::unexpected{damaged()};
    }
    return std::move(found->row);
}

Result<std::vector<ReplicaEntryRow>> many(Statement &statement)
{
    KEEPWELL_TRY(auto found, statement.all(read));
    std::vector<ReplicaEntryRow> rows;
    rows.reserve(found.size());
    for (ReadEntry &entry : found) {
        if (!entry.whole) {
            return std::unexpected{damaged()};
        }
        rows.push_back(std::move(entry.row));
    }
    return rows;
}

} // namespace

Result<std::optional<Bytes>> ReplicaState::get(const std::string &key)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT value FROM replica_state WHERE key = ?"));
    return statement.bind(key).first([](Statement &row) { return row.blobAt(0); });
}

Result<> ReplicaState::put(const std::string &key, ByteView value)
{
    return m_database->run("INSERT INTO replica_state(key, value) VALUES(?, ?) "
                           "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
                           key, value);
}

Result<> ReplicaState::remove(const std::string &key)
{
    return m_database->run("DELETE FROM replica_state WHERE key = ?", key);
}

Result<contract::PrivateValue> ReplicaState::getPrivate(const contract::PrivateKey &)
{
    return contract::PrivateValue{};
}

Result<> ReplicaState::putPrivate(const contract::PrivateKey &, ByteView)
{
    return fail(ErrorCode::Failed, "a wallet's copy of the ledger keeps no private values");
}

Result<> ReplicaState::purgePrivate(const contract::PrivateKey &) { return {}; }

Result<> ReplicaState::putIndex(contract::IndexKind, const Bytes32 &, const Bytes32 &)
{
    return {};
}

Result<std::vector<contract::IndexRow>> ReplicaState::indexRows(contract::IndexKind,
                                                                const Bytes32 &)
{
    return std::vector<contract::IndexRow>{};
}

Result<std::optional<PinnedHead>> ReplicaTable::head()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT size, root, newest, frontier, checked "
                                     "FROM replica_head"));
    return statement.first([](Statement &row) {
        return PinnedHead{.size = row.unsignedAt(0),
                          .root = row.bytes32At(1),
                          .newest = row.timeAt(2),
                          .frontier = row.blobAt(3),
                          .checked = row.timeAt(4)};
    });
}

Result<> ReplicaTable::setHead(const PinnedHead &head)
{
    return m_database->run("INSERT OR REPLACE INTO replica_head(only, size, root, newest, "
                           "frontier, checked) VALUES(1, ?, ?, ?, ?, ?)",
                           head.size, head.root, head.newest, head.frontier, head.checked);
}

Result<> ReplicaTable::add(const ReplicaEntryRow &row)
{
    return m_database->run("INSERT INTO replica_entry(idx, time, t, type, outcome, key, tx, "
                           "object, envelope) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           row.index, row.time, row.t, row.type, row.outcome, row.key, row.tx,
                           row.object, contract::encode(row.envelope));
}

Result<std::optional<ReplicaEntryRow>> ReplicaTable::byTx(const contract::TxId &tx)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "WHERE tx = ?"));
    return one(statement.bind(tx));
}

Result<std::vector<ReplicaEntryRow>> ReplicaTable::about(const Bytes32 &object)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "WHERE object = ? ORDER BY idx"));
    return many(statement.bind(object));
}

Result<std::vector<ReplicaEntryRow>> ReplicaTable::from(std::uint64_t index, std::size_t limit)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "WHERE idx >= ? ORDER BY idx LIMIT ?"));
    return many(statement.bind(index, limit));
}

Result<std::int64_t> ReplicaTable::count()
{
    KEEPWELL_TRY(Statement statement, m_database->prepare("SELECT count(*) FROM replica_entry"));
    KEEPWELL_TRY(const auto found,
                 statement.first([](Statement &row) { return row.integerAt(0); }));
    return found.value_or(0);
}

Result<> ReplicaTable::clear()
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    for (const auto *table : {"replica_state", "replica_entry", "replica_head"}) {
        KEEPWELL_CHECK(m_database->run(std::string{"DELETE FROM "} + table));
    }
    return transaction.commit();
}

} // namespace keepwell::vault
