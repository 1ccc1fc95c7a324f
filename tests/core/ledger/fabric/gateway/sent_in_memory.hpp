// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/sent_transactions.hpp"

#include <map>
#include <mutex>

namespace keepwell::test {

/// Keeps what was sent while the program runs; nothing is left after. Thread-safe.
class SentInMemory final : public ledger::fabric::SentTransactions
{
public:
    Result<> store(const ledger::fabric::SentTransaction &sent) override
    {
        const std::lock_guard held{m_lock};
        m_sent.insert_or_assign(sent.envelope, sent);
        return {};
    }
    Result<std::optional<ledger::fabric::SentTransaction>> find(const contract::TxId &act) override
    {
        const std::lock_guard held{m_lock};
        const auto found = m_sent.find(act);
        return found == m_sent.end() ? std::nullopt : std::optional{found->second};
    }
    Result<> forget(const contract::TxId &act) override
    {
        const std::lock_guard held{m_lock};
        m_sent.erase(act);
        return {};
    }

private:
    std::mutex m_lock;
    std::map<contract::TxId, ledger::fabric::SentTransaction> m_sent;
};

} // namespace keepwell::test
