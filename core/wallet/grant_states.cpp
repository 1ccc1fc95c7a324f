// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/grant_states.hpp"

#include "core/sharing/grant_on_ledger.hpp"

namespace keepwell {

Result<GrantState> stateOf(vault::Database &database, const vault::GivenGrantRow &grant,
                           Instant now)
{
    GrantState result;
    KEEPWELL_TRY(result.ledger, sharing::grantOnLedger(database, grant.id));
    if (!result.ledger) {
        KEEPWELL_TRY(result.rejection, sharing::rejectionOf(database, grant.id));
        result.state = result.rejection ? ShareState::Rejected : ShareState::Queued;
        result.waiting = !result.rejection;
        return result;
    }
    const contract::GrantRow &row = *result.ledger;
    result.waiting
        = row.epoch != grant.epoch || (row.live && grant.wish == vault::GrantWish::Stopped);
    if (result.waiting) {
        KEEPWELL_TRY(result.rejection, sharing::rejectionOf(database, grant.id));
        result.waiting = !result.rejection;
    }
    if (!row.live && grant.wish == vault::GrantWish::Stopped) {
        result.state = ShareState::Revoked;
    } else if (row.usedUp()) {
        result.state = ShareState::UsedUp;
    } else if (now >= row.terms.expires) {
        result.state = ShareState::Expired;
    } else {
        result.state = row.live ? ShareState::Active : ShareState::Revoked;
    }
    return result;
}

Result<InboxState> stateOf(vault::Database &database, const vault::ReceivedShareRow &share,
                           Instant now)
{
    KEEPWELL_TRY(const auto row, sharing::grantOnLedger(database, share.id));
    if (!row) {
        return InboxState::Waiting;
    }
    if (row->usedUp()) {
        return InboxState::UsedUp;
    }
    if (now >= row->terms.expires) {
        return InboxState::Expired;
    }
    if (!row->live) {
        return InboxState::Ended;
    }
    if (now < row->terms.notBefore) {
        return InboxState::NotYet;
    }
    return share.notice.empty() ? InboxState::Waiting : InboxState::Open;
}

} // namespace keepwell
