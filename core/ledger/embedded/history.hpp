// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/map_state.hpp"
#include "core/crypto/merkle.hpp"
#include "core/ledger/embedded/ledger_file.hpp"
#include "core/ledger/ledger.hpp"

#include <vector>

namespace keepwell::ledger {

/// An entry out of a row: of the right place and form, its signature checked or known.
struct CheckedRow
{
    Entry entry;
    Bytes32 leaf{};
    std::optional<contract::Transaction> transaction; ///< Not of entry 0.
};

/// Reads a row that must be entry `index` of `network`; pure, so that rows are checked in parallel.
/// `network`: nullptr for entry 0. `known`: its signature was checked before.
/// Errors: Tampered "edited: entry 7: …" or "truncated: entry 7 is missing", Unsupported.
Result<CheckedRow> checkRow(LedgerRow row, std::uint64_t index, const contract::NetworkId *network,
                            bool known);

/// checkRow() for rows in order, over the computer's processors.
Result<std::vector<CheckedRow>> checkRows(std::vector<LedgerRow> rows, std::uint64_t first,
                                          const contract::NetworkId *network,
                                          std::uint64_t knownBelow);

/// The row that an entry is kept in.
LedgerRow rowOf(const Entry &entry);

/// The locator of an entry in index rows: its index, u64 big-endian.
Bytes locatorOf(std::uint64_t index);
std::optional<std::uint64_t> indexOf(ByteView locator);

/// Everything replayed so far: the public state, the tree and the times. In memory, so that nothing
/// that stands in the file is believed. One thread at a time.
class History
{
public:
    /// Of a network that entry 0 names by its leaf.
    History() = default;
    /// Of a network that is named otherwise.
    explicit History(const contract::NetworkId &network) : m_network{network}, m_isNamed{true} {}

    /// Replays the next entry. Errors: Tampered, naming the entry; then nothing was taken in.
    Result<> take(const CheckedRow &row) { return take(row, locatorOf(row.entry.index)); }
    /// The same for a host that finds entries by another locator than their index.
    Result<> take(const CheckedRow &row, Bytes locator);

    /// The same where only some entries are shown (contract::replayPartial()): `t` as recorded.
    Result<> takePartial(const CheckedRow &row, Bytes locator, Instant t);

    /// Takes in an entry that contract::apply() has just decided over state().
    void admit(const Bytes32 &leaf, contract::TransactionTime time, Instant effective);

    std::uint64_t size() const { return m_leaves.size(); }
    const contract::NetworkId &network() const { return m_network; }
    contract::MapState &state() { return m_state; }
    const contract::MapState &state() const { return m_state; }
    const std::vector<Bytes32> &leaves() const { return m_leaves; }
    Bytes32 root() const { return m_tree.root(); }
    Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index, std::uint64_t size) const;
    Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize, std::uint64_t size) const;
    Instant newest() const { return m_newest; }
    Instant effectiveTime(std::uint64_t index) const { return m_times[index]; }

private:
    contract::NetworkId m_network;
    bool m_isNamed = false;
    contract::MapState m_state;
    crypto::merkle::CompactTree m_tree;
    std::vector<Bytes32> m_leaves;
    std::vector<Instant> m_times;
    Instant m_newest;
};

} // namespace keepwell::ledger
