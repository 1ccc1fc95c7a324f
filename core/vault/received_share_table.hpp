// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/terms.hpp"
#include "core/vault/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepwell::vault {

/// A share somebody gave me: what its notice says before anything is opened.
struct ReceivedShareRow
{
    contract::GrantId id;
    std::optional<std::int64_t> contact; ///< nullopt: the owner's key is nobody I know.
    std::uint32_t relation = 0;          ///< My key it was given to: RelationRow::i.
    contract::PublicKey owner;
    contract::PublicKey grantee; ///< My signing key of it.
    std::uint32_t epoch = 1;
    contract::Terms terms;
    std::string reason;
    std::int64_t records = 0;
    Bytes notice; ///< Sealed, as it came; empty while it was not deposited yet, and once wiped.
    Instant since;
    std::int64_t opens = 0; ///< Times I opened it.
    std::optional<Instant> lastOpened;
};

/// One thread at a time, as its database.
class ReceivedShareTable
{
public:
    explicit ReceivedShareTable(Database &database) : m_database{&database} {}

    /// Adds it, or takes in a new epoch of one that is there (opens are kept).
    Result<> put(const ReceivedShareRow &row);
    Result<std::optional<ReceivedShareRow>> find(const contract::GrantId &grant);
    Result<std::vector<ReceivedShareRow>> all(); ///< Newest first.
    Result<> noteOpened(const contract::GrantId &grant, Instant time);
    /// Destroys the notice of a share that ended.
    Result<> wipeNotice(const contract::GrantId &grant);

private:
    Database *m_database;
};

} // namespace keepwell::vault
