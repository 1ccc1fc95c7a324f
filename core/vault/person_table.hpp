// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/database.hpp"
#include "core/vault/row_id.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keepwell::vault {

/// Somebody whose records this wallet keeps.
struct Person
{
    PersonId id;
    std::string name;
    std::optional<std::string> born; ///< ISO 8601 date, maybe partial ("1962-03").
    bool owner = false;              ///< The wallet is theirs ("me").
    std::uint64_t records = 0;
};

/// How a file names somebody: what records::knownPerson() compares. Texts are folded (case and
/// accents) by the caller, but for identifiers and dates.
struct PersonKey
{
    std::string family;
    std::string given; ///< The first given name.
    std::string born;  ///< "" when not known.
};

/// The people of the wallet. Same thread as its Database; holds no state of its own.
class PersonTable
{
public:
    explicit PersonTable(Database &database) : m_database{database} {}

    /// Errors: Conflict when there is an owner already and `owner` is true.
    Result<PersonId> add(std::string_view name, const std::optional<std::string> &born,
                         const PersonKey &key, bool owner = false);
    Result<std::vector<Person>> list(); ///< The owner first, then in the order they were added.
    Result<std::optional<Person>> find(PersonId id);
    /// Errors: NotFound when the wallet has no owner yet.
    Result<PersonId> owner();

    /// Another way a file named this person; kept beside the first.
    Result<> addKey(PersonId person, const PersonKey &key);
    Result<> addIdentifier(PersonId person, std::string_view system, std::string_view value);
    Result<std::optional<PersonId>> withIdentifier(std::string_view system, std::string_view value);
    struct KeyedPerson
    {
        PersonId person;
        PersonKey key;
    };
    Result<std::vector<KeyedPerson>> withName(std::string_view family, std::string_view given);
    Result<std::vector<KeyedPerson>> keys();                  ///< All, in the order of the people.
    Result<> setBorn(PersonId person, std::string_view born); ///< Only where it was not known.

private:
    Database &m_database;
};

} // namespace keepwell::vault
