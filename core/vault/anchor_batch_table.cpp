// SPDX-License-Identifier: Apache-2.0
#include "core/vault/anchor_batch_table.hpp"

#include <algorithm>

namespace keepwell::vault {
namespace {

constexpr std::size_t kHash = 32;

Result<std::vector<Bytes32>> splitLeaves(ByteView blob)
{
    if (blob.size() % kHash != 0) {
        return fail(ErrorCode::Tampered, "the leaves of an anchor are cut short");
    }
    std::vector<Bytes32> leaves(blob.size() / kHash);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        std::ranges::copy(blob.subspan(i * kHash, kHash), leaves[i].begin());
    }
    return leaves;
}

} // namespace

Result<std::vector<Unanchored>> AnchorBatchTable::unanchored()
{
    KEEPWELL_TRY(
        Statement statement,
        m_database.prepare("SELECT r.id, b.salt, b.sha256 FROM record r JOIN record_body b "
                           "ON b.id = r.id WHERE r.batch IS NULL ORDER BY r.id"));
    return statement.all([](Statement &row) {
        return Unanchored{RecordId{row.integerAt(0)}, row.bytes32At(1), row.bytes32At(2)};
    });
}

Result<AnchorBatchId> AnchorBatchTable::insert(const Bytes32 &root,
                                               const std::vector<Bytes32> &leaves, Instant now)
{
    Bytes blob;
    blob.reserve(leaves.size() * kHash);
    for (const Bytes32 &leaf : leaves) {
        append(blob, leaf);
    }
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(m_database));
    KEEPWELL_CHECK(
        m_database.run("INSERT INTO anchor_batch (root, created_at, state) VALUES (?1, ?2, ?3)",
                       ByteView{root}, now, AnchorState::Waiting));
    const AnchorBatchId id{m_database.lastInsertId()};
    KEEPWELL_CHECK(m_database.run("INSERT INTO anchor_leaves (batch, leaves) VALUES (?1, ?2)",
                                  id.value, ByteView{blob}));
    KEEPWELL_CHECK(transaction.commit());
    return id;
}

Result<> AnchorBatchTable::takeUnanchored(AnchorBatchId batch)
{
    return m_database.run("UPDATE record SET batch = ?1 WHERE batch IS NULL", batch.value);
}

Result<AnchorBatch> AnchorBatchTable::find(AnchorBatchId id)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT b.root, b.created_at, b.state, b.tx, l.leaves FROM "
                                    "anchor_batch b JOIN anchor_leaves l ON l.batch = b.id WHERE "
                                    "b.id = ?1"));
    Result<std::vector<Bytes32>> leaves;
    KEEPWELL_TRY(auto found, statement.bind(id.value).first([&](Statement &row) {
        AnchorBatch batch;
        batch.id = id;
        batch.root = row.bytes32At(0);
        batch.createdAt = row.timeAt(1);
        batch.state = row.integerAt(2) == 2 ? AnchorState::Proven : AnchorState::Waiting;
        if (!row.isNullAt(3)) {
            batch.txId = row.bytes32At(3);
        }
        leaves = splitLeaves(row.blobViewAt(4));
        return batch;
    }));
    if (!found) {
        return fail(ErrorCode::NotFound, "there is no such anchor in this wallet");
    }
    KEEPWELL_TRY(found->leaves, std::move(leaves));
    return *std::move(found);
}

Result<std::optional<AnchorBatchId>> AnchorBatchTable::withRoot(const Bytes32 &root)
{
    KEEPWELL_TRY(Statement statement,
                 m_database.prepare("SELECT id FROM anchor_batch WHERE root = ?1"));
    return statement.bind(ByteView{root}).first([](Statement &row) {
        return AnchorBatchId{row.integerAt(0)};
    });
}

Result<> AnchorBatchTable::setState(AnchorBatchId id, AnchorState state,
                                    std::optional<Bytes32> txId)
{
    const auto tx = txId ? std::optional{ByteView{*txId}} : std::nullopt;
    return m_database.run("UPDATE anchor_batch SET state = ?2, tx = coalesce(?3, tx) WHERE id = ?1",
                          id.value, state, tx);
}

} // namespace keepwell::vault
