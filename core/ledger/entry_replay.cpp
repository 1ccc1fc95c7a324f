// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/entry_replay.hpp"

#include "core/contract/replay.hpp"
#include "core/contract/replay_partial.hpp"

namespace keepwell::ledger {

Result<> EntryReplay::replay(const contract::Transaction &transaction,
                             contract::TransactionTime time, contract::Code outcome)
{
    return judge(transaction, contract::replay(m_state, transaction, time, outcome));
}

Result<> EntryReplay::replayPartial(const contract::Transaction &transaction,
                                    contract::TransactionTime time, contract::Code outcome,
                                    Instant t)
{
    return judge(transaction, contract::replayPartial(m_state, transaction, time, outcome, t));
}

Result<> EntryReplay::judge(const contract::Transaction &transaction,
                            const contract::Verdict<contract::Outcome> &replayed)
{
    if (!replayed && m_broken.insert(transaction.payload().key).second) {
        return std::unexpected{replayed.error().error};
    }
    return {};
}

Result<> EntryReplay::compareSeen(const contract::SeenHead &seen) const
{
    if (seen.height > m_roots.size()) {
        return fail(ErrorCode::Tampered,
                    "its signer had seen " + std::to_string(seen.height)
                        + " entries, more than stand before it");
    }
    if (seen.height > 0 && m_roots[seen.height - 1] != seen.root) {
        return fail(ErrorCode::Tampered,
                    "its signer had seen another history of the first "
                        + std::to_string(seen.height)
                        + " entries: one of them was changed, removed or swapped since");
    }
    return {};
}

void EntryReplay::append(const Bytes32 &leaf)
{
    m_tree.append(leaf);
    m_roots.push_back(m_tree.root());
}

} // namespace keepwell::ledger
