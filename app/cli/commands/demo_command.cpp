// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/text_output.hpp"
#include "app/demo/demo_wallets.hpp"

namespace keepwell::cli {

namespace {

struct DemoOptions
{
    std::filesystem::path folder;
};

Result<Answer> makeDemo(Session &session, const DemoOptions &options)
{
    KEEPWELL_TRY(const demo::DemoWallets wallets,
                 demo::makeDemoWallets(options.folder, session.clock(), session.stop(),
                                       session.progress("Making the demo")));
    return Answer{.json = json::demo(wallets), .text = text::demo(wallets)};
}

} // namespace

void addDemoCommand(CLI::App &program, Command &chosen)
{
    const auto options = std::make_shared<DemoOptions>();
    addCommand(program, "demo", "Make two wallets with made-up people", chosen, options, makeDemo)
        .add_option("folder", options->folder, "A new or empty folder")
        ->required();
}

} // namespace keepwell::cli
