// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"
#include "core/vault/row_id.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepwell::vault {

/// How far a batch's Anchor entry has come. Stored: never renumber.
enum class AnchorState : std::uint8_t {
    Waiting = 1, ///< Not on the ledger yet.
    Proven = 2,  ///< Replayed and included under the pinned head.
};

/// The Merkle tree over one batch of records, whose root is one Anchor entry.
struct AnchorBatch
{
    AnchorBatchId id;
    Bytes32 root{};
    std::vector<Bytes32> leaves; ///< A power of two of them, in the order of the tree.
    Instant createdAt{};
    AnchorState state = AnchorState::Waiting;
    std::optional<Bytes32> txId; ///< Of the Anchor entry, once it is known.
};

/// A record without an anchor yet, with what its leaf is made of.
struct Unanchored
{
    RecordId record{};
    Bytes32 salt{};
    Bytes32 sha256{};
};

/// The anchor batches. Same thread as its Database; holds no state of its own.
class AnchorBatchTable
{
public:
    explicit AnchorBatchTable(Database &database) : m_database{database} {}

    Result<std::vector<Unanchored>> unanchored();
    Result<AnchorBatchId> insert(const Bytes32 &root, const std::vector<Bytes32> &leaves,
                                 Instant now);
    /// Puts every record that unanchored() lists now into this batch.
    Result<> takeUnanchored(AnchorBatchId batch);
    /// Errors: NotFound.
    Result<AnchorBatch> find(AnchorBatchId id);
    Result<std::optional<AnchorBatchId>> withRoot(const Bytes32 &root);
    Result<> setState(AnchorBatchId id, AnchorState state, std::optional<Bytes32> txId);

private:
    Database &m_database;
};

} // namespace keepwell::vault
