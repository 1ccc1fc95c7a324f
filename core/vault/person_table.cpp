// SPDX-License-Identifier: Apache-2.0
#include "core/vault/person_table.hpp"

namespace keepwell::vault {
namespace {

constexpr auto kSelectPerson = "SELECT p.id, p.name, p.born, p.owner, (SELECT count(*) FROM record "
                               "WHERE person = p.id) FROM person p ";

Person readPerson(Statement &row)
{
    Person person;
    person.id = PersonId{row.integerAt(0)};
    person.name = row.textAt(1);
    if (!row.isNullAt(2)) {
        person.born = row.textAt(2);
    }
    person.owner = row.boolAt(3);
    person.records = row.unsignedAt(4);
    return person;
}

} // namespace

Result<PersonId> PersonTable::add(std::string_view name, const std::optional<std::string> &born,
                                  const PersonKey &key, bool owner)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(m_database));
    KEEPWELL_CHECK(m_database.run("INSERT INTO person (name, born, owner) VALUES (?1, ?2, ?3)",
                                  name, born, owner ? 1 : 0));
    const PersonId id{m_database.lastInsertId()};
    KEEPWELL_CHECK(addKey(id, key));
    KEEPWELL_CHECK(transaction.commit());
    return id;
}

Result<std::vector<Person>> PersonTable::list()
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare(std::string{kSelectPerson} + "ORDER BY p.owner DESC, p.id"));
    return statement.all(readPerson);
}

Result<std::optional<Person>> PersonTable::find(PersonId id)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare(std::string{kSelectPerson} + "WHERE p.id = ?1"));
    return statement.bind(id.value).first(readPerson);
}

Result<PersonId> PersonTable::owner()
{
    KEEPWELL_TRY(Statement statement, m_database.prepare("SELECT id FROM person WHERE owner = 1"));
    KEEPWELL_TRY(const auto id,
                 statement.first([](Statement &row) { return PersonId{row.integerAt(0)}; }));
    if (!id) {
        return fail(ErrorCode::NotFound, "this wallet has no owner yet");
    }
    return *id;
}

Result<> PersonTable::addKey(PersonId person, const PersonKey &key)
{
    return m_database.run("INSERT OR IGNORE INTO person_key (family, given, person, born) "
                          "VALUES (?1, ?2, ?3, ?4)",
                          key.family, key.given, person.value, key.born);
}

Result<> PersonTable::addIdentifier(PersonId person, std::string_view system,
                                    std::string_view value)
{
    return m_database.run("INSERT OR IGNORE INTO person_identifier (system, value, person) "
                          "VALUES (?1, ?2, ?3)",
                          system, value, person.value);
}

Result<std::optional<PersonId>> PersonTable::withIdentifier(std::string_view system,
                                                            std::string_view value)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare(
                     "SELECT person FROM person_identifier WHERE system = ?1 AND value = ?2"));
    return statement.bind(system, value).first([](Statement &row) {
        return PersonId{row.integerAt(0)};
    });
}

Result<std::vector<PersonTable::KeyedPerson>> PersonTable::withName(std::string_view family,
                                                                    std::string_view given)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT person, born FROM person_key WHERE family = ?1 AND "
                                    "given = ?2 ORDER BY person, born"));
    return statement.bind(family, given).all([&](Statement &row) {
        return KeyedPerson{PersonId{row.integerAt(0)},
                           {std::string{family}, std::string{given}, row.textAt(1)}};
    });
}

Result<std::vector<PersonTable::KeyedPerson>> PersonTable::keys()
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT person, family, given, born FROM person_key ORDER BY "
                                    "person, family, given, born"));
    return statement.all([](Statement &row) {
        return KeyedPerson{PersonId{row.integerAt(0)},
                           {row.textAt(1), row.textAt(2), row.textAt(3)}};
    });
}

Result<> PersonTable::setBorn(PersonId person, std::string_view born)
{
    return m_database.run("UPDATE person SET born = ?2 WHERE id = ?1 AND born IS NULL",
                          person.value, born);
}

} // namespace keepwell::vault
