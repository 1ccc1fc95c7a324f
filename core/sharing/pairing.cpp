// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/pairing.hpp"

#include "core/contract/commitments.hpp"
#include "core/identity/check_words.hpp"
#include "core/identity/hello.hpp"
#include "core/identity/invite.hpp"
#include "core/sharing/notice.hpp"
#include "core/vault/activity_table.hpp"
#include "core/vault/hello_table.hpp"
#include "core/vault/outbox_table.hpp"

#include <sodium.h>

namespace keepwell::sharing {

namespace {

Result<> noteConnected(vault::Database &database, const vault::ContactRow &contact, Instant now)
{
    KEEPWELL_CHECK(vault::ActivityTable{database}.insert({.time = now,
                                                          .kind = "connected",
                                                          .contact = contact.id,
                                                          .who = contact.name,
                                                          .what = "",
                                                          .grant = {},
                                                          .tx = {},
                                                          .code = "",
                                                          .proof = vault::ProofState::Local}));
    return {};
}

/// Somebody answered an invite that takes no answer any more: the patient sees it.
Result<> noteRefused(vault::Database &database, const vault::HelloRow &hello)
{
    KEEPWELL_CHECK(
        vault::ActivityTable{database}.insert({.time = hello.time,
                                               .kind = "declined",
                                               .contact = {},
                                               .who = hello.name,
                                               .what = hello.outcome == vault::HelloOutcome::Late
                                                   ? "answered an invite that had expired"
                                                   : "answered an invite that was answered before",
                                               .grant = {},
                                               .tx = {},
                                               .code = "",
                                               .proof = vault::ProofState::Local,
                                               .unusual = true}));
    return {};
}

Result<> queueHello(vault::Database &database, const ledger::Info &info,
                    const identity::InviteContent &invite, ByteView hello, Instant now)
{
    const auto seed = crypto::SigningKey::SeedBytes::random();
    const auto key = crypto::SigningKey::fromSeed(seed);
    Bytes32 random;
    randombytes_buf(random.data(), random.size());
    const contract::DeliveryId id{random};
    KEEPWELL_TRY(const Bytes sealed,
                 sealHello({.network = info.network,
                            .id = id.bytes(),
                            .epoch = 0,
                            .author = key.publicKey(),
                            .recipient = invite.sign},
                           hello, invite.enc));
    const contract::DeliverBody body{
        .delivery = id,
        .to = invite.sign,
        .notice = contract::noticeCommitment(info.network, id, ByteView{sealed}),
        .custodian = info.custodian};
    KEEPWELL_CHECK(vault::OutboxTable{database}.add({.signer = vault::SignerKind::OneUse,
                                                     .key = key.publicKey(),
                                                     .body = body,
                                                     .object = id.bytes(),
                                                     .made = now,
                                                     .envelope = {},
                                                     .tx = {},
                                                     .entry = {}},
                                                    {contract::Deposit::notice(id, sealed)},
                                                    &seed));
    return {};
}

} // namespace

Result<Bytes> makeInvite(vault::Database &database, KeyRing &keys, const ledger::Info &info,
                         const Self &self, Instant now)
{
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(database));
    KEEPWELL_TRY(const vault::RelationRow relation, keys.newRelation(now));
    KEEPWELL_TRY(const crypto::SigningKey key, keys.signingKey(relation));
    KEEPWELL_TRY(const identity::Invite invite,
                 identity::Invite::sign({.network = info.network,
                                         .custodian = info.custodian,
                                         .name = self.name,
                                         .role = self.role,
                                         .sign = relation.sign,
                                         .enc = relation.enc,
                                         .expires = now + kInviteLifetime},
                                        key));
    KEEPWELL_CHECK(vault::InviteTable{database}.add({.relation = relation.i,
                                                     .sign = relation.sign,
                                                     .bytes = invite.file(),
                                                     .made = now,
                                                     .expires = invite.content().expires,
                                                     .contact = {}}));
    KEEPWELL_CHECK(transaction.commit());
    return invite.file();
}

