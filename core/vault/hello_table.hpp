// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/identity/role.hpp"
#include "core/vault/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keepwell::vault {

enum class HelloOutcome : std::uint8_t {
    Accepted = 0, ///< It made a contact.
    Second = 1,   ///< The invite was answered before: shown and refused.
    Late = 2,     ///< The invite had expired: shown and refused.
    Broken = 3,   ///< Its bytes are no hello.
};

/// A hello that came to an invite of mine.
struct HelloRow
{
    contract::DeliveryId delivery;
    std::uint32_t relation = 0; ///< Of the invite.
    std::string name;           ///< As they call themselves; empty when Broken.
    identity::Role role = identity::Role::Patient;
    contract::PublicKey sign;
    contract::SealingPublicKey enc;
    HelloOutcome outcome = HelloOutcome::Accepted;
    Instant time; ///< Of the entry that brought it.
};

/// One thread at a time, as its database.
class HelloTable
{
public:
    explicit HelloTable(Database &database) : m_database{&database} {}

    /// Errors: Conflict when this delivery is there already.
    Result<> add(const HelloRow &row);
    Result<bool> has(const contract::DeliveryId &delivery);
    Result<std::vector<HelloRow>> all(); ///< Newest first.

private:
    Database *m_database;
};

} // namespace keepwell::vault
