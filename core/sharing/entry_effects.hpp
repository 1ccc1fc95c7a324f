// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/contract/envelope.hpp"
#include "core/ledger/ledger.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/vault/contact_table.hpp"
#include "core/vault/database.hpp"

#include <optional>
#include <string>

namespace keepwell::sharing {

/// What one replayed entry changes in this wallet: its shares, inbox, deliveries, anchors and
/// activity. Asks the network nothing (PendingValues does). Part of the caller's transaction.
class EntryEffects
{
public:
    EntryEffects(vault::Database &database, KeyRing &keys, const ledger::Info &info);

    /// True when the entry concerns this wallet; then it is kept in the replica.
    Result<bool> take(const ledger::Entry &entry, const contract::Transaction &transaction,
                      Instant t);

private:
    struct Context; // the entry at hand

    Result<bool> on(const contract::GrantBody &body, const Context &at);
    Result<bool> on(const contract::UpdateGrantBody &body, const Context &at);
    Result<bool> on(const contract::RevokeBody &body, const Context &at);
    Result<bool> on(const contract::RequestAccessBody &body, const Context &at);
    Result<bool> on(const contract::DeliverBody &body, const Context &at);
    Result<bool> on(const contract::AckDeliveryBody &body, const Context &at);
    Result<bool> on(const contract::AnchorBody &body, const Context &at);
    Result<bool> on(const contract::SetPointerBody &body, const Context &at);
    Result<bool> on(const contract::RevokeKeyBody &body, const Context &at);

    Result<bool> grantGiven(const contract::GrantBody &body, const Context &at,
                            const vault::RelationRow &relation);
    Result<bool> grantReceived(const contract::GrantBody &body, const Context &at,
                               const vault::RelationRow &relation);
    Result<bool> requestOnMine(const contract::RequestAccessBody &body, const Context &at);
    Result<bool> requestByMe(const contract::RequestAccessBody &body, const Context &at);
    Result<> keep(const Context &at, const Bytes32 &object);

    /// The other side of a line, while it is somebody I know.
    struct Party
    {
        std::optional<std::int64_t> contact;
        std::string name;
    };
    Result<Party> partyOf(const contract::PublicKey &key);
    Result<Party> me();

    struct Line;
    Result<> note(const Context &at, const Line &line);

    vault::Database &m_database;
    KeyRing &m_keys;
    ledger::Info m_info;
};

} // namespace keepwell::sharing