Result<vault::ContactRow> acceptInvite(vault::Database &database, KeyRing &keys,
                                       const ledger::Info &info, const Self &self, ByteView bytes,
                                       Instant now)
{
    KEEPWELL_TRY(const identity::Invite invite, identity::Invite::parse(bytes));
    KEEPWELL_CHECK(invite.checkFor(info.network, now));
    const identity::InviteContent &content = invite.content();
    KEEPWELL_TRY(const auto own, keys.mine(content.sign));
    if (own) {
        return fail(ErrorCode::Denied, "this invite is your own: give it to the other side");
    }
    vault::ContactTable contacts{database};
    KEEPWELL_TRY(const auto known, contacts.bySignKey(content.sign));
    if (known) {
        return fail(ErrorCode::Conflict, "you have taken this invite already");
    }
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(database));
    KEEPWELL_TRY(const vault::RelationRow relation, keys.newRelation(now));
    vault::ContactRow contact{
        .relation = relation.i,
        .name = content.name,
        .role = content.role,
        .sign = content.sign,
        .enc = content.enc,
        .words = identity::checkWords({relation.sign, relation.enc}, {content.sign, content.enc}),
        .custodian = content.custodian,
        .person = {},
        .since = now};
    KEEPWELL_TRY(contact.id, contacts.add(contact));
    KEEPWELL_TRY(const crypto::SigningKey key, keys.signingKey(relation));
    KEEPWELL_TRY(const Bytes hello,
                 identity::signHello({.network = info.network,
                                      .invite = content.sign,
                                      .name = self.name,
                                      .role = self.role,
                                      .sign = relation.sign,
                                      .enc = relation.enc},
                                     key));
    KEEPWELL_CHECK(queueHello(database, info, content, hello, now));
    KEEPWELL_CHECK(noteConnected(database, contact, now));
    KEEPWELL_CHECK(transaction.commit());
    return contact;
}

Result<> takeHello(vault::Database &database, const ledger::Info &info,
                   const vault::DeliveryRow &delivery, const vault::InviteRow &invite,
                   ByteView bytes, Instant now)
{
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(database));
    KEEPWELL_CHECK(vault::DeliveryTable{database}.remove(delivery.id));
    vault::HelloRow row{.delivery = delivery.id,
                        .relation = invite.relation,
                        .name = {},
                        .outcome = vault::HelloOutcome::Broken,
                        .time = delivery.time};
    const auto hello = identity::parseHello(bytes, info.network, invite.sign);
    vault::ContactTable contacts{database};
    std::optional<vault::ContactRow> known;
    if (hello) {
        row.name = hello->name;
        row.role = hello->role;
        row.sign = hello->sign;
        row.enc = hello->enc;
        KEEPWELL_TRY(known, contacts.bySignKey(hello->sign));
        row.outcome = invite.state != vault::InviteState::Open || known
            ? vault::HelloOutcome::Second
            : delivery.time >= invite.expires ? vault::HelloOutcome::Late
                                              : vault::HelloOutcome::Accepted;
    }
    KEEPWELL_CHECK(vault::HelloTable{database}.add(row));
    if (row.outcome == vault::HelloOutcome::Accepted) {
        KEEPWELL_TRY(const vault::RelationRow relation,
                     vault::RelationTable{database}.current(invite.relation));
        vault::ContactRow contact{
            .relation = invite.relation,
            .name = row.name,
            .role = row.role,
            .sign = row.sign,
            .enc = row.enc,
            .words = identity::checkWords({relation.sign, relation.enc}, {row.sign, row.enc}),
            .custodian = info.custodian,
            .person = {},
            .since = now};
        KEEPWELL_TRY(contact.id, contacts.add(contact));
        KEEPWELL_CHECK(vault::InviteTable{database}.use(invite.relation, contact.id));
        KEEPWELL_CHECK(noteConnected(database, contact, delivery.time));
    }
    if (row.outcome == vault::HelloOutcome::Second || row.outcome == vault::HelloOutcome::Late) {
        KEEPWELL_CHECK(noteRefused(database, row));
    }
    return transaction.commit();
}

} // namespace keepwell::sharing
