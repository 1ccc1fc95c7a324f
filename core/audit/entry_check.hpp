// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/map_state.hpp"
#include "core/crypto/merkle.hpp"
#include "core/ledger/ledger.hpp"

#include <cstdint>
#include <set>
#include <vector>

namespace keepwell::audit {

/// Checks the entries of any ledger from the first on, in order, believing nothing: the signature,
/// the outcome by the contract's rules, and the head each signer had seen. One thread at a time.
class EntryCheck
{
public:
    explicit EntryCheck(const contract::NetworkId &network) : m_network{network} {}

    /// The next entry. An error says what is wrong with it; the check goes on with the one after.
    /// Errors: Tampered, Unsupported (made by a newer Keepwell).
    Result<> take(const ledger::Entry &entry);

    std::uint64_t size() const { return m_roots.size(); } ///< Entries taken.
    Bytes32 root() const;                                 ///< Of the tree over all of them.

private:
    Result<> replay(const ledger::Entry &entry);
    Result<> compareSeen(const contract::SeenHead &seen) const;

    contract::NetworkId m_network;
    contract::MapState m_state;
    crypto::merkle::CompactTree m_tree;
    std::vector<Bytes32> m_roots;           ///< m_roots[n]: of the first n + 1 entries.
    std::set<contract::PublicKey> m_broken; ///< Their later entries cannot replay, said once.
};

} // namespace keepwell::audit
