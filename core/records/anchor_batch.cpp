// SPDX-License-Identifier: Apache-2.0
#include "core/records/anchor_batch.hpp"

#include "core/crypto/hash.hpp"
#include "core/vault/record_table.hpp"

#include <sodium.h>

#include <algorithm>
#include <bit>

namespace keepwell::records {
namespace {

/// Fisher–Yates with the system's random numbers: the order tells nothing of the records.
void shuffle(std::vector<Bytes32> &leaves)
{
    for (std::size_t left = leaves.size(); left > 1; --left) {
        const std::size_t other = randombytes_uniform(static_cast<std::uint32_t>(left));
        std::swap(leaves[left - 1], leaves[other]);
    }
}

std::vector<std::vector<Bytes32>> levelsOf(const std::vector<Bytes32> &leaves)
{
    std::vector<std::vector<Bytes32>> levels{leaves};
    while (levels.back().size() > 1) {
        const std::vector<Bytes32> &below = levels.back();
        std::vector<Bytes32> level(below.size() / 2);
        for (std::size_t i = 0; i < level.size(); ++i) {
            level[i] = crypto::merkle::nodeHash(below[2 * i], below[2 * i + 1]);
        }
        levels.push_back(std::move(level));
    }
    return levels;
}

} // namespace

Bytes32 anchorLeaf(const Bytes32 &salt, const Bytes32 &sliceSha256)
{
    constexpr std::array<std::byte, 1> kLeaf{};
    return crypto::sha256({kLeaf, bytesOf("keepwell/1/rec"), salt, sliceSha256});
}

Result<std::optional<NewBatch>> buildAnchorBatch(vault::Database &database, Instant now)
{
    vault::AnchorBatchTable table{database};
    KEEPWELL_TRY(const auto records, table.unanchored());
    if (records.empty()) {
        return std::nullopt;
    }
    std::vector<Bytes32> leaves;
    leaves.reserve(std::bit_ceil(records.size()));
    for (const vault::Unanchored &record : records) {
        leaves.push_back(anchorLeaf(record.salt, record.sha256));
    }
    while (leaves.size() < std::bit_ceil(records.size())) {
        randombytes_buf(leaves.emplace_back().data(), sizeof(Bytes32));
    }
    shuffle(leaves);
    const Bytes32 root = levelsOf(leaves).back().front();
    KEEPWELL_TRY(vault::Transaction transaction, vault::Transaction::begin(database));
    KEEPWELL_TRY(const vault::AnchorBatchId id, table.insert(root, leaves, now));
    KEEPWELL_CHECK(table.takeUnanchored(id));
    KEEPWELL_CHECK(transaction.commit());
    return NewBatch{id, root, records.size()};
}

Result<const AnchorProofs::Tree *> AnchorProofs::tree(vault::AnchorBatchId id)
{
    if (const auto found = m_trees.find(id); found != m_trees.end()) {
        return &found->second;
    }
    KEEPWELL_TRY(vault::AnchorBatch batch, vault::AnchorBatchTable{m_database}.find(id));
    if (!std::has_single_bit(batch.leaves.size())) {
        return fail(ErrorCode::Tampered, "an anchor's leaves are not whole");
    }
    Tree built;
    built.levels = levelsOf(batch.leaves);
    if (built.levels.back().front() != batch.root) {
        return fail(ErrorCode::Tampered, "an anchor's leaves do not lead to its root");
    }
    for (std::uint64_t i = 0; i < batch.leaves.size(); ++i) {
        built.indexOf.emplace(batch.leaves[i], i);
    }
    batch.leaves.clear();
    built.batch = std::move(batch);
    return &m_trees.emplace(id, std::move(built)).first->second;
}

Result<std::optional<AnchorProof>> AnchorProofs::of(vault::RecordId record)
{
    KEEPWELL_TRY(const vault::StoredRecord stored, m_records.find(record));
    if (!stored.anchorBatch) {
        return std::nullopt;
    }
    KEEPWELL_TRY(const Tree *known, tree(*stored.anchorBatch));
    const auto place = known->indexOf.find(anchorLeaf(stored.salt, stored.sha256));
    if (place == known->indexOf.end()) {
        return fail(ErrorCode::Tampered, "a record is not among the leaves of its anchor");
    }
    AnchorProof proof;
    proof.batch = known->batch;
    proof.index = place->second;
    for (std::size_t level = 0; level + 1 < known->levels.size(); ++level) {
        proof.path.push_back(known->levels[level][(proof.index >> level) ^ 1U]);
    }
    return proof;
}

} // namespace keepwell::records
