// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/vault/database.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepwell::vault {

enum class InviteState : std::uint8_t {
    Open = 0,
    Used = 1, ///< Answered by the hello that made `contact`.
};

/// An invite I gave out, good for one answer.
struct InviteRow
{
    std::uint32_t relation = 0; ///< Its keys: RelationRow::i.
    contract::PublicKey sign;   ///< The relation's; a hello is delivered to it.
    Bytes bytes;                ///< The signed invite, to show it again.
    Instant made;
    Instant expires; ///< The first second that is too late.
    InviteState state = InviteState::Open;
    std::optional<std::int64_t> contact;
};

/// One thread at a time, as its database.
class InviteTable
{
public:
    explicit InviteTable(Database &database) : m_database{&database} {}

    Result<> add(const InviteRow &row);
    Result<std::optional<InviteRow>> bySignKey(const contract::PublicKey &key);
    Result<std::vector<InviteRow>> all(); ///< Newest first.
    /// Errors: Conflict unless the invite is open.
    Result<> use(std::uint32_t relation, std::int64_t contact);

private:
    Database *m_database;
};

} // namespace keepwell::vault
