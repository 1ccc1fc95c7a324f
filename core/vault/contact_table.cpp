// SPDX-License-Identifier: Apache-2.0
#include "core/vault/contact_table.hpp"

namespace keepwell::vault {

extern const char *const kContactSchema;
const char *const kContactSchema = R"sql(
CREATE TABLE contact(
    id INTEGER PRIMARY KEY,
    relation INTEGER NOT NULL,
    name TEXT NOT NULL,
    role INTEGER NOT NULL CHECK(role BETWEEN 0 AND 3),
    sign BLOB NOT NULL UNIQUE CHECK(length(sign) = 32),
    enc BLOB NOT NULL CHECK(length(enc) = 32),
    words TEXT NOT NULL,
    custodian TEXT NOT NULL,
    checked INTEGER NOT NULL,
    blocked INTEGER NOT NULL,
    key_changed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    person INTEGER,
    since INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_by_relation ON contact(relation);
CREATE TABLE contact_key(
    sign BLOB PRIMARY KEY CHECK(length(sign) = 32),
    contact INTEGER NOT NULL REFERENCES contact(id),
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

namespace {

constexpr auto kSelect = "SELECT id, relation, name, role, sign, enc, words, custodian, checked, "
                         "blocked, key_changed, removed, person, since FROM contact ";

ContactRow read(Statement &row)
{
    ContactRow contact{
        .id = row.integerAt(0),
        .relation = static_cast<std::uint32_t>(row.integerAt(1)),
        .name = row.textAt(2),
        .role = static_cast<identity::Role>(row.integerAt(3)),
        .sign = row.idAt<contract::PublicKey>(4),
        .enc = row.idAt<contract::SealingPublicKey>(5),
        .words = row.textAt(6),
        .custodian = row.textAt(7),
        .checked = row.boolAt(8),
        .blocked = row.boolAt(9),
        .keyChanged = row.boolAt(10),
        .removed = row.boolAt(11),
        .person = std::nullopt,
        .since = row.timeAt(13),
    };
    if (!row.isNullAt(12)) {
        contact.person = PersonId{row.integerAt(12)};
    }
    return contact;
}

template <class... Values>
Result<> change(Database &database, std::string_view sql, const Values &...values)
{
    KEEPWELL_CHECK(database.run(sql, values...));
    if (database.changes() == 0) {
        return fail(ErrorCode::NotFound, "there is no such contact");
    }
    return {};
}

} // namespace

Result<std::int64_t> ContactTable::add(const ContactRow &row)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    KEEPWELL_CHECK(m_database->run(
        "INSERT INTO contact(relation, name, role, sign, enc, words, custodian, checked, blocked, "
        "key_changed, removed, person, since) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.relation, row.name, row.role, row.sign, row.enc, row.words, row.custodian, row.checked,
        row.blocked, row.keyChanged, row.removed, row.person, row.since));
    const std::int64_t id = m_database->lastInsertId();
    KEEPWELL_CHECK(m_database->run("INSERT INTO contact_key(sign, contact, since) VALUES(?, ?, ?)",
                                   row.sign, id, row.since));
    KEEPWELL_CHECK(transaction.commit());
    return id;
}

Result<ContactRow> ContactTable::get(std::int64_t id)
{
    KEEPWELL_TRY(Statement statement, m_database->prepare(std::string{kSelect} + "WHERE id = ?"));
    KEEPWELL_TRY(auto found, statement.bind(id).first(read));
    if (!found) {
        return fail(ErrorCode::NotFound, "there is no such contact");
    }
    return *std::move(found);
}

Result<std::optional<ContactRow>> ContactTable::bySignKey(const contract::PublicKey &key)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect}
                                     + "WHERE id = (SELECT contact FROM contact_key "
                                       "WHERE contact_key.sign = ?)"));
    return statement.bind(key).first(read);
}

Result<std::vector<ContactRow>> ContactTable::all()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect}
                                     + "WHERE removed = 0 ORDER BY name COLLATE NOCASE, id"));
    return statement.all(read);
}

Result<std::int64_t> ContactTable::count()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT count(*) FROM contact WHERE removed = 0"));
    KEEPWELL_TRY(const auto found,
                 statement.first([](Statement &row) { return row.integerAt(0); }));
    return found.value_or(0);
}

Result<> ContactTable::setName(std::int64_t id, std::string_view name)
{
    return change(*m_database, "UPDATE contact SET name = ?2 WHERE id = ?1", id, name);
}

Result<> ContactTable::setChecked(std::int64_t id, bool checked)
{
    return change(*m_database,
                  "UPDATE contact SET checked = ?2, key_changed = key_changed AND NOT ?2 "
                  "WHERE id = ?1",
                  id, checked);
}

Result<> ContactTable::setBlocked(std::int64_t id, bool blocked)
{
    return change(*m_database, "UPDATE contact SET blocked = ?2 WHERE id = ?1", id, blocked);
}

Result<> ContactTable::setRemoved(std::int64_t id)
{
    return change(*m_database, "UPDATE contact SET removed = 1 WHERE id = ?", id);
}

Result<> ContactTable::setPerson(std::int64_t id, std::optional<PersonId> person)
{
    return change(*m_database, "UPDATE contact SET person = ?2 WHERE id = ?1", id, person);
}

} // namespace keepwell::vault
