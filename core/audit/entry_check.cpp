// SPDX-License-Identifier: Apache-2.0
#include "core/audit/entry_check.hpp"

#include "core/contract/replay.hpp"

namespace keepwell::audit {

Bytes32 EntryCheck::root() const { return m_tree.root(); }

Result<> EntryCheck::take(const ledger::Entry &entry)
{
    const std::uint64_t place = size();
    m_tree.append(ledger::leafHash(entry));
    auto checked = entry.index != place
        ? Result<>{fail(ErrorCode::Tampered, "it stands at place " + std::to_string(place))}
        : entry.index == 0 ? Result<>{} // genesis: no transaction
                           : replay(entry);
    m_roots.push_back(m_tree.root());
    return checked;
}

Result<> EntryCheck::replay(const ledger::Entry &entry)
{
    const auto transaction = contract::Transaction::check(m_network, entry.envelope);
    if (!transaction) {
        return std::unexpected{transaction.error().error};
    }
    const contract::Payload &payload = transaction->payload();
    const auto outcome = contract::replay(m_state, *transaction, entry.time, entry.outcome);
    if (!outcome && m_broken.insert(payload.key).second) {
        return std::unexpected{outcome.error().error};
    }
    return compareSeen(payload.seen);
}

Result<> EntryCheck::compareSeen(const contract::SeenHead &seen) const
{
    if (seen.height > m_roots.size()) {
        return fail(ErrorCode::Tampered,
                    "its signer had seen " + std::to_string(seen.height)
                        + " entries, more than stand before it");
    }
    if (seen.height > 0 && m_roots[seen.height - 1] != seen.root) {
        return fail(ErrorCode::Tampered,
                    "its signer had seen another history of the first "
                        + std::to_string(seen.height) + " entries");
    }
    return {};
}

} // namespace keepwell::audit
