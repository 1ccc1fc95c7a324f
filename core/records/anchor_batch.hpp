// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/crypto/merkle.hpp"
#include "core/vault/anchor_batch_table.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"
#include "core/vault/record_table.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace keepwell::records {

/// SHA-256(0x00 || "keepwell/1/rec" || salt || SHA-256(bytes)), docs/spec/record.md.
Bytes32 anchorLeaf(const Bytes32 &salt, const Bytes32 &sliceSha256);

struct NewBatch
{
    vault::AnchorBatchId id;
    Bytes32 root{}; ///< What the Anchor entry carries.
    std::uint64_t records = 0;
};

/// Puts every record that has no anchor yet into one batch: leaves in random order, padded with
/// random leaves to a power of two. Call it in the transaction that queues the Anchor entry.
/// nullopt when there is no such record. Needs sodium_init().
Result<std::optional<NewBatch>> buildAnchorBatch(vault::Database &database, Instant now);

/// Where a record stands under its batch's root.
struct AnchorProof
{
    vault::AnchorBatch batch; ///< Without its leaves.
    std::uint64_t index = 0;
    crypto::merkle::Proof path; ///< log2(leaves) hashes, the lowest first.
};

/// Answers proofs of many records, keeping the trees it has built. One thread at a time.
class AnchorProofs
{
public:
    explicit AnchorProofs(vault::Database &database) : m_database{database}, m_records{database} {}

    /// nullopt when the record is in no batch. Errors: NotFound; Tampered when the record's leaf
    /// is not the one in its batch.
    Result<std::optional<AnchorProof>> of(vault::RecordId record);

private:
    struct Tree
    {
        vault::AnchorBatch batch;
        std::vector<std::vector<Bytes32>> levels; ///< The leaves first, the root last.
        std::map<Bytes32, std::uint64_t> indexOf;
    };
    Result<const Tree *> tree(vault::AnchorBatchId id);

    vault::Database &m_database;
    vault::RecordTable m_records;
    std::map<vault::AnchorBatchId, Tree> m_trees;
};

} // namespace keepwell::records
