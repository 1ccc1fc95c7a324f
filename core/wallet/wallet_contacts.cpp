// SPDX-License-Identifier: Apache-2.0
#include "core/identity/display_name.hpp"
#include "core/identity/invite.hpp"
#include "core/vault/activity_table.hpp"
#include "core/vault/contact_table.hpp"
#include "core/vault/grant_table.hpp"
#include "core/vault/replica.hpp"
#include "core/wallet/grant_states.hpp"
#include "core/wallet/parts.hpp"

/// Contacts: invites, check words, names.
namespace keepwell {

namespace {

ContactRow rowOf(const vault::ContactRow &contact, int activeShares)
{
    return {.id = contact.id,
            .name = contact.name,
            .role = contact.role,
            .checked = contact.checked,
            .blocked = contact.blocked,
            .keyChanged = contact.keyChanged,
            .words = contact.words,
            .activeShares = activeShares};
}

/// The shares each contact can open now.
Result<std::map<std::int64_t, int>> activeShares(vault::Database &database, Instant now)
{
    std::map<std::int64_t, int> counts;
    KEEPWELL_TRY(const auto grants, vault::GrantTable{database}.all());
    for (const vault::GivenGrantRow &grant : grants) {
        KEEPWELL_TRY(const GrantState state, stateOf(database, grant, now));
        if (state.state == ShareState::Active || state.state == ShareState::Queued) {
            ++counts[grant.contact];
        }
    }
    return counts;
}

} // namespace

Result<Bytes> Wallet::createInvite()
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    return sharing::makeInvite(parts.database(), parts.keys, parts.info, parts.self,
                               parts.clock.now());
}

Result<std::string> Wallet::inviteLink(ByteView invite)
{
    KEEPWELL_TRY(const identity::Invite parsed, identity::Invite::parse(invite));
    return parsed.link();
}

Result<ContactRow> Wallet::acceptInvite(ByteView invite)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    KEEPWELL_CHECK(parts.readyToWrite());
    KEEPWELL_TRY(const vault::ContactRow contact,
                 sharing::acceptInvite(parts.database(), parts.keys, parts.info, parts.self, invite,
                                       parts.clock.now()));
    KEEPWELL_CHECK(parts.flush());
    return rowOf(contact, 0);
}

Result<std::vector<ContactRow>> Wallet::contacts()
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(const auto contacts, vault::ContactTable{m_parts->database()}.all());
    KEEPWELL_TRY(auto counts, activeShares(m_parts->database(), m_parts->clock.now()));
    std::vector<ContactRow> rows;
    for (const vault::ContactRow &contact : contacts) {
        rows.push_back(rowOf(contact, counts[contact.id]));
    }
    return rows;
}

Result<> Wallet::confirmContact(std::int64_t id)
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::ContactTable{m_parts->database()}.setChecked(id, true);
}

Result<> Wallet::renameContact(std::int64_t id, std::string_view name)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(const std::string parsed, identity::parseName(name));
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(m_parts->database()));
    KEEPWELL_CHECK(vault::ContactTable{m_parts->database()}.setName(id, parsed));
    KEEPWELL_CHECK(vault::ActivityTable{m_parts->database()}.renameContact(id, parsed));
    return transaction.commit();
}

Result<> Wallet::blockContact(std::int64_t id, bool blocked)
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::ContactTable{m_parts->database()}.setBlocked(id, blocked);
}

Result<> Wallet::removeContact(std::int64_t id)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(auto counts, activeShares(m_parts->database(), m_parts->clock.now()));
    if (counts[id] > 0) {
        return fail(ErrorCode::Conflict, "stop your shares with this contact first");
    }
    return vault::ContactTable{m_parts->database()}.setRemoved(id);
}

} // namespace keepwell
