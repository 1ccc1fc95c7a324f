// SPDX-License-Identifier: Apache-2.0
#include "core/vault/grant_table.hpp"

#include <algorithm>

namespace keepwell::vault {

extern const char *const kGrantSchema;
const char *const kGrantSchema = R"sql(
CREATE TABLE grant_given(
    id BLOB PRIMARY KEY CHECK(length(id) = 32),
    contact INTEGER NOT NULL,
    relation INTEGER NOT NULL,
    owner BLOB NOT NULL CHECK(length(owner) = 32),
    grantee BLOB NOT NULL CHECK(length(grantee) = 32),
    purpose INTEGER NOT NULL,
    nb INTEGER NOT NULL,
    exp INTEGER NOT NULL,
    max_opens INTEGER NOT NULL,
    custodian TEXT NOT NULL,
    reason TEXT NOT NULL,
    follows INTEGER NOT NULL,
    selection BLOB NOT NULL,
    person INTEGER,
    epoch INTEGER NOT NULL,
    records INTEGER NOT NULL,
    wish INTEGER NOT NULL CHECK(wish BETWEEN 0 AND 2),
    made INTEGER NOT NULL
) STRICT;
CREATE INDEX grant_given_by_contact ON grant_given(contact);
CREATE TABLE grant_epoch(
    grant_id BLOB NOT NULL REFERENCES grant_given(id),
    epoch INTEGER NOT NULL,
    manifest BLOB NOT NULL CHECK(length(manifest) = 32),
    notice_hash BLOB NOT NULL CHECK(length(notice_hash) = 32),
    release_hash BLOB NOT NULL CHECK(length(release_hash) = 32),
    blind BLOB NOT NULL CHECK(length(blind) = 32),
    head BLOB NOT NULL,
    notice BLOB NOT NULL,
    object BLOB NOT NULL,
    release BLOB CHECK(release IS NULL OR length(release) = 32),
    PRIMARY KEY(grant_id, epoch)
) STRICT;
CREATE TABLE grant_record(
    grant_id BLOB NOT NULL REFERENCES grant_given(id),
    record INTEGER NOT NULL,
    PRIMARY KEY(grant_id, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX grant_record_by_record ON grant_record(record);
)sql";

namespace {

constexpr auto kSelect
    = "SELECT id, contact, relation, owner, grantee, purpose, nb, exp, max_opens, custodian, "
      "reason, follows, selection, person, epoch, records, wish, made FROM grant_given ";

GivenGrantRow read(Statement &row)
{
    GivenGrantRow grant{
        .id = row.idAt<contract::GrantId>(0),
        .contact = row.integerAt(1),
        .relation = static_cast<std::uint32_t>(row.integerAt(2)),
        .owner = row.idAt<contract::PublicKey>(3),
        .grantee = row.idAt<contract::PublicKey>(4),
        .terms = {.purpose = static_cast<contract::Purpose>(row.integerAt(5)),
                  .notBefore = row.timeAt(6),
                  .expires = row.timeAt(7),
                  .maxOpens = static_cast<std::uint32_t>(row.integerAt(8)),
                  .custodian = row.textAt(9)},
        .reason = row.textAt(10),
        .follows = row.boolAt(11),
        .selection = row.blobAt(12),
        .person = std::nullopt,
        .epoch = static_cast<std::uint32_t>(row.integerAt(14)),
        .records = row.integerAt(15),
        .wish = static_cast<GrantWish>(row.integerAt(16)),
        .made = row.timeAt(17),
    };
    if (!row.isNullAt(13)) {
        grant.person = PersonId{row.integerAt(13)};
    }
    return grant;
}

GivenEpochRow readEpoch(Statement &row)
{
    GivenEpochRow epoch{.grant = row.idAt<contract::GrantId>(0),
                        .epoch = static_cast<std::uint32_t>(row.integerAt(1)),
                        .manifest = row.idAt<contract::Commitment>(2),
                        .noticeHash = row.idAt<contract::Commitment>(3),
                        .releaseHash = row.idAt<contract::Commitment>(4),
                        .blind = row.bytes32At(5),
                        .head = row.blobAt(6),
                        .notice = row.blobAt(7),
                        .object = row.blobAt(8),
                        .release = std::nullopt};
    if (const ByteView stored = row.blobViewAt(9); stored.size() == crypto::ReleasePart::kBytes) {
        epoch.release = crypto::ReleasePart::make(
            [stored](std::span<std::byte> bytes) { std::ranges::copy(stored, bytes.begin()); });
    }
    return epoch;
}

} // namespace

Result<> GrantTable::add(const GivenGrantRow &row)
{
    return m_database->run(
        "INSERT INTO grant_given(id, contact, relation, owner, grantee, purpose, nb, exp, "
        "max_opens, custodian, reason, follows, selection, person, epoch, records, wish, made) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.id, row.contact, row.relation, row.owner, row.grantee, row.terms.purpose,
        row.terms.notBefore, row.terms.expires, row.terms.maxOpens, row.terms.custodian, row.reason,
        row.follows, row.selection, row.person, row.epoch, row.records, row.wish, row.made);
}

Result<std::optional<GivenGrantRow>> GrantTable::find(const contract::GrantId &grant)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "WHERE id = ?"));
    return statement.bind(grant).first(read);
}

