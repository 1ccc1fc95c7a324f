// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/proof_entries.hpp"
#include "core/base/progress.hpp"
#include "core/sharing/shared_object.hpp"

#include <filesystem>

namespace keepwell::audit {

/// Writes `proof.json` (docs/spec/proof.md) of an opened share: what somebody without a wallet needs
/// to check that the author signed these records for this share, that the opening was logged, and
/// when each record was anchored. One record at a time in memory; mode 0600; whole or not at all.
/// `blind`: of the manifest commitment, from the notice.
/// Errors: Conflict when the file exists, Unavailable (disk), Cancelled, those of the object's reader.
Result<> writeProof(const std::filesystem::path &file, const sharing::SharedObject &object,
                    const Bytes32 &blind, const ProofEntries &entries,
                    const std::stop_token &stop = {}, const ProgressFn &progress = {});

} // namespace keepwell::audit
