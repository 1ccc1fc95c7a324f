// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/query.hpp"
#include "core/ledger/ledger.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/vault/database.hpp"
#include "core/vault/delivery_table.hpp"

#include <optional>
#include <stop_token>

namespace keepwell::sharing {

/// Fetches the private values that belong to entries taken in before: notices of shares and
/// deliveries to me, hellos to my invites, reasons of openings of mine. What is not deposited yet
/// is asked for again the next time. One thread at a time.
class PendingValues
{
public:
    PendingValues(vault::Database &database, KeyRing &keys, ledger::Ledger &ledger,
                  const Clock &clock);

    /// Errors: Unavailable, Cancelled, Tampered. A notice that does not open is passed over, and
    /// its delivery says so.
    Result<> fetch(const std::stop_token &stop);

private:
    Result<> fetchShareNotices();
    Result<> fetchDeliveries();
    Result<> fetchReasons();
    Result<> takeDelivery(const vault::DeliveryRow &row, const vault::RelationRow &relation,
                          ByteView sealed);
    Result<std::optional<Bytes>> ask(contract::QueryNumber number, const Bytes32 &id,
                                     const crypto::SigningKey &asker);

    vault::Database &m_database;
    KeyRing &m_keys;
    ledger::Ledger &m_ledger;
    const Clock &m_clock;
    std::stop_token m_stop;
    int m_unanswered = 0; ///< Questions of this fetch() that nobody answered.
};

} // namespace keepwell::sharing
