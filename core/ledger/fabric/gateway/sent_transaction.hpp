// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/ids.hpp"

#include <string>

namespace keepwell::ledger::fabric {

/// How far a transaction of ours has come.
enum class SentState : std::uint8_t {
    Unknown = 0,   ///< Stored before it left; nobody knows yet what became of it.
    Committed = 1, ///< A block holds it as valid.
    Invalid = 2,   ///< A block holds it, but not as valid: sign a new one.
};

/// A signed Fabric transaction that carries an envelope of ours, stored before it leaves, so that the
/// same bytes can be sent again and asked after. A plain value.
struct SentTransaction
{
    contract::TxId envelope; ///< Envelope::id(): of one envelope the newest transaction counts.
    std::string channelTxId; ///< Lower-case hex, Fabric's.
    Bytes transaction;       ///< Serialized wire::Envelope, signed.
    SentState state = SentState::Unknown;
    friend bool operator==(const SentTransaction &, const SentTransaction &) = default;
};

} // namespace keepwell::ledger::fabric
