// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/chain_mirror.hpp"
#include "core/ledger/fabric/sent_transactions.hpp"

namespace keepwell::ledger::fabric {

/// What was sent, kept in the mirror. One thread at a time, as the mirror.
class MirrorSent final : public SentTransactions
{
public:
    explicit MirrorSent(ChainMirror &mirror) : m_mirror{mirror} {}

    Result<> store(const SentTransaction &sent) override { return m_mirror.remember(sent); }
    /// Without those that a block settled: they can no longer be what is looked for.
    Result<std::optional<SentTransaction>> find(const contract::TxId &act) override
    {
        KEEPWELL_TRY(std::optional<SentTransaction> sent, m_mirror.sent(act));
        return sent && sent->state == SentState::Unknown ? sent : std::nullopt;
    }
    Result<> forget(const contract::TxId &act) override { return m_mirror.forgetSent(act); }

private:
    ChainMirror &m_mirror;
};

} // namespace keepwell::ledger::fabric
