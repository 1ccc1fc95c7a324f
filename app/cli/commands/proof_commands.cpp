// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/text_output.hpp"
#include "core/audit/proof_check.hpp"

namespace keepwell::cli {

namespace {

struct ProofOptions
{
    std::filesystem::path folder;
    std::filesystem::path ledger;
};

Result<Answer> verify(Session &session, const ProofOptions &options)
{
    const auto ledger = options.ledger.empty() ? std::nullopt : std::optional{options.ledger};
    KEEPWELL_TRY(
        const audit::ProofReport report,
        audit::verifyProof(options.folder, ledger, session.stop(), session.progress("Checking")));
    const auto failure = report.problems.empty()
        ? std::nullopt
        : std::optional{Error{ErrorCode::Tampered, report.problems.front()}};
    return Answer{.json = json::proofChecked(report, failure),
                  .text = text::proofChecked(report),
                  .failure = failure};
}

} // namespace

void addProofCommands(CLI::App &program, Command &chosen)
{
    CLI::App &proof = addFamily(program, "proof", "What an opening wrote to a folder");
    const auto options = std::make_shared<ProofOptions>();
    CLI::App &verifying = addCommand(proof, "verify", "Check records and proof, without a wallet",
                                     chosen, options, verify);
    verifying.add_option("folder", options->folder, "The folder of inbox open --out")->required();
    verifying.add_option("--ledger", options->ledger, "The ledger file to compare with");
}

} // namespace keepwell::cli