Result<std::vector<GivenGrantRow>> GrantTable::all()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "ORDER BY made DESC, rowid DESC"));
    return statement.all(read);
}

Result<> GrantTable::setWish(const contract::GrantId &grant, GrantWish wish)
{
    return m_database->run("UPDATE grant_given SET wish = ?2 WHERE id = ?1", grant, wish);
}

Result<> GrantTable::addEpoch(const GivenEpochRow &row, const std::vector<RecordId> &records)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    KEEPWELL_CHECK(m_database->run(
        "INSERT OR REPLACE INTO grant_epoch(grant_id, epoch, manifest, notice_hash, release_hash, "
        "blind, "
        "head, notice, object, release) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.grant, row.epoch, row.manifest, row.noticeHash, row.releaseHash, row.blind, row.head,
        row.notice, row.object,
        row.release ? std::optional<ByteView>{row.release->expose()} : std::nullopt));
    KEEPWELL_CHECK(m_database->run("DELETE FROM grant_record WHERE grant_id = ?", row.grant));
    for (const RecordId record : records) {
        KEEPWELL_CHECK(m_database->run("INSERT INTO grant_record(grant_id, record) VALUES(?, ?)",
                                       row.grant, record));
    }
    KEEPWELL_CHECK(m_database->run("UPDATE grant_given SET epoch = ?2, records = ?3 WHERE id = ?1",
                                   row.grant, row.epoch, records.size()));
    return transaction.commit();
}

Result<std::optional<GivenEpochRow>> GrantTable::epoch(const contract::GrantId &grant,
                                                       std::uint32_t epoch)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT grant_id, epoch, manifest, notice_hash, release_hash, "
                                     "blind, head, notice, object, release FROM grant_epoch "
                                     "WHERE grant_id = ? AND epoch = ?"));
    return statement.bind(grant, epoch).first(readEpoch);
}

Result<> GrantTable::wipeEpochs(const contract::GrantId &grant, std::uint32_t below)
{
    return m_database->run("UPDATE grant_epoch SET release = NULL, notice = x'', "
                           "object = x'' WHERE grant_id = ? AND epoch < ?",
                           grant, below);
}

Result<std::vector<RecordId>> GrantTable::recordsOf(const contract::GrantId &grant)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT record FROM grant_record WHERE grant_id = ?"));
    return statement.bind(grant).all([](Statement &row) { return RecordId{row.integerAt(0)}; });
}

Result<std::vector<contract::GrantId>> GrantTable::holding(RecordId record)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT grant_id FROM grant_record JOIN grant_given ON id = "
                                     "grant_id WHERE record = ? AND wish = 0"));
    return statement.bind(record).all(
        [](Statement &row) { return row.idAt<contract::GrantId>(0); });
}

Result<std::vector<contract::GrantId>> GrantTable::byPrefix(std::string_view hexDigits)
{
    if (hexDigits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) {
        return std::vector<contract::GrantId>{};
    }
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT id FROM grant_given WHERE hex(id) LIKE ?1 || '%' "
                                     "UNION SELECT id FROM share_received "
                                     "WHERE hex(id) LIKE ?1 || '%' LIMIT 10"));
    return statement.bind(hexDigits).all(
        [](Statement &row) { return row.idAt<contract::GrantId>(0); });
}

} // namespace keepwell::vault
