// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::ledger {

struct LedgerProblem
{
    std::optional<std::uint64_t> index; ///< The row; nullopt: the file as a whole.
    std::string what;
};

struct LedgerReport
{
    std::uint64_t entries = 0; ///< Rows read, genesis included.
    Bytes32 root{};            ///< Of all rows as they stand in the file.
    contract::NetworkId network;
    std::vector<LedgerProblem> problems; ///< Empty: every row replays.
};

/// Checks a ledger file alone, without a wallet; changes nothing. A rollback, or a change that every
/// later signer was shown too, cannot be seen without a pinned head. Goes on after a bad row.
/// Errors: NotFound, InvalidInput (not a Keepwell ledger), Unsupported, Unavailable, Cancelled.
Result<LedgerReport> checkLedgerFile(const std::filesystem::path &file, ProgressFn progress = {},
                                     std::stop_token stop = {});

} // namespace keepwell::ledger
