// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/contract/transaction.hpp"
#include "core/ledger/ledger.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/sharing/selection.hpp"
#include "core/sharing/shared_object_writer.hpp"
#include "core/store/block_store.hpp"
#include "core/store/object_ref.hpp"
#include "core/vault/contact_table.hpp"
#include "core/vault/database.hpp"
#include "core/vault/grant_table.hpp"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::sharing {

/// What a patient decides in the four steps of a new share.
struct NewShare
{
    std::int64_t contact = 0;
    Selection selection;
    contract::Terms terms;
    std::string reason;          ///< For the other side; at most 300 bytes.
    bool follows = false;        ///< New matching records join at each sync.
    bool allowUnchecked = false; ///< The deliberate yes for a contact not checked.
};

/// An act that is sealed, stored and in the outbox; the ledger has not seen it yet.
struct QueuedShare
{
    contract::GrantId grant;
    std::int64_t records = 0;
    std::int64_t intent = 0;
};

/// The giving side of a share: seals, cuts the key, queues the entry; updates, stops, cleans up.
/// Needs no ledger: everything goes through the outbox. One thread at a time.
class Giving
{
public:
    Giving(vault::Database &database, KeyRing &keys, const ledger::Info &info,
           store::BlockStore &blocks, const Clock &clock);

    /// Errors: NotFound for 0 records or an unknown contact; Denied for a contact that is blocked,
    /// whose key changed, or who is not checked; InvalidInput for terms and reason; Cancelled.
    /// On an error nothing is queued and no block is left.
    Result<QueuedShare> give(const NewShare &share, const std::stop_token &stop,
                             const ProgressFn &progress);

    /// A new epoch with what the selection holds now: new manifest key, new `r`.
    /// Errors: as give(); Denied when it was stopped.
    Result<QueuedShare> update(const contract::GrantId &grant, const std::stop_token &stop,
                               const ProgressFn &progress);

    /// One that the contract rejected, once more as it was, under another id; it is put away. One
    /// whose time is over is given as long a time again.
    /// Errors: as give().
    Result<QueuedShare> giveAgain(const contract::GrantId &grant, const std::stop_token &stop,
                                  const ProgressFn &progress);

    /// Updates live shares whose selection holds other records than their newest epoch.
    Result<std::vector<QueuedShare>> updateFollowing(const std::stop_token &stop);

    /// Queues the end of these grants; the intents, one a relation and 64 grants.
    /// Errors: NotFound; Denied when one was stopped already.
    Result<std::vector<std::int64_t>> stop(const std::vector<contract::GrantId> &grants);

    /// Queues the purge of grants that are over by their own terms.
    Result<std::vector<std::int64_t>> queueEnded();

    /// Removes the blocks of ended grants and of epochs that were replaced, once the ledger has it;
    /// wipes their keys.
    Result<> removeUnused();

private:
    struct Epoch; // one epoch in the making

    Result<vault::ContactRow> contactFor(std::int64_t contact, bool allowUnchecked);
    Result<std::uint32_t> nextEpoch(const vault::GivenGrantRow &grant);
    Result<> sealEpoch(Epoch &epoch, const std::vector<vault::RecordId> &records,
                       const std::stop_token &stop, const ProgressFn &progress);
    Result<std::int64_t> queueEpoch(const Epoch &epoch,
                                    const std::vector<vault::RecordId> &records);
    Result<std::vector<std::int64_t>> queueRevoke(const std::vector<contract::GrantId> &grants,
                                                  contract::RevokeReason reason,
                                                  vault::GrantWish wish);

    vault::Database &m_database;
    KeyRing &m_keys;
    ledger::Info m_info;
    store::BlockStore &m_blocks;
    const Clock &m_clock;
};

/// The records of the vault as a shared object wants them, with their anchors.
RecordAt recordsFrom(vault::Database &database, std::vector<vault::RecordId> records);

/// Checks a reason's form. Errors: InvalidInput.
Result<> checkReason(std::string_view reason);

} // namespace keepwell::sharing
