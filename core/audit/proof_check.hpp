// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/ledger/ledger.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::audit {

/// What a proof is worth.
struct ProofReport
{
    std::uint64_t records = 0;         ///< In bundle.json, by the head its author signed.
    std::uint64_t proven = 0;          ///< Records that stand under an anchor of the log.
    std::string author;                ///< The author's key in this relation, hex.
    std::string network;               ///< Network id, hex.
    std::vector<std::string> problems; ///< Empty: everything checked holds. At most 100.
    /// What the proof alone does not show, in whole sentences; without a ledger also the log's size
    /// and root, to be compared with a copy one trusts.
    std::vector<std::string> toCompare;
};

/// Checks what `inbox open --out` wrote into `folder` (bundle.json, proof.json), without a wallet:
/// bundle against head, head against signature and the grant's commitment, entries against their
/// signatures and the log's root, records against their anchors; with `ledger` also that this log
/// is the ledger's. Both files are hostile input: bounded memory, bounded time.
/// Errors: NotFound (a file is missing), Unavailable (disk), Unsupported (made by a newer Keepwell),
/// Cancelled, those of the ledger. What is wrong with the files is a problem in the report.
Result<ProofReport> verifyProof(const std::filesystem::path &folder, ledger::Ledger *ledger,
                                const std::stop_token &stop = {}, const ProgressFn &progress = {});

/// The same with the embedded ledger's file at `ledgerFile`, which is replayed whole first.
Result<ProofReport> verifyProof(const std::filesystem::path &folder,
                                const std::optional<std::filesystem::path> &ledgerFile,
                                const std::stop_token &stop = {}, const ProgressFn &progress = {});

} // namespace keepwell::audit
