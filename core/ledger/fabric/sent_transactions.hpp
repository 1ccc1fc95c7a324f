// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <optional>
#include <string>

namespace keepwell::ledger::fabric {

/// A signed Fabric transaction that may have left this computer.
struct SentTransaction
{
    Bytes32 act{};        ///< What it does: an envelope's contract::TxId, or a deposit's id.
    std::string fabricId; ///< Fabric's transaction id, lower-case hex.
    Bytes envelope;       ///< wire::Envelope as signed; the same bytes may be sent again.

    friend bool operator==(const SentTransaction &, const SentTransaction &) = default;
};

/// Where transactions are kept before they leave, so that after an unknown outcome the same one
/// is sent again. Nothing in it is secret: a transaction never holds its transient values.
/// One thread at a time.
class SentTransactions
{
public:
    virtual ~SentTransactions() = default;

    /// Durable when it returns; takes the place of an older one of the same act.
    virtual Result<> store(const SentTransaction &sent) = 0;
    virtual Result<std::optional<SentTransaction>> find(const Bytes32 &act) = 0;
    /// Once its outcome is known.
    virtual Result<> forget(const Bytes32 &act) = 0;
};

} // namespace keepwell::ledger::fabric
