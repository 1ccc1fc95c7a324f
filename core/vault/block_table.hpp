// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/id32.hpp"
#include "core/base/result.hpp"
#include "core/vault/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace keepwell::vault {

/// A block this wallet put into the store, and what it belongs to. Rows are committed before the
/// blocks are there for good: after a crash the store holds nothing of ours that is not listed here.
struct BlockRow
{
    Bytes32 owner{};         ///< A grant's or a delivery's id.
    std::uint32_t epoch = 0; ///< The last epoch of the grant that uses it; 0 for a delivery.
    std::string cid;         ///< store::Cid as text.
};

/// One thread at a time, as its database.
class BlockTable
{
public:
    explicit BlockTable(Database &database) : m_database{&database} {}

    /// Adds them, or raises the epoch of those that are there (attachments a new epoch uses again).
    Result<> add(const std::vector<BlockRow> &rows);
    /// Those of an owner with epoch < `below`; UINT32_MAX for all of a grant or delivery that ended.
    Result<std::vector<BlockRow>> ofOwner(const Bytes32 &owner, std::uint32_t below);
    /// Of grants, epochs and deliveries that a crash kept from being finished: nobody knows their key.
    Result<std::vector<BlockRow>> orphans();
    /// All others.
    Result<std::vector<BlockRow>> all();
    /// Forgets the rows, all or none, after the store removed the blocks.
    Result<> remove(const std::vector<BlockRow> &rows);

private:
    Database *m_database;
};

} // namespace keepwell::vault
