// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/opening.hpp"

#include "core/contract/commitments.hpp"
#include "core/contract/query.hpp"
#include "core/crypto/hash.hpp"
#include "core/sharing/grant_on_ledger.hpp"
#include "core/sharing/key_parts.hpp"
#include "core/sharing/notice.hpp"
#include "core/sharing/reason.hpp"
#include "core/store/object_reader.hpp"
#include "core/vault/contact_table.hpp"

namespace keepwell::sharing {

std::string wordsOf(contract::Code refusal)
{
    switch (refusal) {
    case contract::Code::Party:
        return "this was not shared with you";
    case contract::Code::Revoked:
        return "this share was stopped";
    case contract::Code::Early:
        return "this share has not begun yet";
    case contract::Code::Expired:
        return "this share is over";
    case contract::Code::Epoch:
        return "this share was renewed, and its new contents are not here yet";
    case contract::Code::Opens:
        return "this share was opened as often as it may be";
    case contract::Code::KeyRevoked:
        return "the key of this share's owner is no longer in use";
    case contract::Code::Quota:
        return "this share refused you too often; it no longer answers";
    default:
        return "the shared activity log refused it (" + std::string{contract::name(refusal)} + ")";
    }
}

Opening::Opening(vault::Database &database, KeyRing &keys, ledger::Ledger &ledger,
                 std::shared_ptr<const store::BlockStore> blocks, const Clock &clock,
                 OutboxSender::Held held)
    : m_database{database}
    , m_keys{keys}
    , m_ledger{ledger}
    , m_blocks{std::move(blocks)}
    , m_clock{clock}
    , m_sender{database, keys, ledger, clock}
    , m_held{std::move(held)}
    , m_intake{database, keys, ledger, clock}
    , m_pending{database, keys, ledger, clock}
{
}

Result<OpenedObject> Opening::open(const contract::GrantId &grant, std::string_view reason,
                                   const OnRecord &onRecord, const std::stop_token &stop,
                                   const ProgressFn &progress)
{
    vault::ReceivedShareTable shares{m_database};
    KEEPWELL_TRY(auto share, shares.find(grant));
    if (!share) {
        KEEPWELL_CHECK(requestUnknown(grant, stop));
        return fail(ErrorCode::Denied, wordsOf(contract::Code::Party));
    }
    const auto oneTime = crypto::SealingKey::random();
    KEEPWELL_TRY(vault::IntentRow asked, requestKnown(*share, reason, oneTime, stop));
    KEEPWELL_TRY(share, shares.find(grant)); // with what the request brought in
    if (share && asked.code == contract::Code::Epoch) {
        KEEPWELL_TRY(asked, requestKnown(*share, reason, oneTime, stop));
        KEEPWELL_TRY(share, shares.find(grant));
    }
    if (asked.code != contract::Code::Done || !asked.tx) {
        return fail(ErrorCode::Denied, wordsOf(asked.code));
    }
    const contract::TxId request = *asked.tx;
    KEEPWELL_TRY(const auto row, grantOnLedger(m_database, grant));
    if (!row || !share) {
        return fail(ErrorCode::NotFound, "this share is not on the shared activity log");
    }
    KEEPWELL_TRY(const crypto::ReleasePart release,
                 fetchRelease(*share, *row, request, oneTime, stop));
    return openBlocks(*share, *row, request, release, onRecord, stop, progress);
}

/// Sends the request now or not at all: an opening nobody waits for must not be logged later.
Result<vault::IntentRow> Opening::request(std::int64_t intent, const std::stop_token &stop)
{
    vault::OutboxTable outbox{m_database};
    auto sent = m_sender.sendUpTo(intent, stop, m_held);
    KEEPWELL_TRY(const auto row, outbox.find(intent));
    if (row && row->state == vault::IntentState::Queued) {
        KEEPWELL_CHECK(outbox.setRejected(intent, contract::Code::Host));
    }
    KEEPWELL_CHECK(sent);
    KEEPWELL_CHECK(m_intake.takeIn(stop));
    KEEPWELL_CHECK(m_pending.fetch(stop));
    if (sent->state == vault::IntentState::Rejected) {
        if (sent->code == contract::Code::NotFound) {
            return fail(ErrorCode::NotFound, "the shared activity log knows no such share");
        }
        return fail(contract::errorCodeOf(sent->code), wordsOf(sent->code));
    }
    return sent;
}

Result<vault::IntentRow> Opening::requestKnown(const vault::ReceivedShareRow &share,
                                               std::string_view reason,
                                               const crypto::SealingKey &oneTime,
                                               const std::stop_token &stop)
{
    const contract::NetworkId network = m_ledger.info().network;
    contract::RequestAccessBody body{
        .grant = share.id, .epoch = share.epoch, .respondTo = oneTime.publicKey(), .reason = {}};
    std::vector<contract::Deposit> deposits;
    KEEPWELL_TRY(const auto owner, vault::ContactTable{m_database}.bySignKey(share.owner));
    if (!reason.empty() && owner) {
        KEEPWELL_TRY(Bytes sealed,
                     sealReason({.network = network,
                                 .grant = share.id,
                                 .epoch = share.epoch,
                                 .requester = share.grantee},
                                reason, owner->enc));
        body.reason = contract::reasonCommitment(network, share.id, share.epoch, sealed);
        deposits.push_back(contract::Deposit::reason({}, std::move(sealed)));
    }
    KEEPWELL_TRY(const std::int64_t intent,
                 vault::OutboxTable{m_database}.add({.signer = vault::SignerKind::Relation,
                                                     .relation = share.relation,
                                                     .key = share.grantee,
                                                     .body = body,
                                                     .object = share.id.bytes(),
                                                     .made = m_clock.now(),
                                                     .envelope = {},
                                                     .tx = {},
                                                     .entry = {}},
                                                    deposits));
    return request(intent, stop);
}

Result<> Opening::requestUnknown(const contract::GrantId &grant, const std::stop_token &stop)
{
    const auto seed = crypto::SigningKey::SeedBytes::random();
    const auto key = crypto::SigningKey::fromSeed(seed);
    const auto oneTime = crypto::SealingKey::random();
    const contract::RequestAccessBody body{
        .grant = grant, .epoch = 1, .respondTo = oneTime.publicKey(), .reason = {}};
    KEEPWELL_TRY(const std::int64_t intent,
                 vault::OutboxTable{m_database}.add({.signer = vault::SignerKind::OneUse,
                                                     .key = key.publicKey(),
                                                     .body = body,
                                                     .object = grant.bytes(),
                                                     .made = m_clock.now(),
                                                     .envelope = {},
                                                     .tx = {},
                                                     .entry = {}},
                                                    {}, &seed));
    KEEPWELL_TRY(const vault::IntentRow row, request(intent, stop));
    return fail(ErrorCode::Denied, wordsOf(row.code));
}

Result<crypto::ReleasePart> Opening::fetchRelease(const vault::ReceivedShareRow &share,
                                                  const contract::GrantRow &grant,
                                                  const contract::TxId &request,
                                                  const crypto::SealingKey &oneTime,
                                                  const std::stop_token &stop)
{
    KEEPWELL_TRY(const auto relation, m_keys.mine(share.grantee));
    if (!relation) {
        return fail(ErrorCode::WrongKey, "the key of this share is not in this wallet");
    }
    KEEPWELL_TRY(const crypto::SigningKey asker, m_keys.signingKey(*relation));
    const auto query
        = contract::makeQuery(m_ledger.info().network, contract::QueryNumber::GetRelease,
                              request.bytes(), m_clock.now(), asker);
    const auto answer = m_ledger.query(query, {.stop = stop});
    if (!answer) {
        const contract::Code code = answer.error().code;
        if (code == contract::Code::Wait || code == contract::Code::Host) {
            return fail(ErrorCode::Unavailable,
                        "the key of this share is not there yet; try again later. Your opening is "
                        "in the shared activity log");
        }
        return fail(ErrorCode::Denied, wordsOf(code));
    }
    return contract::openRelease(m_ledger.info().network, request, oneTime, share.id, grant.epoch,
                                 grant.release, *answer);
}

Result<OpenedObject> Opening::openBlocks(const vault::ReceivedShareRow &share,
                                         const contract::GrantRow &grant,
                                         const contract::TxId &request,
                                         const crypto::ReleasePart &release,
                                         const OnRecord &onRecord, const std::stop_token &stop,
                                         const ProgressFn &progress)
{
    const contract::NetworkId network = m_ledger.info().network;
    KEEPWELL_TRY(const auto relation, m_keys.mine(share.grantee));
    if (!relation) {
        return fail(ErrorCode::WrongKey, "the key of this share is not in this wallet");
    }
    KEEPWELL_TRY(const crypto::SealingKey mine, m_keys.sealingKey(*relation));
    KEEPWELL_TRY(const GrantNotice notice,
                 openGrantNotice({.network = network,
                                  .id = share.id.bytes(),
                                  .epoch = grant.epoch,
                                  .author = grant.owner,
                                  .recipient = grant.grantee},
                                 share.notice, mine));
    KEEPWELL_TRY(const crypto::ObjectKey key,
                 joinParts({.network = network,
                            .grant = share.id,
                            .epoch = grant.epoch,
                            .grantor = grant.owner,
                            .recipient = grant.grantee,
                            .terms = grant.terms},
                           notice.recipientPart, release, mine));
    const auto missing = [](Error error) {
        if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Unavailable) {
            return Error{ErrorCode::Unavailable,
                         "the records of this share cannot be fetched: " + error.detail
                             + ". Your opening is in the shared activity log"};
        }
        return error;
    };
    KEEPWELL_TRY(store::ObjectRef ref, store::ObjectRef::parse(notice.object));
    const std::uint64_t length = ref.length();
    auto opened = store::ObjectReader::open(*m_blocks, std::move(ref), key, stop);
    if (!opened) {
        return std::unexpected{missing(std::move(opened).error())};
    }
    const auto reader = std::make_shared<store::ObjectReader>(*std::move(opened));
    // The object is read on after this act, which alone `stop` is for.
    const auto during = std::make_shared<std::stop_token>(stop);
    auto object = SharedObject::check(
        [reader, during, blocks = m_blocks](std::uint64_t offset, std::uint64_t size) {
            return reader->read(offset, size, *during);
        },
        length,
        {.network = network,
         .id = share.id.bytes(),
         .epoch = grant.epoch,
         .author = grant.owner,
         .recipient = grant.grantee,
         .termsHash = contract::hash(grant.terms)},
        onRecord, stop, progress);
    *during = {};
    if (!object) {
        return std::unexpected{missing(std::move(object).error())};
    }
    if (contract::manifestCommitment(network, share.id, grant.epoch, notice.blind,
                                     crypto::sha256(object->headBytes()))
        != grant.manifest) {
        return fail(ErrorCode::Tampered, "these are not the records the shared activity log names");
    }
    return OpenedObject{
        .object = *std::move(object), .share = share, .request = request, .blind = notice.blind};
}

} // namespace keepwell::sharing
