// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/giving.hpp"

#include "core/base/utf8.hpp"
#include "core/contract/commitments.hpp"
#include "core/records/anchor_batch.hpp"
#include "core/sharing/grant_on_ledger.hpp"
#include "core/sharing/key_parts.hpp"
#include "core/sharing/notice.hpp"
#include "core/sharing/own_blocks.hpp"
#include "core/store/object_writer.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/record_table.hpp"

#include <sodium.h>

#include <memory>

namespace keepwell::sharing {

namespace {

Bytes32 random32()
{
    Bytes32 bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

} // namespace

/// One epoch of a grant, from its parts to its row.
struct Giving::Epoch
{
    vault::GivenGrantRow grant;
    vault::ContactRow contact;
    vault::RelationRow relation;
    vault::GivenEpochRow row;
};

Result<> checkReason(std::string_view reason)
{
    if (reason.size() > kMostReasonBytes || !isUtf8(reason)) {
        return fail(ErrorCode::InvalidInput, "a reason is text of at most 300 bytes");
    }
    return {};
}

RecordAt recordsFrom(vault::Database &database, std::vector<vault::RecordId> records)
{
    auto proofs = std::make_shared<records::AnchorProofs>(database);
    return [&database, proofs, ids = std::move(records)](std::size_t i) -> Result<SharedRecord> {
        vault::RecordTable table{database};
        KEEPWELL_TRY(const vault::StoredRecord stored, table.find(ids[i]));
        SharedRecord record;
        KEEPWELL_TRY(record.bytes, table.bytes(ids[i]));
        record.anchorage.salt = stored.salt;
        record.provenance = stored.row.from.empty() ? "" : "From " + stored.row.from;
        KEEPWELL_TRY(std::optional<records::AnchorProof> proof, proofs->of(ids[i]));
        if (proof) {
            record.anchorage.index = proof->index;
            record.anchorage.path = std::move(proof->path);
            if (proof->batch.txId) {
                record.anchorage.anchor = contract::TxId{*proof->batch.txId};
            }
        }
        return record;
    };
}

Giving::Giving(vault::Database &database, KeyRing &keys, const ledger::Info &info,
               store::BlockStore &blocks, const Clock &clock)
    : m_database{database}, m_keys{keys}, m_info{info}, m_blocks{blocks}, m_clock{clock}
{
}

Result<vault::ContactRow> Giving::contactFor(std::int64_t contact, bool allowUnchecked)
{
    KEEPWELL_TRY(vault::ContactRow row, vault::ContactTable{m_database}.get(contact));
    if (row.removed) {
        return fail(ErrorCode::NotFound, "this contact was removed");
    }
    if (row.blocked) {
        return fail(ErrorCode::Denied, "you have blocked this contact");
    }
    if (row.keyChanged) {
        return fail(ErrorCode::Denied,
                    "this contact's key changed: compare the check words again before you share");
    }
    if (!row.checked && !allowUnchecked) {
        return fail(ErrorCode::Denied,
                    "this contact is not checked: compare the check words before you share");
    }
    return row;
}

Result<QueuedShare> Giving::give(const NewShare &share, const std::stop_token &stop,
                                 const ProgressFn &progress)
{
    const Instant now = m_clock.now();
    KEEPWELL_CHECK(checkReason(share.reason));
    if (share.terms.expires <= now || share.terms.expires > now + contract::kLongestGrant) {
        return fail(ErrorCode::InvalidInput, "a share ends in the future, within 400 days");
    }
    if (share.follows && !share.selection.records.empty()) {
        return fail(ErrorCode::Usage, "a live share cannot hold a list of single records");
    }
    Epoch epoch;
    KEEPWELL_TRY(epoch.contact, contactFor(share.contact, share.allowUnchecked));
    KEEPWELL_TRY(const auto records, recordsOf(m_database, share.selection));
    if (records.empty()) {
        return fail(ErrorCode::NotFound, "there is no record to share");
    }
    KEEPWELL_TRY(epoch.relation, vault::RelationTable{m_database}.current(epoch.contact.relation));
    epoch.grant = {.id = contract::GrantId{random32()},
                   .contact = epoch.contact.id,
                   .relation = epoch.relation.i,
                   .owner = epoch.relation.sign,
                   .grantee = epoch.contact.sign,
                   .terms = share.terms,
                   .reason = share.reason,
                   .follows = share.follows,
                   .selection = share.selection.encode(),
                   .person = share.selection.person,
                   .epoch = 1,
                   .records = static_cast<std::int64_t>(records.size()),
                   .made = now};
    epoch.row.epoch = 1;
    KEEPWELL_CHECK(sealEpoch(epoch, records, stop, progress));
    KEEPWELL_TRY(const std::int64_t intent, queueEpoch(epoch, records));
    return QueuedShare{.grant = epoch.grant.id, .records = epoch.grant.records, .intent = intent};
}

Result<QueuedShare> Giving::update(const contract::GrantId &grant, const std::stop_token &stop,
                                   const ProgressFn &progress)
{
    KEEPWELL_TRY(const auto row, vault::GrantTable{m_database}.find(grant));
    if (!row) {
        return fail(ErrorCode::NotFound, "you have no such share");
    }
    if (row->wish != vault::GrantWish::Live) {
        return fail(ErrorCode::Denied, "this share was stopped");
    }
    if (row->terms.expires <= m_clock.now()) {
        return fail(ErrorCode::Denied, "this share is over");
    }
    if (row->selection.empty()) {
        return fail(ErrorCode::NotFound, "what this share held is not known on this computer");
    }
    Epoch epoch{.grant = *row};
    KEEPWELL_TRY(epoch.contact, contactFor(row->contact, true));
    KEEPWELL_TRY(const Selection selection, Selection::parse(row->selection));
    KEEPWELL_TRY(const auto records, recordsOf(m_database, selection));
    if (records.empty()) {
        return fail(ErrorCode::NotFound, "there is no record left to share");
    }
    KEEPWELL_TRY(const auto relation, m_keys.mine(row->owner));
    if (!relation) {
        return fail(ErrorCode::NotFound, "the key of this share is not in this wallet");
    }
    epoch.relation = *relation;
    KEEPWELL_TRY(epoch.row.epoch, nextEpoch(*row));
    KEEPWELL_CHECK(sealEpoch(epoch, records, stop, progress));
    KEEPWELL_TRY(const std::int64_t intent, queueEpoch(epoch, records));
    return QueuedShare{
        .grant = grant, .records = static_cast<std::int64_t>(records.size()), .intent = intent};
}

/// An epoch that the contract did not take is made anew.
Result<std::uint32_t> Giving::nextEpoch(const vault::GivenGrantRow &grant)
{
    KEEPWELL_TRY(const auto rejection, rejectionOf(m_database, grant.id));
    KEEPWELL_TRY(const auto onLedger, grantOnLedger(m_database, grant.id));
    return (rejection && onLedger ? onLedger->epoch : grant.epoch) + 1;
}

Result<QueuedShare> Giving::giveAgain(const contract::GrantId &grant, const std::stop_token &stop,
                                      const ProgressFn &progress)
{
    KEEPWELL_TRY(const auto row, vault::GrantTable{m_database}.find(grant));
    if (!row || row->selection.empty()) {
        return fail(ErrorCode::NotFound, "you have no such share");
    }
    KEEPWELL_TRY(Selection selection, Selection::parse(row->selection));
    contract::Terms terms = row->terms;
    if (const Instant now = m_clock.now(); terms.expires <= now) { // it waited too long
        terms.notBefore = now;
        terms.expires = now + (row->terms.expires - row->made);
    }
    KEEPWELL_TRY(const QueuedShare queued,
                 give({.contact = row->contact,
                       .selection = std::move(selection),
                       .terms = terms,
                       .reason = row->reason,
                       .follows = row->follows,
                       .allowUnchecked = true},
                      stop, progress));
    KEEPWELL_CHECK(vault::GrantTable{m_database}.setWish(grant, vault::GrantWish::Purged));
    return queued;
}

/// Seals the records under a fresh key, stores the blocks, cuts the key in two.
Result<> Giving::sealEpoch(Epoch &epoch, const std::vector<vault::RecordId> &records,
                           const std::stop_token &stop, const ProgressFn &progress)
{
    const vault::GivenGrantRow &grant = epoch.grant;
    vault::GivenEpochRow &row = epoch.row;
    KEEPWELL_TRY(const crypto::SigningKey signer, m_keys.signingKey(epoch.relation));
    KEEPWELL_TRY(auto writer,
                 SharedObjectWriter::measure({.network = m_info.network,
                                              .id = grant.id.bytes(),
                                              .epoch = row.epoch,
                                              .recipient = grant.grantee,
                                              .termsHash = contract::hash(grant.terms)},
                                             signer, records.size(),
                                             recordsFrom(m_database, records), stop));
    store::ObjectWriter object{m_blocks, store::ObjectType::Manifest, stop, {}, writer.length()};
    KEEPWELL_CHECK(
        writer.writeTo([&](ByteView bytes) { return object.append(bytes); }, stop, progress));
    KEEPWELL_TRY(const store::KeyedObjectRef stored,
                 object.finish(listIn(m_database, grant.id.bytes(), row.epoch)));

    row.grant = grant.id;
    row.release = crypto::ReleasePart::random();
    row.blind = random32();
    row.head = writer.headBytes();
    row.object = stored.ref.encode();
    row.manifest = contract::manifestCommitment(m_info.network, grant.id, row.epoch, row.blind,
                                                writer.headHash());
    row.releaseHash
        = contract::releaseCommitment(m_info.network, grant.id, row.epoch, *row.release);
    KEEPWELL_TRY(Bytes part,
                 sealRecipientPart({.network = m_info.network,
                                    .grant = grant.id,
                                    .epoch = row.epoch,
                                    .grantor = grant.owner,
                                    .recipient = grant.grantee,
                                    .terms = grant.terms},
                                   stored.key, *row.release, epoch.contact.enc));
    const GrantNotice notice{.reason = grant.reason,
                             .records = records.size(),
                             .terms = grant.terms,
                             .recipientPart = std::move(part),
                             .blind = row.blind,
                             .object = row.object};
    KEEPWELL_TRY(row.notice,
                 seal({.network = m_info.network,
                       .id = grant.id.bytes(),
                       .epoch = row.epoch,
                       .author = grant.owner,
                       .recipient = grant.grantee},
                      notice, epoch.contact.enc));
    row.noticeHash
        = contract::noticeCommitment(m_info.network, grant.id, row.epoch, ByteView{row.notice});
    return {};
}

/// One transaction: the grant's rows, and the intent with its deposits.
Result<std::int64_t> Giving::queueEpoch(const Epoch &epoch,
                                        const std::vector<vault::RecordId> &records)
{
    const vault::GivenGrantRow &grant = epoch.grant;
    const vault::GivenEpochRow &row = epoch.row;
    contract::Body body = contract::UpdateGrantBody{.grant = grant.id,
                                                    .epoch = row.epoch,
                                                    .manifest = row.manifest,
                                                    .notice = row.noticeHash,
                                                    .release = row.releaseHash};
    if (row.epoch == 1) {
        body = contract::GrantBody{.grant = grant.id,
                                   .grantee = grant.grantee,
                                   .manifest = row.manifest,
                                   .notice = row.noticeHash,
                                   .release = row.releaseHash,
                                   .terms = grant.terms};
    }
    if (!row.release) {
        return fail(ErrorCode::Failed, "a share without its release part");
    }
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(m_database));
    vault::GrantTable grants{m_database};
    if (row.epoch == 1) {
        KEEPWELL_CHECK(grants.add(grant));
    }
    KEEPWELL_CHECK(grants.addEpoch(row, records));
    KEEPWELL_TRY(const std::int64_t intent,
                 vault::OutboxTable{m_database}.add(
                     {.signer = vault::SignerKind::Relation,
                      .relation = epoch.relation.i,
                      .key = grant.owner,
                      .body = body,
                      .object = grant.id.bytes(),
                      .made = m_clock.now(),
                      .envelope = {},
                      .tx = {},
                      .entry = {}},
                     {contract::Deposit::release(grant.id, row.epoch, row.release->expose()),
                      contract::Deposit::notice(grant.id, row.epoch, row.notice)}));
    KEEPWELL_CHECK(transaction.commit());
    return intent;
}

} // namespace keepwell::sharing
