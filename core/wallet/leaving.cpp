// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/leaving.hpp"

#include "core/vault/activity_table.hpp"
#include "core/vault/contact_table.hpp"
#include "core/vault/grant_table.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/received_share_table.hpp"
#include "core/vault/record_table.hpp"
#include "core/vault/replica.hpp"
#include "core/wallet/grant_states.hpp"

namespace keepwell {

Result<MovePlan> planToLeave(vault::Database &database, Instant now)
{
    MovePlan plan;
    KEEPWELL_TRY(const auto records, vault::RecordTable{database}.counts({}));
    plan.records = records.total;
    KEEPWELL_TRY(plan.contacts, vault::ContactTable{database}.count());
    KEEPWELL_TRY(const auto given, vault::GrantTable{database}.all());
    for (const vault::GivenGrantRow &grant : given) {
        KEEPWELL_TRY(const GrantState state, stateOf(database, grant, now));
        const bool isOpen = state.state == ShareState::Active || state.state == ShareState::Queued;
        plan.shares += isOpen ? 1 : 0;
    }
    KEEPWELL_TRY(const auto received, vault::ReceivedShareTable{database}.all());
    for (const vault::ReceivedShareRow &share : received) {
        KEEPWELL_TRY(const InboxState state, stateOf(database, share, now));
        const bool isOpen = state == InboxState::Open || state == InboxState::Waiting
            || state == InboxState::NotYet;
        plan.received += isOpen ? 1 : 0;
    }
    KEEPWELL_TRY(plan.waiting, vault::OutboxTable{database}.countOpen());
    KEEPWELL_TRY(plan.activity, vault::ActivityTable{database}.count({}));
    plan.isMove = plan.contacts + plan.shares + plan.received > 0;
    return plan;
}

Result<> leaveNetwork(vault::Database &database)
{
    // Children before their parents. Reasons that never arrived will not come any more.
    for (const char *statement : {
             "DELETE FROM intent_deposit",
             "DELETE FROM intent",
             "DELETE FROM grant_record",
             "DELETE FROM grant_epoch",
             "DELETE FROM grant_given",
             "DELETE FROM share_received",
             "DELETE FROM delivery",
             "DELETE FROM hello",
             "DELETE FROM invite",
             "DELETE FROM contact_key",
             "DELETE FROM contact",
             "DELETE FROM relation",
             "DELETE FROM block",
             "UPDATE activity SET entry = 0, proof = 3, contact = NULL, "
             "reason = coalesce(reason, ''), what = what || ' (old network)' WHERE entry > 0",
             "UPDATE activity SET contact = NULL",
             "UPDATE record SET batch = NULL",
             "DELETE FROM anchor_leaves",
             "DELETE FROM anchor_batch",
         }) {
        KEEPWELL_CHECK(database.execute(statement));
    }
    return vault::ReplicaTable{database}.clear();
}

} // namespace keepwell
