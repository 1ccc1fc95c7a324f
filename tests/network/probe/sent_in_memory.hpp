// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/sent_transactions.hpp"

#include <map>

namespace keepwell::test {

/// Keeps what was sent while the program runs.
class SentInMemory final : public ledger::fabric::SentTransactions
{
public:
    Result<> store(const ledger::fabric::SentTransaction &sent) override
    {
        m_sent.insert_or_assign(sent.envelope, sent);
        return {};
    }
    Result<std::optional<ledger::fabric::SentTransaction>> find(const contract::TxId &act) override
    {
        const auto found = m_sent.find(act);
        return found == m_sent.end() ? std::nullopt : std::optional{found->second};
    }
    Result<> forget(const contract::TxId &act) override
    {
        m_sent.erase(act);
        return {};
    }

private:
    std::map<contract::TxId, ledger::fabric::SentTransaction> m_sent;
};

} // namespace keepwell::test
