// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands/add_command.hpp"
#include "app/cli/json_output.hpp"
#include "app/cli/secret_line.hpp"
#include "app/cli/text_output.hpp"

namespace keepwell::cli {

namespace {

struct NetworkOptions
{
    std::filesystem::path file;
};

struct JoinOptions
{
    std::filesystem::path file;
    std::filesystem::path codeFile;
    bool yes = false;
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
    return Answer{.text = "The wallet uses this network now.\n" + text::keysTaken(config)};
}

/// With what it left behind.
Error errorOf(JoinFailure failure)
{
    if (failure.step == JoinStep::Joined) {
        failure.error.detail += "; the wallet is on the new network, `sync` does what is left";
    } else if (failure.sharesEnded > 0) {
        failure.error.detail += "; the wallet stays where it was, with "
            + std::to_string(failure.sharesEnded) + " share(s) stopped there";
    }
    return std::move(failure.error);
}

Result<Answer> join(Session &session, const JoinOptions &options)
{
    KEEPWELL_TRY(const NetworkConfig connection, NetworkConfig::read(options.file));
    KEEPWELL_TRY(const SecretFile code, readSecretFile(options.codeFile));
    if (code.readableByOthers) {
        session.warn(options.codeFile.string()
                     + " can be read by other users of this computer; chmod 600 it");
    }
    KEEPWELL_TRY(const auto wallet, session.unlock());
    KEEPWELL_TRY(const MovePlan plan, wallet->planMove(connection));
    if (plan.isMove && !options.yes) {
        return fail(ErrorCode::Usage, text::movePlan(plan) + " Add --yes to do it.");
    }
    if (auto joined = wallet->join(connection, code.line, session.stop()); !joined) {
        return std::unexpected{errorOf(std::move(joined).error())};
    }
    KEEPWELL_TRY(const WalletStatus status, wallet->status());
    return Answer{.json = json::network(wallet->network(), status.networkId),
                  .text = text::joined(plan)};
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
    const auto joining = std::make_shared<JoinOptions>();
    CLI::App &command = addCommand(network, "join",
                                   "Join a network with an organisation's connection file and code",
                                   chosen, joining, join);
    command.add_option("file", joining->file, "The organisation's connection file")->required();
    command.add_option("--code-file", joining->codeFile, "A file with the enrolment code")
        ->required();
    command.add_flag("--yes", joining->yes, "Move the wallet, though that ends its shares here");
}

} // namespace keepwell::cli
