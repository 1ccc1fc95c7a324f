// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/ledger/ledger.hpp"
#include "core/records/described.hpp"
#include "core/records/importer.hpp"
#include "core/records/whose.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/sharing/shared_object.hpp"
#include "core/store/block_store.hpp"
#include "core/vault/contact_table.hpp"
#include "core/vault/database.hpp"
#include "core/vault/delivery_table.hpp"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::sharing {

/// Records from one side to the other: sealed, queued, checked on arrival, filed or refused.
/// Needs no ledger: entries go through the outbox. One thread at a time.
class Delivering
{
public:
    Delivering(vault::Database &database, KeyRing &keys, const ledger::Info &info,
               std::shared_ptr<store::BlockStore> blocks, const Clock &clock);

    /// `slices`: FHIR resources, each the exact bytes of its source.
    /// Errors: NotFound for 0 records or an unknown contact; Denied for a contact blocked, changed
    /// or not checked; InvalidInput for a note over 2000 bytes; Cancelled.
    Result<contract::DeliveryId> deliver(std::int64_t contact, std::vector<std::string> slices,
                                         std::string_view note, const std::stop_token &stop,
                                         const ProgressFn &progress);

    /// What fileWaiting() came to.
    struct Filing
    {
        std::int64_t filed = 0;
        std::optional<Error> changed; ///< Why one cannot be opened, ever; said once of each.
    };

    /// Files what waits and needs no question: from a checked contact, and about the person their
    /// records were last filed for. The others get their reason to wait; one that arrived changed is
    /// not tried again until somebody accepts it.
    Result<Filing> fileWaiting(const std::stop_token &stop);

    /// What is in one that waits. Files nothing.
    struct Contents
    {
        std::vector<records::NamedPerson> people;
        vault::PersonId expected; ///< Whose records this contact is taken to send.
        std::vector<records::Described> records;
    };

    /// Errors: as accept().
    Result<Contents> look(const contract::DeliveryId &delivery, const std::stop_token &stop);

    /// Files one that waits. Errors: NotFound; Conflict when it was decided already; Tampered;
    /// Unavailable (its blocks); Cancelled.
    Result<records::ImportReport> accept(const contract::DeliveryId &delivery,
                                         std::optional<vault::PersonId> person,
                                         const std::stop_token &stop = {});

    /// Errors: NotFound; Conflict when it was decided already.
    Result<> refuse(const contract::DeliveryId &delivery);

    /// Removes the blocks of deliveries of mine that were acknowledged.
    Result<> removeUnused();

private:
    Result<> sealParcel(vault::DeliveryRow &row, const std::vector<std::string> &slices,
                        const crypto::SealingPublicKey &to, const std::stop_token &stop,
                        const ProgressFn &progress);
    Result<> queueParcel(const vault::DeliveryRow &row);
    Result<vault::DeliveryRow> waiting(const contract::DeliveryId &delivery);
    Result<std::string> openBundle(const vault::DeliveryRow &row, const std::stop_token &stop,
                                   const OnRecord &onRecord = {});
    Result<std::optional<Error>> layAside(const vault::DeliveryRow &row, const Error &why);
    Result<std::optional<std::string>> doubtOf(const vault::DeliveryRow &row);
    Result<std::string> reasonToWait(std::string_view bundle, vault::PersonId expected);
    Result<std::optional<std::string>> fileOrWait(const vault::DeliveryRow &row,
                                                  std::string_view bundle);
    Result<records::ImportReport> file(const vault::DeliveryRow &row, std::string_view bundle,
                                       vault::PersonId person);
    Result<> acknowledge(const vault::DeliveryRow &row, contract::Decision decision);
    Result<vault::PersonId> expectedPerson(const vault::DeliveryRow &row);

    vault::Database &m_database;
    KeyRing &m_keys;
    ledger::Info m_info;
    std::shared_ptr<store::BlockStore> m_blocks;
    const Clock &m_clock;
};

} // namespace keepwell::sharing
