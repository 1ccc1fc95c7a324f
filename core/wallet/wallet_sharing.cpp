// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/opening.hpp"
#include "core/vault/received_share_table.hpp"
#include "core/vault/record_table.hpp"
#include "core/wallet/grant_states.hpp"
#include "core/wallet/opened_share_parts.hpp"
#include "core/wallet/parts.hpp"

#include <algorithm>

/// Shares given, the inbox, and opening.
namespace keepwell {

namespace {

constexpr const char *kByAgreement = "agreement";
constexpr const char *kByOrganisation = "organisation";

Result<ShareResult> resultOf(vault::Database &database, const sharing::QueuedShare &queued,
                             std::string assurance)
{
    KEEPWELL_TRY(const auto row, vault::GrantTable{database}.find(queued.grant));
    KEEPWELL_TRY(const auto open, vault::OutboxTable{database}.find(queued.intent));
    const bool done = open && open->state == vault::IntentState::Done;
    return ShareResult{.grant = queued.grant,
                       .records = queued.records,
                       .until = row ? row->terms.expires : Instant{},
                       .assurance = std::move(assurance),
                       .state = done ? SendState::Done : SendState::Queued};
}

} // namespace

std::string Wallet::Parts::assurance() const
{
    return info.assurance == ledger::Assurance::ByAgreement ? kByAgreement : kByOrganisation;
}

Result<ShareResult> Wallet::share(std::int64_t contact, const Selection &selection,
                                  const ShareTerms &terms, const std::stop_token &stop,
                                  const ProgressFn &progress)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    if (terms.purpose < 0 || terms.purpose > static_cast<int>(contract::kLastPurpose)
        || terms.maxOpens > UINT32_MAX) {
        return fail(ErrorCode::InvalidInput, "a purpose or a number of openings that is not one");
    }
    KEEPWELL_CHECK(parts.readyToWrite());
    KEEPWELL_TRY(auto giving, parts.giving());
    const sharing::NewShare share{.contact = contact,
                                  .selection = selection,
                                  .terms
                                  = {.purpose = static_cast<contract::Purpose>(terms.purpose),
                                     .notBefore = parts.clock.now(),
                                     .expires = terms.until,
                                     .maxOpens = static_cast<std::uint32_t>(terms.maxOpens),
                                     .custodian = parts.info.custodian},
                                  .reason = terms.reason,
                                  .follows = terms.live,
                                  .allowUnchecked = terms.allowUnchecked};
    KEEPWELL_TRY(const sharing::QueuedShare queued, giving.give(share, stop, progress));
    KEEPWELL_CHECK(parts.flush(stop));
    KEEPWELL_CHECK(parts.rejectionOf(queued.intent));
    return resultOf(parts.database(), queued, parts.assurance());
}

Result<ShareResult> Wallet::updateShare(const contract::GrantId &grant, const std::stop_token &stop,
                                        const ProgressFn &progress)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    KEEPWELL_CHECK(parts.readyToWrite());
    KEEPWELL_TRY(auto giving, parts.giving());
    KEEPWELL_TRY(const auto row, vault::GrantTable{parts.database()}.find(grant));
    if (!row) {
        return fail(ErrorCode::NotFound, "you have no such share");
    }
    KEEPWELL_TRY(const GrantState state, stateOf(parts.database(), *row, parts.clock.now()));
    KEEPWELL_TRY(const sharing::QueuedShare queued,
                 state.state == ShareState::Rejected ? giving.giveAgain(grant, stop, progress)
                                                     : giving.update(grant, stop, progress));
    KEEPWELL_CHECK(parts.flush(stop));
    KEEPWELL_CHECK(parts.rejectionOf(queued.intent));
    KEEPWELL_CHECK(parts.removeUnusedNow());
    return resultOf(parts.database(), queued, parts.assurance());
}

Result<SendState> Wallet::revoke(const std::vector<contract::GrantId> &grants)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    KEEPWELL_CHECK(parts.readyToWrite());
    KEEPWELL_TRY(auto giving, parts.giving());
    KEEPWELL_TRY(const auto intents, giving.stop(grants));
    KEEPWELL_TRY(const SendState state, parts.flush());
    for (const std::int64_t intent : intents) {
        KEEPWELL_CHECK(parts.rejectionOf(intent));
    }
    KEEPWELL_CHECK(parts.removeUnusedNow());
    return state;
}

