// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/identity/role.hpp"
#include "core/vault/database.hpp"
#include "core/vault/row_id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell::vault {

/// Somebody whose keys this wallet knows, and the relation of mine that they know.
struct ContactRow
{
    std::int64_t id = 0;
    std::uint32_t relation = 0; ///< RelationRow::i
    std::string name;
    identity::Role role = identity::Role::Patient;
    contract::PublicKey sign;       ///< Theirs.
    contract::SealingPublicKey enc; ///< Theirs.
    std::string words;              ///< The six check words, one blank between.
    std::string custodian;          ///< As their invite named it; empty when embedded.
    bool checked = false;           ///< The words were compared.
    bool blocked = false;
    bool keyChanged = false;        ///< Other keys came: no sharing until checked again.
    bool removed = false;           ///< Not listed; kept so that old activity has a name.
    std::optional<PersonId> person; ///< Whom their deliveries were last filed for.
    Instant since;
};

/// One thread at a time, as its database.
class ContactTable
{
public:
    explicit ContactTable(Database &database) : m_database{&database} {}

    /// `row.id` is not looked at. Errors: Conflict when the signing key is a contact's already.
    Result<std::int64_t> add(const ContactRow &row);
    /// Errors: NotFound.
    Result<ContactRow> get(std::int64_t id);
    /// By the signing key they have or had; removed ones too.
    Result<std::optional<ContactRow>> bySignKey(const contract::PublicKey &key);
    /// Not the removed ones, by name.
    Result<std::vector<ContactRow>> all();
    Result<std::int64_t> count(); ///< Of all().

    // Errors of these: NotFound.
    Result<> setName(std::int64_t id, std::string_view name);
    Result<> setChecked(std::int64_t id, bool checked); ///< true also clears keyChanged.
    Result<> setBlocked(std::int64_t id, bool blocked);
    Result<> setRemoved(std::int64_t id);
    Result<> setPerson(std::int64_t id, std::optional<PersonId> person);

private:
    Database *m_database;
};

} // namespace keepwell::vault
