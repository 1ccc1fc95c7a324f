// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/pending_values.hpp"

#include "core/contract/commitments.hpp"
#include "core/contract/state.hpp"
#include "core/sharing/grant_on_ledger.hpp"
#include "core/sharing/notice.hpp"
#include "core/sharing/pairing.hpp"
#include "core/sharing/reason.hpp"
#include "core/vault/activity_table.hpp"
#include "core/vault/grant_table.hpp"
#include "core/vault/invite_table.hpp"
#include "core/vault/received_share_table.hpp"
#include "core/vault/replica.hpp"

namespace keepwell::sharing {

namespace {

constexpr int kMostUnanswered = 3;
constexpr std::chrono::seconds kPatience{10};

} // namespace

PendingValues::PendingValues(vault::Database &database, KeyRing &keys, ledger::Ledger &ledger,
                             const Clock &clock)
    : m_database{database}, m_keys{keys}, m_ledger{ledger}, m_clock{clock}
{
}

Result<> PendingValues::fetch(const std::stop_token &stop)
{
    const auto stopped = [&] { return stop.stop_requested(); };
    m_stop = stop;
    m_unanswered = 0;
    KEEPWELL_CHECK(fetchDeliveries()); // first: a hello names who shares
    if (!stopped()) {
        KEEPWELL_CHECK(fetchShareNotices());
    }
    if (!stopped()) {
        KEEPWELL_CHECK(fetchReasons());
    }
    return {};
}

/// nullopt where there is nothing to have: not yet, no more, or its custodian is away; others are
/// asked all the same.
Result<std::optional<Bytes>> PendingValues::ask(contract::QueryNumber number, const Bytes32 &id,
                                                const crypto::SigningKey &asker)
{
    if (m_unanswered >= kMostUnanswered) {
        return std::nullopt; // the rest the next time, rather than a long wait for each
    }
    auto answer = m_ledger.query(
        contract::makeQuery(m_ledger.info().network, number, id, m_clock.now(), asker),
        {.stop = m_stop, .atMost = kPatience});
    if (answer) {
        return *std::move(answer);
    }
    if (answer.error().code == contract::Code::Host
        && answer.error().error.code != ErrorCode::Unavailable) {
        return std::unexpected{answer.error().error};
    }
    m_unanswered += answer.error().code == contract::Code::Host ? 1 : 0;
    return std::nullopt;
}

Result<> PendingValues::fetchShareNotices()
{
    vault::ReceivedShareTable shares{m_database};
    KEEPWELL_TRY(const std::vector<vault::ReceivedShareRow> rows, shares.all());
    for (vault::ReceivedShareRow row : rows) {
        if (!row.notice.empty()) {
            continue;
        }
        KEEPWELL_TRY(const auto onLedger, grantOnLedger(m_database, row.id));
        KEEPWELL_TRY(const auto relation, m_keys.mine(row.grantee));
        if (!onLedger || !relation) {
            continue;
        }
        const contract::GrantRow &grant = *onLedger;
        if (!grant.live || grant.endedAt(m_clock.now())) {
            continue;
        }
        KEEPWELL_TRY(const crypto::SigningKey asker, m_keys.signingKey(*relation));
        KEEPWELL_TRY(std::optional<Bytes> sealed,
                     ask(contract::QueryNumber::GetNotice, row.id.bytes(), asker));
        if (!sealed
            || contract::noticeCommitment(m_ledger.info().network, row.id, grant.epoch, *sealed)
                != grant.notice) {
            continue;
        }
        KEEPWELL_TRY(const crypto::SealingKey key, m_keys.sealingKey(*relation));
        const auto notice = openGrantNotice({.network = m_ledger.info().network,
                                             .id = row.id.bytes(),
                                             .epoch = grant.epoch,
                                             .author = grant.owner,
                                             .recipient = grant.grantee},
                                            *sealed, key);
        if (!notice || notice->terms != grant.terms) {
            continue; // not made for us as it should be: nothing of it is shown
        }
        row.epoch = grant.epoch;
        row.reason = notice->reason;
        row.records = static_cast<std::int64_t>(notice->records);
        row.notice = *std::move(sealed);
        KEEPWELL_CHECK(shares.put(row));
    }
    return {};
}

Result<> PendingValues::fetchDeliveries()
{
    vault::DeliveryTable deliveries{m_database};
    KEEPWELL_TRY(const std::vector<vault::DeliveryRow> rows,
                 deliveries.inStep(vault::DeliveryStep::Waiting));
    for (const vault::DeliveryRow &row : rows) {
        if (!row.notice.empty()) {
            continue;
        }
        KEEPWELL_TRY(const auto relation, m_keys.mine(row.to));
        if (!relation) {
            continue;
        }
        KEEPWELL_TRY(const crypto::SigningKey asker, m_keys.signingKey(*relation));
        KEEPWELL_TRY(const std::optional<Bytes> sealed,
                     ask(contract::QueryNumber::GetNotice, row.id.bytes(), asker));
        if (sealed) {
            KEEPWELL_CHECK(takeDelivery(row, *relation, *sealed));
        }
    }
    return {};
}

Result<> PendingValues::takeDelivery(const vault::DeliveryRow &row,
                                     const vault::RelationRow &relation, ByteView sealed)
{
    vault::DeliveryTable deliveries{m_database};
    KEEPWELL_TRY(const crypto::SealingKey key, m_keys.sealingKey(relation));
    const NoticeContext context{.network = m_ledger.info().network,
                                .id = row.id.bytes(),
                                .epoch = 0,
                                .author = row.from,
                                .recipient = row.to};
    KEEPWELL_TRY(const auto invite, vault::InviteTable{m_database}.bySignKey(row.to));
    if (const auto hello = openHello(context, sealed, key)) {
        if (invite) {
            return takeHello(m_database, m_ledger.info(), row, *invite, *hello, m_clock.now());
        }
        // Restored from the words: the invite is not here any more, but its key is mine.
        const vault::InviteRow again{.relation = relation.i,
                                     .sign = relation.sign,
                                     .bytes = {},
                                     .made = relation.made,
                                     .expires = row.time + std::chrono::seconds{1},
                                     .contact = {}};
        KEEPWELL_CHECK(vault::InviteTable{m_database}.add(again));
        return takeHello(m_database, m_ledger.info(), row, again, *hello, m_clock.now());
    }
    const auto notice = openDeliveryNotice(context, sealed, key);
    if (!notice) {
        return deliveries.setStep(row.id, vault::DeliveryStep::Waiting,
                                  "it cannot be opened with your keys");
    }
    return deliveries.setArrived(row.id, notice->note, static_cast<std::int64_t>(notice->records),
                                 sealed);
}

Result<> PendingValues::fetchReasons()
{
    vault::ActivityTable activity{m_database};
    KEEPWELL_TRY(const std::vector<vault::PendingReason> pending, activity.pendingReasons());
    for (const vault::PendingReason &one : pending) {
        KEEPWELL_TRY(const auto given, vault::GrantTable{m_database}.find(one.grant));
        vault::ReplicaState state{m_database};
        KEEPWELL_TRY(const std::optional<Bytes> value,
                     state.get(contract::accessRowKey(one.request)));
        if (!given || !value) {
            continue;
        }
        KEEPWELL_TRY(const contract::AccessRow access, contract::parseAccessRow(*value));
        KEEPWELL_TRY(const auto relation, m_keys.mine(given->owner));
        if (!relation) {
            continue;
        }
        KEEPWELL_TRY(const crypto::SigningKey asker, m_keys.signingKey(*relation));
        KEEPWELL_TRY(const std::optional<Bytes> sealed,
                     ask(contract::QueryNumber::GetReason, one.request.bytes(), asker));
        if (!sealed) {
            continue;
        }
        KEEPWELL_TRY(const crypto::SealingKey key, m_keys.sealingKey(*relation));
        const auto reason = openReason({.network = m_ledger.info().network,
                                        .grant = one.grant,
                                        .epoch = access.epoch,
                                        .requester = access.key},
                                       *sealed, key);
        KEEPWELL_CHECK(activity.setReason(one.request, reason ? *reason : std::string{}));
    }
    return {};
}

} // namespace keepwell::sharing
