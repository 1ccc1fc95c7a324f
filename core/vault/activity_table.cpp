// SPDX-License-Identifier: Apache-2.0
#include "core/vault/activity_table.hpp"

#include "core/vault/activity_query.hpp"

#include <algorithm>

namespace keepwell::vault {

// reason NULL: sealed, and not arrived yet. grant_id empty: none (NULLs would differ in the unique
// index). Each index ends in the rowid, so with `time` before it a page is read in list order.
extern const char *const kActivitySchema;
const char *const kActivitySchema = R"sql(
CREATE TABLE activity(
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    kind TEXT NOT NULL,
    contact INTEGER,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    reason TEXT,
    grant_id BLOB NOT NULL CHECK(length(grant_id) IN (0, 32)),
    tx BLOB CHECK(length(tx) = 32),
    entry INTEGER NOT NULL,
    code TEXT NOT NULL,
    proof INTEGER NOT NULL CHECK(proof BETWEEN 0 AND 3),
    purpose INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX activity_entry ON activity(entry, kind, grant_id) WHERE entry > 0;
CREATE INDEX activity_time ON activity(time);
CREATE INDEX activity_kind ON activity(kind, time);
CREATE INDEX activity_who ON activity(who, time);
CREATE INDEX activity_grant ON activity(grant_id, time);
CREATE INDEX activity_unseen ON activity(id) WHERE seen = 0;
CREATE INDEX activity_pending ON activity(id) WHERE reason IS NULL;
)sql";

namespace {

ActivityRow read(Statement &row)
{
    ActivityRow line;
    line.id = ActivityId{row.integerAt(0)};
    line.time = row.timeAt(1);
    line.kind = row.textAt(2);
    if (!row.isNullAt(3)) {
        line.contact = row.integerAt(3);
    }
    line.who = row.textAt(4);
    line.what = row.textAt(5);
    line.reason = row.textAt(6);
    if (!row.blobViewAt(7).empty()) {
        line.grant = row.idAt<contract::GrantId>(7);
    }
    if (!row.isNullAt(8)) {
        line.tx = row.idAt<contract::TxId>(8);
    }
    line.index = row.unsignedAt(9);
    line.code = row.textAt(10);
    line.proof = static_cast<ProofState>(row.integerAt(11));
    line.purpose = static_cast<int>(row.integerAt(12));
    line.seen = row.boolAt(13);
    return line;
}

} // namespace

Result<bool> ActivityTable::insert(const NewActivity &line)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare(
                     "INSERT INTO activity(time, kind, contact, who, what, reason, grant_id, tx, "
                     "entry, code, proof, purpose, seen) "
                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) "
                     "ON CONFLICT(entry, kind, grant_id) WHERE entry > 0 DO NOTHING"));
    KEEPWELL_CHECK(statement
                       .bind(line.time, line.kind, line.contact, line.who, line.what, line.reason,
                             line.grant ? line.grant->view() : ByteView{}, line.tx, line.index,
                             line.code, line.proof, line.purpose, line.unusual ? 0 : 1)
                       .run());
    return m_database.changes() > 0;
}

Result<std::vector<ActivityRow>> ActivityTable::list(const ActivityFilter &filter,
                                                     std::optional<ActivityId> after)
{
    std::optional<ActivityPlace> place;
    if (after) {
        KEEPWELL_TRY(Statement statement,
                     m_database.prepare("SELECT time FROM activity WHERE id = ?1"));
        KEEPWELL_TRY(const auto time,
                     statement.bind(*after).first([](Statement &row) { return row.timeAt(0); }));
        if (!time) {
            return fail(ErrorCode::NotFound, "no such line in the activity");
        }
        place = ActivityPlace{*time, *after};
    }
    const ActivityQuery query{filter, place};
    KEEPWELL_TRY(Statement statement, m_database.prepare(query.listSql()));
    query.bind(statement);
    return statement.all(read);
}

Result<std::int64_t> ActivityTable::count(const ActivityFilter &filter)
{
    const ActivityQuery query{filter, std::nullopt};
    KEEPWELL_TRY(Statement statement, m_database.prepare(query.countSql()));
    query.bind(statement);
    KEEPWELL_TRY(const auto lines,
                 statement.first([](Statement &row) { return row.integerAt(0); }));
    return lines.value_or(0);
}

Result<> ActivityTable::setReason(const contract::TxId &request, std::string_view reason)
{
    return m_database.run("UPDATE activity SET reason = ?2 WHERE reason IS NULL AND tx = ?1",
                          request, reason);
}

Result<std::vector<PendingReason>> ActivityTable::pendingReasons()
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT DISTINCT tx, grant_id FROM activity WHERE reason IS "
                                    "NULL AND tx IS NOT NULL AND grant_id <> x''"));
    return statement.all([](Statement &row) {
        return PendingReason{.request = row.idAt<contract::TxId>(0),
                             .grant = row.idAt<contract::GrantId>(1)};
    });
}

Result<> ActivityTable::markConflictFrom(std::uint64_t index)
{
    return m_database.run("UPDATE activity SET proof = ?2 WHERE entry > 0 AND entry >= ?1", index,
                          ProofState::Conflict);
}

Result<> ActivityTable::prove(std::uint64_t proven, std::optional<std::uint64_t> conflictFrom)
{
    const std::uint64_t agreed = conflictFrom ? std::min(proven, *conflictFrom) : proven;
    KEEPWELL_CHECK(m_database.run(
        "UPDATE activity SET proof = ?2 WHERE entry > 0 AND entry < ?1 AND proof IN (?3, ?4)",
        agreed, ProofState::Proven, ProofState::Reported, ProofState::Conflict));
    KEEPWELL_CHECK(m_database.run(
        "UPDATE activity SET proof = ?2 WHERE entry > 0 AND entry >= ?1 AND proof <> ?2", agreed,
        ProofState::Reported));
    return conflictFrom ? markConflictFrom(*conflictFrom) : Result<>{};
}

Result<std::int64_t> ActivityTable::unseenCount()
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT count(*) FROM activity WHERE seen = 0"));
    KEEPWELL_TRY(const auto lines,
                 statement.first([](Statement &row) { return row.integerAt(0); }));
    return lines.value_or(0);
}

Result<> ActivityTable::markSeen(ActivityId id)
{
    return m_database.run("UPDATE activity SET seen = 1 WHERE id = ?1", id);
}

Result<> ActivityTable::markAllSeen()
{
    return m_database.run("UPDATE activity SET seen = 1 WHERE seen = 0");
}

Result<> ActivityTable::renameContact(std::int64_t contact, std::string_view name)
{
    return m_database.run("UPDATE activity SET who = ?2 WHERE contact = ?1", contact, name);
}

} // namespace keepwell::vault
