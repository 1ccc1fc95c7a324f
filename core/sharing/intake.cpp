// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/intake.hpp"

#include "core/contract/replay.hpp"
#include "core/contract/replay_partial.hpp"
#include "core/sharing/entry_effects.hpp"
#include "core/vault/activity_table.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/relation_table.hpp"

namespace keepwell::sharing {

namespace {

constexpr std::size_t kEntriesAtOnce = 512;

/// The head must go on from the one that was pinned, also where the ledger was read anew in between.
Result<> checkContinues(ledger::Ledger &ledger, const vault::PinnedHead &pinned,
                        const ledger::Head &head)
{
    const auto isOther = [] {
        return fail(ErrorCode::Tampered,
                    "the shared activity log is not the one this wallet saw before");
    };
    if (head.size < pinned.size || (head.size == pinned.size && head.root != pinned.root)) {
        return isOther();
    }
    if (pinned.size > 0 && head.size > pinned.size) {
        KEEPWELL_TRY(const auto proof, ledger.consistencyProof(pinned.size, head.size));
        if (!crypto::merkle::verifyConsistency(pinned.size, head.size, proof, pinned.root,
                                               head.root)) {
            return isOther();
        }
    }
    return {};
}

} // namespace

Intake::Intake(vault::Database &database, KeyRing &keys, ledger::Ledger &ledger, const Clock &clock)
    : m_database{database}, m_keys{keys}, m_ledger{ledger}, m_clock{clock}
{
}

/// Whose entries concern this wallet, where the ledger shows no others.
Result<> Intake::follow()
{
    std::vector<contract::PublicKey> mine;
    KEEPWELL_TRY(const crypto::SigningKey self, m_keys.selfKey());
    mine.push_back(self.publicKey());
    KEEPWELL_TRY(const auto relations, vault::RelationTable{m_database}.all());
    for (const vault::RelationRow &relation : relations) {
        mine.push_back(relation.sign);
    }
    KEEPWELL_TRY(const auto open, vault::OutboxTable{m_database}.open());
    for (const vault::IntentRow &intent : open) {
        mine.push_back(intent.key);
    }
    m_ledger.follow(mine);
    return {};
}

Result<std::int64_t> Intake::takeIn(const std::stop_token &stop)
{
    vault::ReplicaTable replica{m_database};
    if (m_ledger.info().isPartial) {
        KEEPWELL_CHECK(follow());
    }
    KEEPWELL_TRY(const ledger::Head head, m_ledger.head({.stop = stop}));
    KEEPWELL_TRY(const std::optional<vault::PinnedHead> pinned, replica.head());
    std::uint64_t next = pinned ? pinned->size : 0;
    if (pinned) {
        KEEPWELL_CHECK(checkContinues(m_ledger, *pinned, head));
    }
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(m_database));
    std::int64_t mine = 0;
    while (next < head.size) {
        KEEPWELL_TRY(const std::vector<ledger::Entry> entries,
                     m_ledger.entries(next,
                                      std::min<std::uint64_t>(kEntriesAtOnce, head.size - next),
                                      {.stop = stop}));
        if (entries.empty()) {
            return fail(ErrorCode::Tampered, "the shared activity log ends before its own head");
        }
        for (const ledger::Entry &entry : entries) {
            KEEPWELL_TRY(const bool concerns, takeEntry(entry));
            mine += concerns ? 1 : 0;
        }
        next += entries.size();
    }
    KEEPWELL_CHECK(replica.setHead({.size = head.size,
                                    .root = head.root,
                                    .newest = head.newest,
                                    .frontier = {},
                                    .checked = m_clock.now()}));
    KEEPWELL_CHECK(vault::ActivityTable{m_database}.prove(head.proven, head.conflictFrom));
    KEEPWELL_CHECK(transaction.commit());
    m_head = head;
    return mine;
}

Result<bool> Intake::takeEntry(const ledger::Entry &entry)
{
    if (entry.index == 0) {
        return false; // genesis: 32 random bytes
    }
    const auto transaction
        = contract::Transaction::checkedBefore(m_ledger.info().network, entry.envelope);
    if (!transaction) {
        return std::unexpected{transaction.error().error};
    }
    vault::ReplicaState state{m_database};
    const auto outcome = m_ledger.info().isPartial
        ? contract::replayPartial(state, *transaction, entry.time, entry.outcome, entry.t)
        : contract::replay(state, *transaction, entry.time, entry.outcome);
    if (!outcome) {
        return fail(outcome.error().error.code,
                    "entry " + std::to_string(entry.index) + ": " + outcome.error().error.detail);
    }
    EntryEffects effects{m_database, m_keys, m_ledger.info()};
    return effects.take(entry, *transaction, outcome->t);
}

} // namespace keepwell::sharing
