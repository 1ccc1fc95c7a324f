// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/contract/terms.hpp"
#include "core/crypto/secret.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"
#include "core/vault/row_id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace keepwell::vault {

/// What I did to a grant of mine; the ledger (the replica) says what it came to.
enum class GrantWish : std::uint8_t {
    Live = 0,    ///< Given; queued or committed.
    Stopped = 1, ///< I stopped it: a Revoke is in the outbox or committed.
    Purged = 2,  ///< Over and cleaned up: keys wiped, blocks removed.
};

/// A grant I gave.
struct GivenGrantRow
{
    contract::GrantId id;
    std::int64_t contact = 0;
    std::uint32_t relation = 0;  ///< The owner key's: RelationRow::i.
    contract::PublicKey owner;   ///< My signing key of it.
    contract::PublicKey grantee; ///< Theirs, at that time.
    contract::Terms terms;
    std::string reason;
    bool follows = false;           ///< A live share: new matching records join at each sync.
    Bytes selection;                ///< What was chosen, in the words of core/sharing.
    std::optional<PersonId> person; ///< Whose records.
    std::uint32_t epoch = 1;        ///< The newest I made; committed or not.
    std::int64_t records = 0;       ///< In that epoch.
    GrantWish wish = GrantWish::Live;
    Instant made;
};

/// One epoch of it. `release` and `notice` may have to be deposited again while the grant lives.
struct GivenEpochRow
{
    contract::GrantId grant;
    std::uint32_t epoch = 1;
    contract::Commitment manifest;
    contract::Commitment noticeHash;
    contract::Commitment releaseHash;
    Bytes32 blind{};
    Bytes head;   ///< The signed head of the manifest.
    Bytes notice; ///< Sealed; empty once wiped.
    Bytes object; ///< The manifest's ObjRef, in the words of core/sharing; empty once wiped.
    std::optional<crypto::ReleasePart> release; ///< nullopt once wiped.
};

/// One thread at a time, as its database.
class GrantTable
{
public:
    explicit GrantTable(Database &database) : m_database{&database} {}

    Result<> add(const GivenGrantRow &row);
    Result<std::optional<GivenGrantRow>> find(const contract::GrantId &grant);
    Result<std::vector<GivenGrantRow>> all(); ///< Newest first.
    Result<> setWish(const contract::GrantId &grant, GrantWish wish);

    /// Adds an epoch and its records, and makes it the grant's newest; in the place of one of the
    /// same number, which never came to be.
    Result<> addEpoch(const GivenEpochRow &row, const std::vector<RecordId> &records);
    Result<std::optional<GivenEpochRow>> epoch(const contract::GrantId &grant, std::uint32_t epoch);
    /// Destroys release part, notice and object reference of the epochs below `below`; with
    /// UINT32_MAX of all.
    Result<> wipeEpochs(const contract::GrantId &grant, std::uint32_t below);

    /// The records of the newest epoch.
    Result<std::vector<RecordId>> recordsOf(const contract::GrantId &grant);
    /// The grants, not stopped nor purged, whose newest epoch holds this record.
    Result<std::vector<contract::GrantId>> holding(RecordId record);

    /// Ids that begin with these hex digits, of grants given or received; at most 10.
    Result<std::vector<contract::GrantId>> byPrefix(std::string_view hexDigits);

private:
    Database *m_database;
};

} // namespace keepwell::vault
