// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/vault/database.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepwell::vault {

/// A pair of public keys of mine, made for one other side (docs/spec/keys.md). The secrets are
/// derived again from hot(e), i and n when needed.
struct RelationRow
{
    std::uint32_t i = 0; ///< 0, 1, 2 … in the order they were made; never used again.
    std::uint32_t n = 0; ///< Which key of this relation, 0 at first.
    std::uint32_t e = 0; ///< Of the hot key it comes from.
    contract::PublicKey sign;
    contract::SealingPublicKey enc;
    Instant made;
};

/// Rows are never removed, so that no i is used twice. One thread at a time, as its database.
class RelationTable
{
public:
    explicit RelationTable(Database &database) : m_database{&database} {}

    /// The i of the next relation to make. Take it and add() the row in one transaction.
    Result<std::uint32_t> nextIndex();
    /// Errors: Conflict when (i, n) or a key is there already.
    Result<> add(const RelationRow &row);

    /// The newest key of relation `i`. Errors: NotFound.
    Result<RelationRow> current(std::uint32_t i);
    Result<std::optional<RelationRow>> bySignKey(const contract::PublicKey &key);
    /// All of them, by i, then n: "a key of mine" is one of these.
    Result<std::vector<RelationRow>> all();

private:
    Database *m_database;
};

} // namespace keepwell::vault
