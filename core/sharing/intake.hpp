// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/envelope.hpp"
#include "core/ledger/ledger.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/vault/database.hpp"
#include "core/vault/replica.hpp"

#include <cstdint>
#include <stop_token>

namespace keepwell::sharing {

/// Takes in what is new on the ledger: every entry is replayed into the vault's replica, and what
/// concerns this wallet changes its shares, inbox, deliveries, anchors and activity. One vault
/// transaction: all of it or nothing. One thread at a time.
class Intake
{
public:
    Intake(vault::Database &database, KeyRing &keys, ledger::Ledger &ledger, const Clock &clock);

    /// Reads on from the pinned head. Returns how many entries concern this wallet.
    /// Errors: Unavailable, Cancelled; Tampered when an entry does not replay: nothing is taken in.
    Result<std::int64_t> takeIn(const std::stop_token &stop);

    /// Up to where takeIn() read last.
    const ledger::Head &head() const { return m_head; }

private:
    Result<> follow();
    Result<bool> takeEntry(const ledger::Entry &entry);

    vault::Database &m_database;
    KeyRing &m_keys;
    ledger::Ledger &m_ledger;
    const Clock &m_clock;
    ledger::Head m_head;
};

} // namespace keepwell::sharing
