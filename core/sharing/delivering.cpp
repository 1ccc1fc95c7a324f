// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/delivering.hpp"

#include "core/base/utf8.hpp"
#include "core/contract/commitments.hpp"
#include "core/sharing/notice.hpp"
#include "core/sharing/own_blocks.hpp"
#include "core/sharing/shared_object_writer.hpp"
#include "core/store/object_writer.hpp"
#include "core/vault/block_table.hpp"
#include "core/vault/outbox_table.hpp"

#include <sodium.h>

namespace keepwell::sharing {

namespace {

contract::DeliveryId randomDeliveryId()
{
    Bytes32 bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return contract::DeliveryId{bytes};
}

Result<> mayDeliverTo(const vault::ContactRow &contact)
{
    if (contact.blocked || contact.keyChanged || !contact.checked) {
        return fail(ErrorCode::Denied,
                    contact.blocked ? "you have blocked this contact"
                                    : "compare the check words with this contact before you "
                                      "deliver records");
    }
    return {};
}

} // namespace

Delivering::Delivering(vault::Database &database, KeyRing &keys, const ledger::Info &info,
                       std::shared_ptr<store::BlockStore> blocks, const Clock &clock)
    : m_database{database}, m_keys{keys}, m_info{info}, m_blocks{std::move(blocks)}, m_clock{clock}
{
}

Result<contract::DeliveryId> Delivering::deliver(std::int64_t contact,
                                                 std::vector<std::string> slices,
                                                 std::string_view note, const std::stop_token &stop,
                                                 const ProgressFn &progress)
{
    if (note.size() > kMostNoteBytes || !isUtf8(note)) {
        return fail(ErrorCode::InvalidInput, "a note is text of at most 2000 bytes");
    }
    KEEPWELL_TRY(const vault::ContactRow to, vault::ContactTable{m_database}.get(contact));
    KEEPWELL_CHECK(mayDeliverTo(to));
    KEEPWELL_TRY(const vault::RelationRow relation,
                 vault::RelationTable{m_database}.current(to.relation));
    vault::DeliveryRow row{.id = randomDeliveryId(),
                           .incoming = false,
                           .contact = to.id,
                           .relation = relation.i,
                           .from = relation.sign,
                           .to = to.sign,
                           .note = std::string{note},
                           .records = static_cast<std::int64_t>(slices.size()),
                           .notice = {},
                           .object = {},
                           .step = vault::DeliveryStep::Queued,
                           .waitingFor = {},
                           .person = {},
                           .time = m_clock.now()};
    KEEPWELL_CHECK(sealParcel(row, slices, to.enc, stop, progress));
    KEEPWELL_CHECK(queueParcel(row));
    return row.id;
}

Result<> Delivering::sealParcel(vault::DeliveryRow &row, const std::vector<std::string> &slices,
                                const crypto::SealingPublicKey &to, const std::stop_token &stop,
                                const ProgressFn &progress)
{
    KEEPWELL_TRY(const auto relation, vault::RelationTable{m_database}.current(row.relation));
    KEEPWELL_TRY(const crypto::SigningKey signer, m_keys.signingKey(relation));
    KEEPWELL_TRY(auto writer,
                 SharedObjectWriter::measure(
                     {.network = m_info.network, .id = row.id.bytes(), .recipient = row.to}, signer,
                     slices.size(),
                     [&slices](std::size_t i) -> Result<SharedRecord> {
                         SharedRecord record;
                         record.bytes = slices[i];
                         return record;
                     },
                     stop));
    store::ObjectWriter object{*m_blocks, store::ObjectType::Manifest, stop, {}, writer.length()};
    KEEPWELL_CHECK(
        writer.writeTo([&](ByteView bytes) { return object.append(bytes); }, stop, progress));
    KEEPWELL_TRY(const store::KeyedObjectRef stored,
                 object.finish(listIn(m_database, row.id.bytes(), 0)));
    DeliveryNotice notice{.note = row.note, .records = slices.size(), .object = stored.encode()};
    auto sealed = seal({.network = m_info.network,
                        .id = row.id.bytes(),
                        .epoch = 0,
                        .author = row.from,
                        .recipient = row.to},
                       notice, to);
    sodium_memzero(notice.object.data(), notice.object.size());
    KEEPWELL_CHECK(sealed);
    row.notice = *std::move(sealed);
    row.object = stored.ref.encode();
    return {};
}

/// One transaction: the delivery's row, and the intent with its deposit.
Result<> Delivering::queueParcel(const vault::DeliveryRow &row)
{
    const contract::DeliverBody body{
        .delivery = row.id,
        .to = row.to,
        .notice = contract::noticeCommitment(m_info.network, row.id, ByteView{row.notice}),
        .custodian = m_info.custodian};
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(m_database));
    KEEPWELL_CHECK(vault::DeliveryTable{m_database}.add(row));
    KEEPWELL_CHECK(
        vault::OutboxTable{m_database}.add({.signer = vault::SignerKind::Relation,
                                            .relation = row.relation,
                                            .key = row.from,
                                            .body = body,
                                            .object = row.id.bytes(),
                                            .made = m_clock.now(),
                                            .envelope = {},
                                            .tx = {},
                                            .entry = {}},
                                           {contract::Deposit::notice(row.id, row.notice)}));
    return transaction.commit();
}

Result<> Delivering::removeUnused()
{
    vault::DeliveryTable deliveries{m_database};
    vault::BlockTable blocks{m_database};
    for (const vault::DeliveryStep step :
         {vault::DeliveryStep::Filed, vault::DeliveryStep::Refused}) {
        KEEPWELL_TRY(const std::vector<vault::DeliveryRow> rows, deliveries.inStep(step));
        for (const vault::DeliveryRow &row : rows) {
            if (row.incoming || row.object.empty()) {
                continue;
            }
            KEEPWELL_TRY(const std::vector<vault::BlockRow> unused,
                         blocks.ofOwner(row.id.bytes(), UINT32_MAX));
            KEEPWELL_CHECK(removeBlocks(blocks, *m_blocks, unused));
            KEEPWELL_CHECK(deliveries.wipe(row.id));
        }
    }
    return {};
}

} // namespace keepwell::sharing
