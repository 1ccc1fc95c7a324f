// SPDX-License-Identifier: Apache-2.0
#include "core/vault/received_share_table.hpp"

namespace keepwell::vault {

extern const char *const kReceivedShareSchema;
const char *const kReceivedShareSchema = R"sql(
CREATE TABLE share_received(
    id BLOB PRIMARY KEY CHECK(length(id) = 32),
    contact INTEGER,
    relation INTEGER NOT NULL,
    owner BLOB NOT NULL CHECK(length(owner) = 32),
    grantee BLOB NOT NULL CHECK(length(grantee) = 32),
    epoch INTEGER NOT NULL,
    purpose INTEGER NOT NULL,
    nb INTEGER NOT NULL,
    exp INTEGER NOT NULL,
    max_opens INTEGER NOT NULL,
    custodian TEXT NOT NULL,
    reason TEXT NOT NULL,
    records INTEGER NOT NULL,
    notice BLOB NOT NULL,
    since INTEGER NOT NULL,
    opens INTEGER NOT NULL,
    last_opened INTEGER
) STRICT;
)sql";

namespace {

constexpr auto kSelect
    = "SELECT id, contact, relation, owner, grantee, epoch, purpose, nb, exp, max_opens, "
      "custodian, reason, records, notice, since, opens, last_opened FROM share_received ";

ReceivedShareRow read(Statement &row)
{
    ReceivedShareRow share{
        .id = row.idAt<contract::GrantId>(0),
        .contact = std::nullopt,
        .relation = static_cast<std::uint32_t>(row.integerAt(2)),
        .owner = row.idAt<contract::PublicKey>(3),
        .grantee = row.idAt<contract::PublicKey>(4),
        .epoch = static_cast<std::uint32_t>(row.integerAt(5)),
        .terms = {.purpose = static_cast<contract::Purpose>(row.integerAt(6)),
                  .notBefore = row.timeAt(7),
                  .expires = row.timeAt(8),
                  .maxOpens = static_cast<std::uint32_t>(row.integerAt(9)),
                  .custodian = row.textAt(10)},
        .reason = row.textAt(11),
        .records = row.integerAt(12),
        .notice = row.blobAt(13),
        .since = row.timeAt(14),
        .opens = row.integerAt(15),
        .lastOpened = std::nullopt,
    };
    if (!row.isNullAt(1)) {
        share.contact = row.integerAt(1);
    }
    if (!row.isNullAt(16)) {
        share.lastOpened = row.timeAt(16);
    }
    return share;
}

} // namespace

Result<> ReceivedShareTable::put(const ReceivedShareRow &row)
{
    return m_database->run(
        "INSERT INTO share_received(id, contact, relation, owner, grantee, epoch, purpose, nb, "
        "exp, max_opens, custodian, reason, records, notice, since, opens, last_opened) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
        "contact = excluded.contact, epoch = excluded.epoch, purpose = excluded.purpose, "
        "nb = excluded.nb, exp = excluded.exp, max_opens = excluded.max_opens, "
        "custodian = excluded.custodian, reason = excluded.reason, records = excluded.records, "
        "notice = excluded.notice",
        row.id, row.contact, row.relation, row.owner, row.grantee, row.epoch, row.terms.purpose,
        row.terms.notBefore, row.terms.expires, row.terms.maxOpens, row.terms.custodian, row.reason,
        row.records, row.notice, row.since, row.opens, row.lastOpened);
}

Result<std::optional<ReceivedShareRow>> ReceivedShareTable::find(const contract::GrantId &grant)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "WHERE id = ?"));
    return statement.bind(grant).first(read);
}

Result<std::vector<ReceivedShareRow>> ReceivedShareTable::all()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "ORDER BY since DESC, rowid DESC"));
    return statement.all(read);
}

Result<> ReceivedShareTable::noteOpened(const contract::GrantId &grant, Instant time)
{
    return m_database->run(
        "UPDATE share_received SET opens = opens + 1, last_opened = ?2 WHERE id = ?1", grant, time);
}

Result<> ReceivedShareTable::wipeNotice(const contract::GrantId &grant)
{
    return m_database->run("UPDATE share_received SET notice = x'' WHERE id = ?", grant);
}

} // namespace keepwell::vault
