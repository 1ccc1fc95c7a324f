// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/contract/state.hpp"
#include "core/ledger/ledger.hpp"
#include "core/sharing/intake.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/sharing/outbox_sender.hpp"
#include "core/sharing/pending_values.hpp"
#include "core/sharing/shared_object.hpp"
#include "core/store/block_store.hpp"
#include "core/vault/received_share_table.hpp"

#include <memory>
#include <stop_token>
#include <string_view>

namespace keepwell::sharing {

/// A share that was opened and checked whole. Its key lives in `object`'s reader.
struct OpenedObject
{
    SharedObject object;
    vault::ReceivedShareRow share;
    contract::TxId request; ///< The committed opening.
    Bytes32 blind{};        ///< Of the manifest commitment.
};

/// The order of opening (docs/architecture.md): the request is committed, the release part is asked
/// for, the blocks are fetched, the author is checked. Never another way round; nothing is kept.
/// One thread at a time.
class Opening
{
public:
    /// `held`: acts of the same key that are not sent before the request; see OutboxSender.
    Opening(vault::Database &database, KeyRing &keys, ledger::Ledger &ledger,
            std::shared_ptr<const store::BlockStore> blocks, const Clock &clock,
            OutboxSender::Held held = {});

    /// `onRecord` sees each record as it is checked. A share nobody here knows is asked for with a
    /// one-use key and no reason.
    /// Errors: Denied (refused, by which rule, in words), NotFound (unknown to the ledger),
    /// Unavailable (ledger out of reach: not asked; or blocks gone: asked and logged), Tampered.
    Result<OpenedObject> open(const contract::GrantId &grant, std::string_view reason,
                              const OnRecord &onRecord, const std::stop_token &stop,
                              const ProgressFn &progress);

private:
    Result<vault::IntentRow> request(std::int64_t intent, const std::stop_token &stop);
    Result<vault::IntentRow> requestKnown(const vault::ReceivedShareRow &share,
                                          std::string_view reason,
                                          const crypto::SealingKey &oneTime,
                                          const std::stop_token &stop);
    Result<> requestUnknown(const contract::GrantId &grant, const std::stop_token &stop);
    Result<crypto::ReleasePart> fetchRelease(const vault::ReceivedShareRow &share,
                                             const contract::GrantRow &grant,
                                             const contract::TxId &request,
                                             const crypto::SealingKey &oneTime,
                                             const std::stop_token &stop);
    Result<OpenedObject> openBlocks(const vault::ReceivedShareRow &share,
                                    const contract::GrantRow &grant, const contract::TxId &request,
                                    const crypto::ReleasePart &release, const OnRecord &onRecord,
                                    const std::stop_token &stop, const ProgressFn &progress);

    vault::Database &m_database;
    KeyRing &m_keys;
    ledger::Ledger &m_ledger;
    std::shared_ptr<const store::BlockStore> m_blocks;
    const Clock &m_clock;
    OutboxSender m_sender;
    OutboxSender::Held m_held;
    Intake m_intake;
    PendingValues m_pending;
};

/// Why a request was refused, for people.
std::string wordsOf(contract::Code refusal);

} // namespace keepwell::sharing
