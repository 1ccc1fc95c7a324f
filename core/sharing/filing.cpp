// SPDX-License-Identifier: Apache-2.0
#include "core/records/whose.hpp"
#include "core/sharing/anchoring.hpp"
#include "core/sharing/delivering.hpp"
#include "core/sharing/notice.hpp"
#include "core/sharing/shared_object.hpp"
#include "core/store/object_reader.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/person_table.hpp"

#include <sodium.h>

/// What becomes of a delivery that came: checked, filed, waiting for an answer, refused.
namespace keepwell::sharing {

namespace {

constexpr std::string_view kArrivedChanged
    = "it arrived changed: refuse it, or ask for it to be sent again";

} // namespace

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
Result<std::string> Delivering::openBundle(const vault::DeliveryRow &row,
                                           const std::stop_token &stop, const OnRecord &onRecord)
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
    KEEPWELL_TRY(auto reader, store::ObjectReader::open(*m_blocks, object->ref, object->key, stop));
    KEEPWELL_TRY(
        const SharedObject shared,
        SharedObject::check([&](std::uint64_t offset,
                                std::uint64_t size) { return reader.read(offset, size, stop); },
                            length,
                            {.network = m_info.network,
                             .id = row.id.bytes(),
                             .epoch = 0,
                             .author = row.from,
                             .recipient = row.to,
                             .termsHash = {}},
                            onRecord, stop, {}));
    std::string bundle;
    bundle.reserve(shared.head().bundleLength);
    KEEPWELL_CHECK(shared.readBundle(
        [&bundle](ByteView piece) -> Result<> {
            bundle += textOf(piece);
            return {};
        },
        stop));
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
            return "it is about " + person.name
                + (person.born.empty() ? "" : ", born " + person.born);
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

/// nullopt: its owner decided meanwhile.
Result<std::optional<Error>> Delivering::layAside(const vault::DeliveryRow &row, const Error &why)
{
    KEEPWELL_TRY(const bool waits,
                 vault::DeliveryTable{m_database}.setChanged(row.id, kArrivedChanged));
    if (!waits) {
        return std::nullopt;
    }
    return Error{why.code,
                 "the delivery " + row.id.toHex().substr(0, 8)
                     + " arrived changed and is not filed: " + why.detail};
}

Result<Delivering::Filing> Delivering::fileWaiting(const std::stop_token &stop)
{
    vault::DeliveryTable deliveries{m_database};
    KEEPWELL_TRY(const std::vector<vault::DeliveryRow> rows,
                 deliveries.inStep(vault::DeliveryStep::Waiting));
    Filing result;
    for (const vault::DeliveryRow &row : rows) {
        if (stop.stop_requested()) {
            return result;
        }
        if (row.notice.empty() || row.changed) {
            continue;
        }
        KEEPWELL_TRY(std::optional<std::string> wait, doubtOf(row));
        if (wait && wait->empty()) {
            const auto bundle = openBundle(row, stop);
            if (!bundle && bundle.error().code == ErrorCode::Cancelled) {
                return result;
            }
            if (!bundle && bundle.error().code == ErrorCode::Tampered) {
                KEEPWELL_TRY(auto changed, layAside(row, bundle.error()));
                result.changed = result.changed ? std::move(result.changed) : std::move(changed);
                continue;
            }
            KEEPWELL_TRY(wait, doubtOf(row)); // its owner may have decided while the blocks came
            if (wait && wait->empty()) {
                KEEPWELL_TRY(wait,
                             bundle ? fileOrWait(row, *bundle)
                                    : Result<std::optional<std::string>>{bundle.error().detail});
                result.filed += wait ? 0 : 1;
            }
        }
        if (wait) {
            KEEPWELL_CHECK(deliveries.setStep(row.id, vault::DeliveryStep::Waiting, *wait));
        }
    }
    return result;
}

Result<Delivering::Contents> Delivering::look(const contract::DeliveryId &delivery,
                                              const std::stop_token &stop)
{
    KEEPWELL_TRY(const vault::DeliveryRow row, waiting(delivery));
    Contents contents;
    KEEPWELL_TRY(
        const std::string bundle,
        openBundle(row, stop,
                   [&contents](std::size_t, const TableRow &, std::string_view slice) -> Result<> {
                       auto described = records::describeResource(slice);
                       contents.records.push_back(
                           described ? *std::move(described)
                                     : records::Described{.title = "A record that cannot "
                                                                   "be shown"});
                       return {};
                   }));
    KEEPWELL_TRY(contents.people, records::peopleIn(m_database, bundle));
    KEEPWELL_TRY(contents.expected, expectedPerson(row));
    return contents;
}

Result<records::ImportReport> Delivering::accept(const contract::DeliveryId &delivery,
                                                 std::optional<vault::PersonId> person,
                                                 const std::stop_token &stop)
{
    KEEPWELL_TRY(const vault::DeliveryRow row, waiting(delivery));
    KEEPWELL_TRY(const std::string bundle, openBundle(row, stop));
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

} // namespace keepwell::sharing
