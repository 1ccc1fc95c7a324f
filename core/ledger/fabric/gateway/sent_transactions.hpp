// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/ledger/fabric/gateway/sent_transaction.hpp"

#include <optional>

namespace keepwell::ledger::fabric {

/// Where transactions are kept before they leave, so that after an unknown outcome the same one
/// is sent again. Nothing in it is secret: a transaction never holds its transient values.
/// Thread-safe, if calls of the client come from several threads.
class SentTransactions
{
public:
    virtual ~SentTransactions() = default;

    /// Durable when it returns; takes the place of an older one of the same act.
    virtual Result<> store(const SentTransaction &sent) = 0;
    virtual Result<std::optional<SentTransaction>> find(const contract::TxId &act) = 0;
    /// Once its outcome is known.
    virtual Result<> forget(const contract::TxId &act) = 0;
};

} // namespace keepwell::ledger::fabric
