// SPDX-License-Identifier: Apache-2.0
#include "core/vault/block_table.hpp"

namespace keepwell::vault {

extern const char *const kBlockSchema;
const char *const kBlockSchema = R"sql(
CREATE TABLE block(
    owner BLOB NOT NULL CHECK(length(owner) = 32),
    cid TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    PRIMARY KEY(owner, cid)
) STRICT, WITHOUT ROWID;
)sql";

namespace {

constexpr auto kSelect = "SELECT owner, epoch, cid FROM block ";
constexpr auto kHasOwner = "(EXISTS (SELECT 1 FROM grant_given "
                           "WHERE id = block.owner AND epoch >= block.epoch) "
                           "OR EXISTS (SELECT 1 FROM delivery WHERE id = block.owner))";

BlockRow read(Statement &row)
{
    return {.owner = row.bytes32At(0),
            .epoch = static_cast<std::uint32_t>(row.integerAt(1)),
            .cid = row.textAt(2)};
}

} // namespace

Result<> BlockTable::add(const std::vector<BlockRow> &rows)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    for (const BlockRow &row : rows) {
        KEEPWELL_CHECK(m_database->run("INSERT INTO block(owner, epoch, cid) VALUES(?, ?, ?) "
                                       "ON CONFLICT(owner, cid) DO UPDATE "
                                       "SET epoch = max(epoch, excluded.epoch)",
                                       row.owner, row.epoch, row.cid));
    }
    return transaction.commit();
}

Result<std::vector<BlockRow>> BlockTable::ofOwner(const Bytes32 &owner, std::uint32_t below)
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare("SELECT owner, epoch, cid FROM block "
                                     "WHERE owner = ? AND epoch < ?"));
    return statement.bind(owner, below).all(read);
}

Result<std::vector<BlockRow>> BlockTable::orphans()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "WHERE NOT " + kHasOwner));
    return statement.all(read);
}

Result<std::vector<BlockRow>> BlockTable::all()
{
    KEEPWELL_TRY(Statement statement,
                 m_database->prepare(std::string{kSelect} + "WHERE " + kHasOwner));
    return statement.all(read);
}

Result<> BlockTable::remove(const std::vector<BlockRow> &rows)
{
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(*m_database));
    for (const BlockRow &row : rows) {
        KEEPWELL_CHECK(
            m_database->run("DELETE FROM block WHERE owner = ? AND cid = ?", row.owner, row.cid));
    }
    return transaction.commit();
}

} // namespace keepwell::vault
