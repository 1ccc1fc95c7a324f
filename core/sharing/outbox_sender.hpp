// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/ledger/ledger.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/vault/outbox_table.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <stop_token>

namespace keepwell::sharing {

/// Refuses to write when the computer's clock cannot be right: more than 120 s behind the ledger's
/// newest entry, or more than 400 days ahead of it and of when a person last `confirmed` the clock.
/// Errors: Conflict, with both dates.
Result<> checkClock(Instant now, Instant newestEntry, std::optional<Instant> confirmed = {});
/// With what this wallet's person confirmed.
Result<> checkClock(vault::Database &database, Instant now, Instant newestEntry);

/// Sends the intents of the outbox so that each takes effect exactly once, whatever dies when
/// (docs/spec/outbox.md). The signed envelope is in the vault
/// before it leaves; what was left unknown is asked again with the same envelope; what can no
/// longer be endorsed is signed again with the same seq. One thread at a time.
class OutboxSender
{
public:
    OutboxSender(vault::Database &database, KeyRing &keys, ledger::Ledger &ledger,
                 const Clock &clock);

    /// Grants and deliveries whose blocks are not in their place yet.
    using Held = std::set<Bytes32>;

    /// All open intents, in order; those about a held object wait. Returns how many were committed.
    /// A custodian out of reach keeps its own values waiting, and nothing else.
    /// Errors: Unavailable (the rest waits), Conflict (the clock), Tampered, Cancelled. A rejection
    /// by the contract is no error here: it stands in the intent.
    Result<std::int64_t> sendAll(const std::stop_token &stop, const Held &held = {});

    /// This intent and those of the same key before it, but for held ones; the intent as it then is.
    Result<vault::IntentRow> sendUpTo(std::int64_t intent, const std::stop_token &stop,
                                      const Held &held = {});

private:
    Result<bool> advance(vault::IntentRow &row, const std::stop_token &stop);
    Result<contract::SeenHead> seen(const ledger::Head &head);
    Result<> sign(vault::IntentRow &row, const std::stop_token &stop);
    Result<> submit(vault::IntentRow &row, const std::stop_token &stop);
    Result<> depositAll(const vault::IntentRow &row, const std::stop_token &stop);
    Result<contract::KeyRow> keyHead(const contract::PublicKey &key, const std::stop_token &stop);

    vault::Database &m_database;
    vault::OutboxTable m_outbox;
    KeyRing &m_keys;
    ledger::Ledger &m_ledger;
    const Clock &m_clock;
};

} // namespace keepwell::sharing
