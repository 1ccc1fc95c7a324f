// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/sent_transactions.hpp"

namespace keepwell::ledger::fabric {

/// What was sent, kept in the file of a ChainMirror or of OwnEntries. One thread at a time, as they.
template <class Keeper>
class MirrorSent final : public SentTransactions
{
public:
    explicit MirrorSent(Keeper &keeper) : m_keeper{keeper} {}

    Result<> store(const SentTransaction &sent) override { return m_keeper.remember(sent); }
    /// Without those that a block settled: they can no longer be what is looked for.
    Result<std::optional<SentTransaction>> find(const contract::TxId &act) override
    {
        KEEPWELL_TRY(std::optional<SentTransaction> sent, m_keeper.sent(act));
        return sent && sent->state == SentState::Unknown ? sent : std::nullopt;
    }
    Result<> forget(const contract::TxId &act) override { return m_keeper.forgetSent(act); }

private:
    Keeper &m_keeper;
};

} // namespace keepwell::ledger::fabric
