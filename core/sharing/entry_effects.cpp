// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/entry_effects.hpp"

#include "core/vault/activity_table.hpp"
#include "core/vault/anchor_batch_table.hpp"
#include "core/vault/delivery_table.hpp"
#include "core/vault/grant_table.hpp"
#include "core/vault/hello_table.hpp"
#include "core/vault/invite_table.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/received_share_table.hpp"
#include "core/vault/replica.hpp"
#include "core/vault/setting_table.hpp"

namespace keepwell::sharing {

namespace {

std::string recordsText(std::int64_t count)
{
    return std::to_string(count) + (count == 1 ? " record" : " records");
}

} // namespace

struct EntryEffects::Context
{
    const ledger::Entry &entry;
    const contract::Transaction &transaction;
    Instant t;

    const contract::PublicKey &signer() const { return transaction.payload().key; }
};

struct EntryEffects::Line
{
    std::string_view kind;
    Party who;
    std::string what;
    std::optional<std::string_view> reason = std::string_view{}; ///< nullopt: not here yet.
    std::optional<contract::GrantId> grant = {};
    int purpose = -1;
    bool unusual = false; ///< Open until the owner has seen it.
};

EntryEffects::EntryEffects(vault::Database &database, KeyRing &keys, const ledger::Info &info)
    : m_database{database}, m_keys{keys}, m_info{info}
{
}

Result<bool> EntryEffects::take(const ledger::Entry &entry,
                                const contract::Transaction &transaction, Instant t)
{
    const Context at{.entry = entry, .transaction = transaction, .t = t};
    return std::visit([&](const auto &body) { return on(body, at); }, transaction.payload().body);
}

Result<> EntryEffects::keep(const Context &at, const Bytes32 &object)
{
    return vault::ReplicaTable{m_database}.add({
        .index = at.entry.index,
        .time = at.entry.time,
        .t = at.t,
        .type = contract::typeOf(at.transaction.payload().body),
        .outcome = at.entry.outcome,
        .key = at.signer(),
        .tx = at.transaction.id(),
        .object = object,
        .envelope = at.entry.envelope,
    });
}

Result<EntryEffects::Party> EntryEffects::partyOf(const contract::PublicKey &key)
{
    KEEPWELL_TRY(const auto contact, vault::ContactTable{m_database}.bySignKey(key));
    return contact ? Party{.contact = contact->id, .name = contact->name} : Party{};
}

Result<EntryEffects::Party> EntryEffects::me()
{
    KEEPWELL_TRY(const auto name, vault::SettingTable{m_database}.text(vault::setting::kOwnerName));
    return Party{.contact = {}, .name = name.value_or("")};
}

Result<> EntryEffects::note(const Context &at, const Line &line)
{
    const bool refused = at.entry.outcome != contract::Code::Done;
    KEEPWELL_CHECK(vault::ActivityTable{m_database}.insert({
        .time = at.t,
        .kind = line.kind,
        .contact = line.who.contact,
        .who = line.who.name,
        .what = line.what,
        .reason = line.reason,
        .grant = line.grant,
        .tx = at.transaction.id(),
        .index = at.entry.index,
        .code = refused ? contract::name(at.entry.outcome) : std::string_view{},
        .proof = vault::ProofState::Reported, // Intake raises it
        .purpose = line.purpose,
        .unusual = line.unusual,
    }));
    return {};
}

// ── Grants ────────────────────────────────────────────────────────────────────────────────────

Result<bool> EntryEffects::on(const contract::GrantBody &body, const Context &at)
{
    KEEPWELL_TRY(const auto owner, m_keys.mine(at.signer()));
    KEEPWELL_TRY(const auto grantee, m_keys.mine(body.grantee));
    if (owner) {
        KEEPWELL_CHECK(grantGiven(body, at, *owner));
    }
    if (grantee) {
        KEEPWELL_CHECK(grantReceived(body, at, *grantee));
    }
    if (owner || grantee) {
        KEEPWELL_CHECK(keep(at, body.grant.bytes()));
    }
    return owner.has_value() || grantee.has_value();
}

Result<bool> EntryEffects::grantGiven(const contract::GrantBody &body, const Context &at,
                                      const vault::RelationRow &relation)
{
    vault::GrantTable grants{m_database};
    KEEPWELL_TRY(std::optional<vault::GivenGrantRow> row, grants.find(body.grant));
    if (!row) { // made by another copy of this wallet, or before it was restored
        KEEPWELL_TRY(const auto contact, vault::ContactTable{m_database}.bySignKey(body.grantee));
        row = vault::GivenGrantRow{.id = body.grant,
                                   .contact = contact ? contact->id : 0,
                                   .relation = relation.i,
                                   .owner = relation.sign,
                                   .grantee = body.grantee,
                                   .terms = body.terms,
                                   .reason = {},
                                   .selection = {},
                                   .person = {},
                                   .made = at.t};
        KEEPWELL_CHECK(grants.add(*row));
    }
    KEEPWELL_TRY(const Party who, partyOf(body.grantee));
    KEEPWELL_CHECK(note(at,
                        {.kind = "shared",
                         .who = who,
                         .what = recordsText(row->records),
                         .reason = row->reason,
                         .grant = body.grant}));
    return true;
}

Result<bool> EntryEffects::grantReceived(const contract::GrantBody &body, const Context &at,
                                         const vault::RelationRow &relation)
{
    KEEPWELL_TRY(const auto contact, vault::ContactTable{m_database}.bySignKey(at.signer()));
    KEEPWELL_CHECK(vault::ReceivedShareTable{m_database}.put({
        .id = body.grant,
        .contact = contact ? std::optional{contact->id} : std::nullopt,
        .relation = relation.i,
        .owner = at.signer(),
        .grantee = body.grantee,
        .terms = body.terms,
        .reason = {},
        .notice = {},
        .since = at.t,
        .lastOpened = {},
    }));
    return true;
}

Result<bool> EntryEffects::on(const contract::UpdateGrantBody &body, const Context &at)
{
    vault::ReceivedShareTable shares{m_database};
    KEEPWELL_TRY(const auto given, vault::GrantTable{m_database}.find(body.grant));
    KEEPWELL_TRY(std::optional<vault::ReceivedShareRow> received, shares.find(body.grant));
    if (given) {
        KEEPWELL_TRY(const Party who, partyOf(given->grantee));
        KEEPWELL_CHECK(note(at,
                            {.kind = "updated",
                             .who = who,
                             .what = recordsText(given->records),
                             .reason = given->reason,
                             .grant = body.grant}));
    }
    if (received) {
        received->epoch = body.epoch;
        received->notice.clear();
        KEEPWELL_CHECK(shares.put(*received));
    }
    if (!given && !received) {
        return false;
    }
    KEEPWELL_CHECK(keep(at, body.grant.bytes()));
    return true;
}

Result<bool> EntryEffects::on(const contract::RevokeBody &body, const Context &at)
{
    vault::GrantTable grants{m_database};
    vault::ReceivedShareTable shares{m_database};
    bool concerns = false;
    for (const contract::GrantId &grant : body.grants) {
        KEEPWELL_TRY(const auto given, grants.find(grant));
        if (given) {
            concerns = true;
            if (given->wish == vault::GrantWish::Live) {
                KEEPWELL_CHECK(grants.setWish(grant, vault::GrantWish::Stopped));
            }
            if (body.reason == contract::RevokeReason::Stopped) {
                KEEPWELL_TRY(const Party who, partyOf(given->grantee));
                KEEPWELL_CHECK(note(at,
                                    {.kind = "revoked",
                                     .who = who,
                                     .what = recordsText(given->records),
                                     .grant = grant}));
            }
        }
        KEEPWELL_TRY(const auto received, shares.find(grant));
        if (received) {
            concerns = true;
            KEEPWELL_CHECK(shares.wipeNotice(grant));
        }
    }
    if (concerns) {
        KEEPWELL_CHECK(keep(at, body.grants.size() == 1 ? body.grants.front().bytes() : Bytes32{}));
    }
    return concerns;
}

// ── Openings ──────────────────────────────────────────────────────────────────────────────────

Result<bool> EntryEffects::on(const contract::RequestAccessBody &body, const Context &at)
{
    KEEPWELL_TRY(const bool onMine, requestOnMine(body, at));
    KEEPWELL_TRY(const bool byMe, requestByMe(body, at));
    if (onMine || byMe) {
        KEEPWELL_CHECK(keep(at, body.grant.bytes()));
    }
    return onMine || byMe;
}

Result<bool> EntryEffects::requestOnMine(const contract::RequestAccessBody &body, const Context &at)
{
    KEEPWELL_TRY(const auto given, vault::GrantTable{m_database}.find(body.grant));
    if (!given) {
        return false;
    }
    KEEPWELL_TRY(const Party who, partyOf(at.signer()));
    const bool opened = at.entry.outcome == contract::Code::Done;
    const std::optional<std::string_view> reason
        = body.reason.isZero() ? std::optional{std::string_view{}} : std::nullopt;
    KEEPWELL_CHECK(note(at,
                        {.kind = opened ? "opened" : "refused",
                         .who = who,
                         .what = recordsText(given->records),
                         .reason = reason,
                         .grant = body.grant,
                         .purpose = static_cast<int>(given->terms.purpose),
                         .unusual = !opened || given->terms.purpose == contract::Purpose::Etreat}));
    return true;
}

Result<bool> EntryEffects::requestByMe(const contract::RequestAccessBody &body, const Context &at)
{
    KEEPWELL_TRY(const auto relation, m_keys.mine(at.signer()));
    KEEPWELL_TRY(const auto intent, vault::OutboxTable{m_database}.byTx(at.transaction.id()));
    if (!relation && !intent) {
        return false;
    }
    vault::ReceivedShareTable shares{m_database};
    KEEPWELL_TRY(const auto share, shares.find(body.grant));
    const bool opened = at.entry.outcome == contract::Code::Done;
    if (share && opened) {
        KEEPWELL_CHECK(shares.noteOpened(body.grant, at.t));
    }
    std::string what;
    if (share) {
        KEEPWELL_TRY(const Party from, partyOf(share->owner));
        what = recordsText(share->records) + (from.name.empty() ? "" : " of " + from.name);
    }
    KEEPWELL_TRY(const Party who, me());
    KEEPWELL_CHECK(note(at,
                        {.kind = opened ? "opened" : "refused",
                         .who = who,
                         .what = what,
                         .reason = share ? std::string_view{share->reason} : "",
                         .grant = body.grant,
                         .purpose = share ? static_cast<int>(share->terms.purpose) : -1}));
    return true;
}

// ── Deliveries ────────────────────────────────────────────────────────────────────────────────

Result<bool> EntryEffects::on(const contract::DeliverBody &body, const Context &at)
{
    vault::DeliveryTable deliveries{m_database};
    KEEPWELL_TRY(const auto to, m_keys.mine(body.to));
    KEEPWELL_TRY(const auto known, deliveries.find(body.delivery));
    KEEPWELL_TRY(const auto intent, vault::OutboxTable{m_database}.byTx(at.transaction.id()));
    if (known && !known->incoming) {
        KEEPWELL_CHECK(deliveries.setStep(body.delivery, vault::DeliveryStep::Sent));
        KEEPWELL_TRY(const Party who, partyOf(body.to));
        KEEPWELL_CHECK(note(at,
                            {.kind = "delivered",
                             .who = who,
                             .what = recordsText(known->records),
                             .reason = known->note}));
    }
    KEEPWELL_TRY(const bool greeted, vault::HelloTable{m_database}.has(body.delivery));
    if (to && !known && !greeted) { // a hello or records: its notice will tell
        KEEPWELL_TRY(const auto contact, vault::ContactTable{m_database}.bySignKey(at.signer()));
        KEEPWELL_CHECK(deliveries.add({
            .id = body.delivery,
            .incoming = true,
            .contact = contact ? std::optional{contact->id} : std::nullopt,
            .relation = to->i,
            .from = at.signer(),
            .to = body.to,
            .note = {},
            .notice = {},
            .object = {},
            .step = vault::DeliveryStep::Waiting,
            .waitingFor = {},
            .person = {},
            .time = at.t,
        }));
    }
    if (!to && !known && !intent) {
        return false;
    }
    KEEPWELL_CHECK(keep(at, body.delivery.bytes()));
    return true;
}

Result<bool> EntryEffects::on(const contract::AckDeliveryBody &body, const Context &at)
{
    vault::DeliveryTable deliveries{m_database};
    KEEPWELL_TRY(const auto row, deliveries.find(body.delivery));
    if (!row) {
        return false;
    }
    const bool filed = body.decision == contract::Decision::Filed;
    if (!row->incoming) {
        KEEPWELL_CHECK(deliveries.setStep(
            body.delivery, filed ? vault::DeliveryStep::Filed : vault::DeliveryStep::Refused));
    }
    KEEPWELL_TRY(const Party who, partyOf(row->incoming ? row->from : row->to));
    KEEPWELL_CHECK(note(at,
                        {.kind = filed ? "filed" : "declined",
                         .who = who,
                         .what = recordsText(row->records),
                         .reason = row->note}));
    KEEPWELL_CHECK(keep(at, body.delivery.bytes()));
    return true;
}

// ── My own keys ───────────────────────────────────────────────────────────────────────────────

Result<bool> EntryEffects::on(const contract::AnchorBody &body, const Context &at)
{
    KEEPWELL_TRY(const crypto::SigningKey self, m_keys.selfKey());
    if (at.signer() != self.publicKey()) {
        return false;
    }
    vault::AnchorBatchTable batches{m_database};
    KEEPWELL_TRY(const auto batch, batches.withRoot(body.root));
    if (batch) {
        KEEPWELL_CHECK(
            batches.setState(*batch, vault::AnchorState::Proven, at.transaction.id().bytes()));
    }
    KEEPWELL_TRY(const Party who, me());
    KEEPWELL_CHECK(note(at, {.kind = "anchored", .who = who, .what = "your records"}));
    KEEPWELL_CHECK(keep(at, {}));
    return true;
}

Result<bool> EntryEffects::on(const contract::SetPointerBody &, const Context &at)
{
    KEEPWELL_TRY(const crypto::SigningKey self, m_keys.selfKey());
    if (at.signer() != self.publicKey()) {
        return false;
    }
    KEEPWELL_CHECK(keep(at, {}));
    return true;
}

Result<bool> EntryEffects::on(const contract::RevokeKeyBody &, const Context &at)
{
    KEEPWELL_TRY(const auto mine, m_keys.mine(at.signer()));
    if (!mine) {
        return false;
    }
    KEEPWELL_CHECK(keep(at, {}));
    return true;
}

} // namespace keepwell::sharing
