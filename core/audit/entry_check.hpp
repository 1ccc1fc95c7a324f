// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/entry_replay.hpp"
#include "core/ledger/ledger.hpp"

#include <cstdint>

namespace keepwell::audit {

/// Checks the entries of any ledger from the first on, in order, believing nothing: the signature,
/// the outcome by the contract's rules, and the head each signer had seen. One thread at a time.
class EntryCheck
{
public:
    /// `isPartial`: as Info::isPartial; then heads that signers saw are of another tree, and what only
    /// the entries that are not here would tell is believed (contract::replayPartial()).
    explicit EntryCheck(const contract::NetworkId &network, bool isPartial = false)
        : m_network{network}, m_isPartial{isPartial}
    {
    }

    /// The next entry. An error says what is wrong with it; the check goes on with the one after.
    /// Errors: Tampered, Unsupported (made by a newer Keepwell).
    Result<> take(const ledger::Entry &entry);

    std::uint64_t size() const { return m_replay.size(); } ///< Entries taken.
    Bytes32 root() const { return m_replay.root(); }       ///< Of the tree over all of them.

private:
    Result<> replay(const ledger::Entry &entry);

    contract::NetworkId m_network;
    bool m_isPartial = false;
    ledger::EntryReplay m_replay;
};

} // namespace keepwell::audit
