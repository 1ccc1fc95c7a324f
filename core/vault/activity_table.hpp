// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/activity_row.hpp"
#include "core/vault/database.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace keepwell::vault {

/// A line on its way in.
struct NewActivity
{
    Instant time;
    std::string_view kind;
    std::optional<std::int64_t> contact;
    std::string_view who;
    std::string_view what;
    /// nullopt: there is one, sealed, and it has not arrived yet (see setReason()).
    std::optional<std::string_view> reason = std::string_view{};
    std::optional<contract::GrantId> grant;
    std::optional<contract::TxId> tx;
    std::uint64_t index = 0; ///< In the ledger; 0 for local acts.
    std::string_view code;
    ProofState proof = ProofState::Local;
    int purpose = -1;
    bool unusual = false; ///< Stays unseen until markSeen(): refusals, emergencies.
};

/// A request whose reason has not arrived yet.
struct PendingReason
{
    contract::TxId request;
    contract::GrantId grant;
};

/// The projection behind the timeline: one line for each entry that concerns me and each local act.
/// Same thread as its Database; holds no state of its own.
class ActivityTable
{
public:
    explicit ActivityTable(Database &database) : m_database{database} {}

    /// Once for each (ledger index, kind, grant): a second call changes nothing and is false. Local
    /// acts (index 0) are added each time.
    Result<bool> insert(const NewActivity &line);

    /// Newest first. A page deep in the list is found at once by `after`, the last line of the page
    /// before (then leave filter.offset 0).
    Result<std::vector<ActivityRow>> list(const ActivityFilter &filter,
                                          std::optional<ActivityId> after = {});
    /// How many lines match, without limit and offset; takes time in proportion.
    Result<std::int64_t> count(const ActivityFilter &filter);

    /// Gives the lines of this request their reason, the first time it is known.
    Result<> setReason(const contract::TxId &request, std::string_view reason);
    Result<std::vector<PendingReason>> pendingReasons();

    /// Entries from this index on are not those this wallet saw before; their lines turn Conflict.
    Result<> markConflictFrom(std::uint64_t index);
    /// All lines of entries anew: Conflict from `conflictFrom` on, Proven below `proven`, the rest
    /// Reported.
    Result<> prove(std::uint64_t proven, std::optional<std::uint64_t> conflictFrom);

    Result<std::int64_t> unseenCount();
    Result<> markSeen(ActivityId id);
    Result<> markAllSeen();

    /// After a contact was renamed: all its lines show the new name.
    Result<> renameContact(std::int64_t contact, std::string_view name);

private:
    Database &m_database;
};

} // namespace keepwell::vault