Result<std::vector<ShareRow>> Wallet::shares()
{
    const std::scoped_lock lock{m_parts->mutex};
    vault::Database &database = m_parts->database();
    KEEPWELL_TRY(const auto grants, vault::GrantTable{database}.all());
    std::vector<ShareRow> rows;
    for (const vault::GivenGrantRow &grant : grants) {
        KEEPWELL_TRY(const GrantState state, stateOf(database, grant, m_parts->clock.now()));
        if (state.state == ShareState::Rejected && grant.wish == vault::GrantWish::Purged) {
            continue; // put away
        }
        KEEPWELL_TRY(const auto contact, vault::ContactTable{database}.bySignKey(grant.grantee));
        rows.push_back(
            {.grant = grant.id,
             .contact = contact ? contact->id : 0,
             .to = contact ? contact->name : "",
             .state = state.state,
             .reason = grant.reason,
             .purpose = static_cast<int>(grant.terms.purpose),
             .records = grant.records,
             .created = grant.made,
             .until = grant.terms.expires,
             .opens = state.ledger ? state.ledger->opens : 0,
             .maxOpens = grant.terms.maxOpens,
             .lastOpened = state.ledger && state.ledger->opens > 0
                 ? std::optional{state.ledger->last}
                 : std::nullopt,
             .live = grant.follows,
             .waiting = state.waiting,
             .rejected = state.rejection ? std::string{contract::name(*state.rejection)} : "",
             .assurance = m_parts->assurance()});
    }
    return rows;
}

Result<std::vector<RecordRow>> Wallet::sharedRecords(const contract::GrantId &grant)
{
    const std::scoped_lock lock{m_parts->mutex};
    vault::Database &database = m_parts->database();
    KEEPWELL_TRY(const auto given, vault::GrantTable{database}.find(grant));
    if (!given) {
        return fail(ErrorCode::NotFound, "you have no such share");
    }
    KEEPWELL_TRY(const auto ids, vault::GrantTable{database}.recordsOf(grant));
    std::vector<RecordRow> rows;
    vault::RecordTable table{database};
    for (const RecordId id : ids) {
        const auto stored = table.find(id);
        if (stored) {
            rows.push_back(stored->row);
        } else if (stored.error().code != ErrorCode::NotFound) { // removed here, shared still
            return std::unexpected{stored.error()};
        }
    }
    return rows;
}

Result<std::vector<InboxRow>> Wallet::inbox()
{
    const std::scoped_lock lock{m_parts->mutex};
    vault::Database &database = m_parts->database();
    KEEPWELL_TRY(const auto shares, vault::ReceivedShareTable{database}.all());
    std::vector<InboxRow> rows;
    for (const vault::ReceivedShareRow &share : shares) {
        KEEPWELL_TRY(const InboxState state, stateOf(database, share, m_parts->clock.now()));
        KEEPWELL_TRY(const auto contact, vault::ContactTable{database}.bySignKey(share.owner));
        rows.push_back({.grant = share.id,
                        .contact = contact ? contact->id : 0,
                        .from = contact ? contact->name : "",
                        .checked = contact && contact->checked,
                        .reason = share.reason,
                        .purpose = static_cast<int>(share.terms.purpose),
                        .records = share.records,
                        .since = share.since,
                        .until = share.terms.expires,
                        .maxOpens = share.terms.maxOpens,
                        .state = state,
                        .isNew = !share.lastOpened.has_value()});
    }
    return rows;
}

Result<std::unique_ptr<OpenedShare>> Wallet::open(const contract::GrantId &grant,
                                                  std::string_view reason,
                                                  const std::stop_token &stop,
                                                  const ProgressFn &progress)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    const NetworkTurn turn = parts.turn();
    KEEPWELL_TRY(ledger::Ledger * ledger, parts.ledger(stop));
    KEEPWELL_CHECK(parts.readyToWrite());
    KEEPWELL_CHECK(parts.takeIn(turn, stop));
    KEEPWELL_TRY(const auto blocks, parts.blocks());
    KEEPWELL_TRY(auto held, parts.heldBack());
    sharing::Opening opening{parts.database(), parts.keys,  *ledger,
                             blocks,           parts.clock, std::move(held)};
    records::Neighbours neighbours;
    audit::AnchorClaims claims;
    KEEPWELL_TRY(sharing::OpenedObject opened,
                 opening.open(
                     grant, reason,
                     [&](std::size_t, const sharing::TableRow &row, std::string_view slice) {
                         claims.add(row, slice);
                         neighbours.add(slice);
                         return Result<>{};
                     },
                     stop, progress));
    std::optional<audit::ProofEntries> entries;
    if (!ledger->info().isPartial) {
        KEEPWELL_TRY(entries,
                     audit::gatherProofEntries(*ledger, opened.object.head(), opened.request,
                                               claims.anchors(), stop));
    }
    const std::uint64_t anchored = entries ? claims.provenBy(*entries) : 0;
    KEEPWELL_TRY(std::vector<RecordRow> rows, rowsOf(opened.object, neighbours, stop));
    KEEPWELL_TRY(const auto contact,
                 vault::ContactTable{parts.database()}.bySignKey(opened.share.owner));
    return std::make_unique<OpenedShare>(std::make_unique<OpenedShare::Parts>(
        OpenedShare::Parts{.opened = std::move(opened),
                           .author = contact ? contact->name : "",
                           .neighbours = std::move(neighbours),
                           .rows = std::move(rows),
                           .entries = std::move(entries),
                           .anchored = anchored}));
}

} // namespace keepwell
