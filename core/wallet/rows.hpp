// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/activity_row.hpp"
#include "core/base/clock.hpp"
#include "core/contract/ids.hpp"
#include "core/identity/role.hpp"
#include "core/wallet/record_rows.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the wallet shows of contacts, shares, deliveries and activity: plain rows, no keys.
namespace keepwell {

struct ContactRow
{
    std::int64_t id;
    std::string name;
    identity::Role role;
    bool checked; ///< The check words were compared.
    bool blocked;
    bool keyChanged;   ///< Other keys came under this name: sharing stops until checked again.
    std::string words; ///< The six check words, one blank between.
    int activeShares;  ///< Shares of mine they can open now.
};

enum class ShareState {
    Queued,
    Active,
    Expired,
    UsedUp,
    Revoked,
    Rejected, ///< The contract did not take it: put it away with revoke(), or updateShare() it.
};

/// A share of mine.
struct ShareRow
{
    contract::GrantId grant;
    std::int64_t contact;
    std::string to;
    ShareState state;
    std::string reason;
    int purpose; ///< contract::Purpose, 0-5.
    std::int64_t records;
    Instant created;
    Instant until;
    std::uint64_t opens;    ///< Granted requests so far.
    std::uint64_t maxOpens; ///< 0 = any number.
    std::optional<Instant> lastOpened;
    bool live;             ///< New matching records join at each sync.
    bool waiting;          ///< An act on it (stop, update) has not been sent yet.
    std::string rejected;  ///< "E_…" where the contract did not take the last act on it.
    std::string assurance; ///< "agreement" or "organisation".
};

enum class InboxState { Waiting, Open, NotYet, Expired, UsedUp, Ended };

/// A share somebody gave me; nothing of the records is known before opening.
struct InboxRow
{
    contract::GrantId grant;
    std::int64_t contact;
    std::string from;
    bool checked; ///< The sender's check words were compared.
    std::string reason;
    int purpose;
    std::int64_t records;
    Instant since;
    Instant until;
    std::uint64_t maxOpens;
    InboxState state;
    bool isNew; ///< Never opened by me.
};

enum class DeliveryState { Queued, Sent, Waiting, Filed, Refused };

/// Records on their way from or to a contact.
struct DeliveryRow
{
    contract::DeliveryId delivery;
    bool incoming;
    std::string from; ///< The other side's name.
    std::string note;
    std::int64_t records;
    DeliveryState state;
    std::string waitingFor; ///< Why it is in quarantine, in words; empty otherwise.
    Instant time;
};

/// What a delivery that waits holds, before anybody decides.
struct DeliveryContents
{
    std::vector<NamedPerson> people; ///< Empty: it does not say whom it is about.
    PersonId expected;               ///< Whose records this contact is taken to send.
    std::vector<RecordRow> records;  ///< Ids count from 0 within the delivery.
};

using audit::ActivityFilter;
using audit::ActivityId;
using audit::ActivityRow;
using audit::ProofState;

} // namespace keepwell
