// SPDX-License-Identifier: Apache-2.0
#include "core/audit/proof_check.hpp"
#include "core/ledger/embedded/embedded_ledger.hpp"

namespace keepwell::audit {

Result<ProofReport> verifyProof(const std::filesystem::path &folder,
                                const std::optional<std::filesystem::path> &ledgerFile,
                                const std::stop_token &stop, const ProgressFn &progress)
{
    if (!ledgerFile) {
        return verifyProof(folder, nullptr, stop, progress);
    }
    const SystemClock clock;
    KEEPWELL_TRY(const auto ledger,
                 ledger::EmbeddedLedger::open(*ledgerFile, clock, {.stop = stop}));
    return verifyProof(folder, ledger.get(), stop, progress);
}

} // namespace keepwell::audit
