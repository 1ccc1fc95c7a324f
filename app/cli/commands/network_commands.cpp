// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"

namespace keepwell::cli {

namespace {

struct NetworkOptions
{
    std::filesystem::path file;
    std::vector<std::string> rest;
};

Result<Answer> show(Session &session, const NetworkOptions &)
{
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const WalletStatus status, wallet->status());
    return Answer{.json = json::network(wallet->network(), status.networkId),
                  .text = wallet->network().toJson()};
}

Result<Answer> set(Session &session, const NetworkOptions &options)
{
    KEEPWELL_TRY(const NetworkConfig config, NetworkConfig::read(options.file));
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_CHECK(wallet->setNetwork(config));
    return Answer{.text = "The wallet uses this network now.\n"};
}

Result<Answer> join(Session &, const NetworkOptions &)
{
    return fail(ErrorCode::Unsupported,
                "this build knows embedded networks only, which need no "
                "joining");
}

} // namespace

void addNetworkCommands(CLI::App &program, Command &chosen)
{
    CLI::App &network = addFamily(program, "network", "Where the shared log and the blocks live");
    const auto options = std::make_shared<NetworkOptions>();
    addCommand(network, "show", "The network file, without keys", chosen, options, show);
    addCommand(network, "set", "Use these places from now on", chosen, options, set)
        .add_option("file", options->file, "The network file")
        ->required();
    CLI::App &joining = addCommand(network, "join", "Join a Fabric network", chosen, options, join);
    joining.allow_extras()->fallthrough(false);
}

} // namespace keepwell::cli
