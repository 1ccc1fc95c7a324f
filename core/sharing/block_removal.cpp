// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/block_removal.hpp"

#include <map>

namespace keepwell::sharing {

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

} // namespace keepwell::sharing
