// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/own_blocks.hpp"

#include <map>

namespace keepwell::sharing {

store::ObjectWriter::List listIn(vault::Database &database, const Bytes32 &owner,
                                 std::uint32_t epoch)
{
    return [&database, owner, epoch](const std::vector<store::Cid> &cids) {
        std::vector<vault::BlockRow> rows;
        rows.reserve(cids.size());
        for (const store::Cid &cid : cids) {
            rows.push_back({.owner = owner, .epoch = epoch, .cid = cid.toString()});
        }
        return vault::BlockTable{database}.add(rows);
    };
}

Result<> removeBlocks(vault::BlockTable &table, store::BlockStore &store,
                      const std::vector<vault::BlockRow> &rows)
{
    std::map<std::uint32_t, std::vector<vault::BlockRow>> objects;
    for (const vault::BlockRow &row : rows) {
        objects[row.epoch].push_back(row);
    }
    for (const auto &[epoch, object] : objects) {
        std::vector<store::Cid> cids;
        for (const vault::BlockRow &row : object) {
            KEEPWELL_TRY(const store::Cid cid, store::Cid::parse(row.cid));
            cids.push_back(cid);
        }
        KEEPWELL_CHECK(store.remove(cids));
        KEEPWELL_CHECK(table.remove(object));
    }
    return {};
}

Result<> removeOrphans(vault::Database &database, store::BlockStore &store)
{
    vault::BlockTable table{database};
    KEEPWELL_TRY(const std::vector<vault::BlockRow> orphans, table.orphans());
    std::map<Bytes32, std::vector<vault::BlockRow>> owners;
    for (const vault::BlockRow &row : orphans) {
        owners[row.owner].push_back(row);
    }
    for (const auto &[owner, rows] : owners) {
        KEEPWELL_CHECK(removeBlocks(table, store, rows));
    }
    return {};
}

} // namespace keepwell::sharing
