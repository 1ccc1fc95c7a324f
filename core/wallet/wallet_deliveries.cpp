// SPDX-License-Identifier: Apache-2.0
#include "core/records/delivery_slices.hpp"
#include "core/vault/delivery_table.hpp"
#include "core/wallet/parts.hpp"

/// Records delivered to a contact, and those that came.
namespace keepwell {

namespace {

DeliveryState stateOf(vault::DeliveryStep step)
{
    switch (step) {
    case vault::DeliveryStep::Queued:
        return DeliveryState::Queued;
    case vault::DeliveryStep::Sent:
        return DeliveryState::Sent;
    case vault::DeliveryStep::Waiting:
        return DeliveryState::Waiting;
    case vault::DeliveryStep::Filed:
        return DeliveryState::Filed;
    case vault::DeliveryStep::Refused:
        return DeliveryState::Refused;
    }
    return DeliveryState::Waiting;
}

} // namespace

Result<contract::DeliveryId> Wallet::deliver(std::int64_t contact,
                                             const std::vector<std::filesystem::path> &files,
                                             std::string_view note, const std::stop_token &stop,
                                             const ProgressFn &progress)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    KEEPWELL_CHECK(parts.readyToWrite());
    KEEPWELL_TRY(std::vector<std::string> slices, records::slicesOf(files, stop));
    KEEPWELL_TRY(auto delivering, parts.delivering());
    KEEPWELL_TRY(const contract::DeliveryId delivery,
                 delivering.deliver(contact, std::move(slices), note, stop, progress));
    KEEPWELL_CHECK(parts.flush(stop));
    return delivery;
}

Result<std::vector<DeliveryRow>> Wallet::deliveries()
{
    const std::scoped_lock lock{m_parts->mutex};
    vault::Database &database = m_parts->database();
    KEEPWELL_TRY(const auto deliveries, vault::DeliveryTable{database}.all());
    std::vector<DeliveryRow> rows;
    for (const vault::DeliveryRow &delivery : deliveries) {
        if (delivery.incoming && delivery.notice.empty()
            && delivery.step == vault::DeliveryStep::Waiting) {
            continue; // a hello, or nothing that can be shown yet
        }
        std::string name;
        if (delivery.contact) {
            KEEPWELL_TRY(const vault::ContactRow contact,
                         vault::ContactTable{database}.get(*delivery.contact));
            name = contact.name;
        }
        rows.push_back({.delivery = delivery.id,
                        .incoming = delivery.incoming,
                        .from = std::move(name),
                        .note = delivery.note,
                        .records = delivery.records,
                        .state = stateOf(delivery.step),
                        .waitingFor = delivery.waitingFor,
                        .time = delivery.time});
    }
    return rows;
}

Result<DeliveryContents> Wallet::lookAtDelivery(const contract::DeliveryId &delivery,
                                                const std::stop_token &stop)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    KEEPWELL_TRY(auto delivering, parts.delivering());
    KEEPWELL_TRY(auto found, [&] {
        const NetworkTurn turn = parts.turn(); // its blocks come over the network
        return delivering.look(delivery, stop);
    }());
    DeliveryContents contents{
        .people = std::move(found.people), .expected = found.expected, .records = {}};
    for (records::Described &described : found.records) {
        RecordRow row;
        row.id = static_cast<RecordId>(contents.records.size());
        row.kind = described.kind;
        row.title = std::move(described.title);
        row.date = std::move(described.date.text);
        row.source = described.source.empty() ? std::move(described.practitioner)
                                              : std::move(described.source);
        contents.records.push_back(std::move(row));
    }
    return contents;
}

Result<ImportReport> Wallet::acceptDelivery(const contract::DeliveryId &delivery,
                                            std::optional<PersonId> person,
                                            const std::stop_token &stop)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    KEEPWELL_CHECK(parts.readyToWrite());
    KEEPWELL_TRY(auto delivering, parts.delivering());
    KEEPWELL_TRY(ImportReport report, [&] {
        const NetworkTurn turn = parts.turn(); // its blocks come over the network
        return delivering.accept(delivery, person, stop);
    }());
    KEEPWELL_CHECK(parts.flush());
    return report;
}

Result<> Wallet::refuseDelivery(const contract::DeliveryId &delivery)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    KEEPWELL_CHECK(parts.readyToWrite());
    KEEPWELL_TRY(auto delivering, parts.delivering());
    KEEPWELL_CHECK(delivering.refuse(delivery));
    KEEPWELL_CHECK(parts.flush());
    return {};
}

} // namespace keepwell
