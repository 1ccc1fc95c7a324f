// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/delivering.hpp"

#include "core/base/utf8.hpp"
#include "core/contract/commitments.hpp"
#include "core/records/whose.hpp"
#include "core/sharing/anchoring.hpp"
#include "core/sharing/notice.hpp"
#include "core/sharing/shared_object.hpp"
#include "core/sharing/shared_object_writer.hpp"
#include "core/store/object_reader.hpp"
#include "core/store/object_writer.hpp"
#include "core/vault/block_table.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/person_table.hpp"

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

/// A delivery in the making: its row, its blocks.
struct Delivering::Parcel
{
    vault::DeliveryRow row;
    std::vector<vault::BlockRow> blocks;
};

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
    Parcel parcel{.row = {.id = randomDeliveryId(),
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
                          .time = m_clock.now()},
                  .blocks = {}};
    KEEPWELL_CHECK(sealParcel(parcel, slices, to.enc, stop, progress));
    KEEPWELL_CHECK(queueParcel(parcel));
    return parcel.row.id;
}

Result<> Delivering::sealParcel(Parcel &parcel, const std::vector<std::string> &slices,
                                const crypto::SealingPublicKey &to, const std::stop_token &stop,
                                const ProgressFn &progress)
{
    vault::DeliveryRow &row = parcel.row;
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
    KEEPWELL_TRY(const store::KeyedObjectRef stored, object.finish());
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
    parcel.blocks.reserve(stored.ref.segments().size());
    for (const store::Cid &cid : stored.ref.segments()) {
        parcel.blocks.push_back({.owner = row.id.bytes(), .epoch = 0, .cid = cid.toString()});
    }
    return {};
}

/// One transaction: the delivery's row, its blocks, and the intent with its deposit.
Result<> Delivering::queueParcel(const Parcel &parcel)
{
    const vault::DeliveryRow &row = parcel.row;
    const contract::DeliverBody body{
        .delivery = row.id,
        .to = row.to,
        .notice = contract::noticeCommitment(m_info.network, row.id, ByteView{row.notice}),
        .custodian = m_info.custodian};
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(m_database));
    KEEPWELL_CHECK(vault::DeliveryTable{m_database}.add(row));
    KEEPWELL_CHECK(vault::BlockTable{m_database}.add(parcel.blocks));
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

Result<vault::DeliveryRow> Delivering::waiting(const contract::DeliveryId &delivery)
{
    KEEPWELL_TRY(const auto row, vault::DeliveryTable{m_database}.find(delivery));
    if (!row || !row->incoming) {
        return fail(ErrorCode::NotFound, "no such delivery came to you");
    }
    if (row->step != vault::DeliveryStep::Waiting) {
        return fail(ErrorCode::Conflict, "this delivery was decided already");
    }
    if (row->notice.empty()) {
        return fail(ErrorCode::Unavailable, "this delivery has not arrived whole yet");
    }
    return *row;
}

/// The delivered bundle, its author and every byte checked.
Result<std::string> Delivering::openBundle(const vault::DeliveryRow &row)
{
    KEEPWELL_TRY(const auto relation, m_keys.mine(row.to));
    if (!relation) {
        return fail(ErrorCode::WrongKey, "the key of this delivery is not in this wallet");
    }
    KEEPWELL_TRY(const crypto::SealingKey key, m_keys.sealingKey(*relation));
    KEEPWELL_TRY(DeliveryNotice notice,
                 openDeliveryNotice({.network = m_info.network,
                                     .id = row.id.bytes(),
                                     .epoch = 0,
                                     .author = row.from,
                                     .recipient = row.to},
                                    row.notice, key));
    auto object = store::KeyedObjectRef::parse(notice.object);
    sodium_memzero(notice.object.data(), notice.object.size());
    KEEPWELL_CHECK(object);
    const std::uint64_t length = object->ref.length();
    KEEPWELL_TRY(auto reader, store::ObjectReader::open(*m_blocks, object->ref, object->key));
    KEEPWELL_TRY(
        const SharedObject shared,
        SharedObject::check([&reader](std::uint64_t offset,
                                      std::uint64_t size) { return reader.read(offset, size); },
                            length,
                            {.network = m_info.network,
                             .id = row.id.bytes(),
                             .epoch = 0,
                             .author = row.from,
                             .recipient = row.to,
                             .termsHash = {}},
                            {}, {}, {}));
    std::string bundle;
    bundle.reserve(shared.head().bundleLength);
    KEEPWELL_CHECK(shared.readBundle(
        [&bundle](ByteView piece) -> Result<> {
            bundle += textOf(piece);
            return {};
        },
        {}));
    return bundle;
}

Result<vault::PersonId> Delivering::expectedPerson(const vault::DeliveryRow &row)
{
    if (row.contact) {
        KEEPWELL_TRY(const vault::ContactRow contact,
                     vault::ContactTable{m_database}.get(*row.contact));
        if (contact.person) {
            return *contact.person;
        }
    }
    return vault::PersonTable{m_database}.owner();
}

/// Empty when it may be filed without a question.
Result<std::string> Delivering::reasonToWait(std::string_view bundle, vault::PersonId expected)
{
    KEEPWELL_TRY(const std::vector<records::NamedPerson> people,
                 records::peopleIn(m_database, bundle));
    if (people.empty()) {
        return "it does not say whom it is about";
    }
    for (const records::NamedPerson &person : people) {
        if (person.knownAs != expected) {
            return "it is about " + person.name;
        }
    }
    return std::string{};
}

