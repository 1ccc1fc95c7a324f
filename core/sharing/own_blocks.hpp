// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/object_writer.hpp"
#include "core/vault/block_table.hpp"

#include <vector>

namespace keepwell::sharing {

/// Writes an object's blocks down as those of a grant's epoch or a delivery, before they are there for
/// good: what dies before the grant or delivery is queued leaves orphans, not strangers.
store::ObjectWriter::List listIn(vault::Database &database, const Bytes32 &owner,
                                 std::uint32_t epoch);

/// Removes the blocks of one grant or delivery, each epoch's object whole, then their rows. Again
/// after an error is fine.
/// Errors: those of BlockStore::remove(); Tampered, Failed of the vault.
Result<> removeBlocks(vault::BlockTable &table, store::BlockStore &store,
                      const std::vector<vault::BlockRow> &rows);

/// The same with what was never finished. Not while an object is being written.
Result<> removeOrphans(vault::Database &database, store::BlockStore &store);

} // namespace keepwell::sharing
