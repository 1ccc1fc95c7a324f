// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/block_store.hpp"
#include "core/vault/block_table.hpp"

#include <vector>

namespace keepwell::sharing {

/// Removes the blocks of one grant or delivery, each epoch's object whole, then their rows. Again
/// after an error is fine.
/// Errors: those of BlockStore::remove(); Tampered, Failed of the vault.
Result<> removeBlocks(vault::BlockTable &table, store::BlockStore &store,
                      const std::vector<vault::BlockRow> &rows);

} // namespace keepwell::sharing
