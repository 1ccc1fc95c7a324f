// SPDX-License-Identifier: Apache-2.0
#include "core/audit/entry_check.hpp"

namespace keepwell::audit {

Result<> EntryCheck::take(const ledger::Entry &entry)
{
    const std::uint64_t place = size();
    auto checked = entry.index != place
        ? Result<>{fail(ErrorCode::Tampered, "it stands at place " + std::to_string(place))}
        : entry.index == 0 ? Result<>{} // genesis: no transaction
                           : replay(entry);
    m_replay.append(ledger::leafHash(entry));
    return checked;
}

Result<> EntryCheck::replay(const ledger::Entry &entry)
{
    const auto transaction = contract::Transaction::check(m_network, entry.envelope);
    if (!transaction) {
        return std::unexpected{transaction.error().error};
    }
    if (m_isPartial) {
        return m_replay.replayPartial(*transaction, entry.time, entry.outcome, entry.t);
    }
    KEEPWELL_CHECK(m_replay.replay(*transaction, entry.time, entry.outcome));
    return m_replay.compareSeen(transaction->payload().seen);
}

} // namespace keepwell::audit