/// Why it has to wait, going by who sent it; empty: it need not. nullopt: it waits no more.
Result<std::optional<std::string>> Delivering::doubtOf(const vault::DeliveryRow &row)
{
    KEEPWELL_TRY(const auto now, vault::DeliveryTable{m_database}.find(row.id));
    if (!now || now->step != vault::DeliveryStep::Waiting) {
        return std::nullopt;
    }
    if (!row.contact) {
        return "it is from somebody you do not know";
    }
    KEEPWELL_TRY(const vault::ContactRow contact,
                 vault::ContactTable{m_database}.get(*row.contact));
    return contact.blocked                       ? "you have blocked this contact"
        : !contact.checked || contact.keyChanged ? "the check words were not compared"
                                                 : "";
}

/// Why it has to wait; nullopt: it was filed.
Result<std::optional<std::string>> Delivering::fileOrWait(const vault::DeliveryRow &row,
                                                          std::string_view bundle)
{
    KEEPWELL_TRY(const vault::PersonId expected, expectedPerson(row));
    KEEPWELL_TRY(std::string wait, reasonToWait(bundle, expected));
    if (!wait.empty()) {
        return wait;
    }
    KEEPWELL_CHECK(file(row, bundle, expected));
    return std::nullopt;
}

Result<std::int64_t> Delivering::fileWaiting(const std::stop_token &stop)
{
    vault::DeliveryTable deliveries{m_database};
    KEEPWELL_TRY(const std::vector<vault::DeliveryRow> rows,
                 deliveries.inStep(vault::DeliveryStep::Waiting));
    std::int64_t filed = 0;
    for (const vault::DeliveryRow &row : rows) {
        if (stop.stop_requested()) {
            return filed;
        }
        if (row.notice.empty()) {
            continue;
        }
        KEEPWELL_TRY(std::optional<std::string> wait, doubtOf(row));
        if (wait && wait->empty()) {
            const auto bundle = openBundle(row);
            KEEPWELL_TRY(wait, doubtOf(row)); // its owner may have decided while the blocks came
            if (!bundle && bundle.error().code == ErrorCode::Tampered) {
                return std::unexpected{bundle.error()};
            }
            if (wait && wait->empty()) {
                KEEPWELL_TRY(wait,
                             bundle ? fileOrWait(row, *bundle)
                                    : Result<std::optional<std::string>>{bundle.error().detail});
                filed += wait ? 0 : 1;
            }
        }
        if (wait) {
            KEEPWELL_CHECK(deliveries.setStep(row.id, vault::DeliveryStep::Waiting, *wait));
        }
    }
    return filed;
}

Result<records::ImportReport> Delivering::accept(const contract::DeliveryId &delivery,
                                                 std::optional<vault::PersonId> person)
{
    KEEPWELL_TRY(const vault::DeliveryRow row, waiting(delivery));
    KEEPWELL_TRY(const std::string bundle, openBundle(row));
    KEEPWELL_CHECK(waiting(delivery)); // still: it may have been refused while its blocks came
    if (!person) {
        KEEPWELL_TRY(person, expectedPerson(row));
    }
    return file(row, bundle, *person);
}

Result<records::ImportReport> Delivering::file(const vault::DeliveryRow &row,
                                               std::string_view bundle, vault::PersonId person)
{
    std::string from;
    if (row.contact) {
        KEEPWELL_TRY(const vault::ContactRow contact,
                     vault::ContactTable{m_database}.get(*row.contact));
        from = contact.name;
    }
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(m_database));
    records::ImportOptions options;
    options.person = person;
    options.from = from;
    KEEPWELL_TRY(
        records::ImportReport report,
        records::importBytes(m_database, m_clock, "delivery from " + from, bundle, options));
    KEEPWELL_CHECK(vault::DeliveryTable{m_database}.setFiled(row.id, person));
    if (row.contact) {
        KEEPWELL_CHECK(vault::ContactTable{m_database}.setPerson(*row.contact, person));
    }
    KEEPWELL_CHECK(queueAnchor(m_database, m_keys, m_clock.now()));
    KEEPWELL_CHECK(acknowledge(row, contract::Decision::Filed));
    KEEPWELL_CHECK(transaction.commit());
    return report;
}

Result<> Delivering::refuse(const contract::DeliveryId &delivery)
{
    KEEPWELL_TRY(const vault::DeliveryRow row, waiting(delivery));
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(m_database));
    KEEPWELL_CHECK(vault::DeliveryTable{m_database}.setStep(row.id, vault::DeliveryStep::Refused));
    KEEPWELL_CHECK(acknowledge(row, contract::Decision::Refused));
    return transaction.commit();
}

Result<> Delivering::acknowledge(const vault::DeliveryRow &row, contract::Decision decision)
{
    KEEPWELL_CHECK(vault::OutboxTable{m_database}.add(
        {.signer = vault::SignerKind::Relation,
         .relation = row.relation,
         .key = row.to,
         .body = contract::AckDeliveryBody{.delivery = row.id, .decision = decision},
         .object = row.id.bytes(),
         .made = m_clock.now(),
         .envelope = {},
         .tx = {},
         .entry = {}},
        {}));
    return vault::DeliveryTable{m_database}.wipe(row.id);
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
            for (const vault::BlockRow &block : unused) {
                KEEPWELL_TRY(const store::Cid cid, store::Cid::parse(block.cid));
                KEEPWELL_CHECK(m_blocks->remove(cid));
                KEEPWELL_CHECK(blocks.remove(block));
            }
            KEEPWELL_CHECK(deliveries.wipe(row.id));
        }
    }
    return {};
}

} // namespace keepwell::sharing
