// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/text_output.hpp"

namespace keepwell::cli {

namespace {

struct LedgerOptions
{
    std::filesystem::path path;
};

Result<Answer> verify(Session &session, const LedgerOptions &options)
{
    KEEPWELL_TRY(
        const ledger::LedgerReport report,
        ledger::checkLedgerFile(options.path, session.progress("Checking"), session.stop()));
    const auto failure = report.problems.empty()
        ? std::nullopt
        : std::optional{Error{ErrorCode::Tampered, report.problems.front().what}};
    return Answer{.json = json::ledgerChecked(report, failure),
                  .text = text::ledgerChecked(report),
                  .failure = failure};
}

} // namespace

void addLedgerCommands(CLI::App &program, Command &chosen)
{
    CLI::App &ledger = addFamily(program, "ledger", "The shared activity log's file");
    const auto options = std::make_shared<LedgerOptions>();
    addCommand(ledger, "verify", "Check every entry, without a wallet", chosen, options, verify)
        .add_option("path", options->path, "The ledger file")
        ->required();
}

} // namespace keepwell::cli
