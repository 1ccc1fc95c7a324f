// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/apply.hpp"
#include "core/contract/envelope.hpp"
#include "core/contract/map_state.hpp"
#include "core/crypto/merkle.hpp"

#include <cstdint>
#include <set>
#include <vector>

namespace keepwell::ledger {

/// What every check of a whole ledger does with its entries, in order from the first: replays them by
/// the contract's rules, grows the tree, and compares the heads that signers had seen. It goes on
/// after a bad one. One thread at a time.
class EntryReplay
{
public:
    /// The next entry over the state before it. What follows of a key whose entry does not replay
    /// cannot either: said once. Errors: Tampered, Unsupported (made by a newer Keepwell).
    Result<> replay(const contract::Transaction &transaction, contract::TransactionTime time,
                    contract::Code outcome);

    /// The same where not all entries are shown (contract::replayPartial()).
    Result<> replayPartial(const contract::Transaction &transaction, contract::TransactionTime time,
                           contract::Code outcome, Instant t);

    /// The head that the next entry's signer had seen. No rule judges it, but a changed, removed or
    /// swapped entry below shows here, even where it would replay. Errors: Tampered.
    Result<> compareSeen(const contract::SeenHead &seen) const;

    /// The next entry takes its place, good or bad.
    void append(const Bytes32 &leaf);

    std::uint64_t size() const { return m_roots.size(); } ///< Entries appended.
    Bytes32 root() const { return m_tree.root(); }        ///< Of the tree over all of them.

private:
    Result<> judge(const contract::Transaction &transaction,
                   const contract::Verdict<contract::Outcome> &replayed);

    contract::MapState m_state;
    crypto::merkle::CompactTree m_tree;
    std::vector<Bytes32> m_roots;           ///< m_roots[n]: of the first n + 1 entries.
    std::set<contract::PublicKey> m_broken; ///< Whose entry did not replay.
};

} // namespace keepwell::ledger
