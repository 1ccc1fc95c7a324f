// SPDX-License-Identifier: Apache-2.0
#include "app/cli/program.hpp"

#include "app/cli/commands/commands.hpp"

#include <CLI/CLI.hpp>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <vector>

namespace keepwell::cli {

namespace {

/// A variable that is set and not empty, as a path.
std::optional<std::filesystem::path> folderIn(const char *variable)
{
    const char *value = std::getenv(variable);
    return value == nullptr || *value == '\0' ? std::nullopt
                                              : std::optional<std::filesystem::path>{value};
}

/// HOME, else what the system knows of this user.
std::filesystem::path userFolder()
{
    if (const auto home = folderIn("HOME")) {
        return *home;
    }
    const passwd *user = getpwuid(getuid()); // before any other thread is there
    return user != nullptr && user->pw_dir != nullptr ? user->pw_dir : ".";
}

/// KEEPWELL_HOME, else the place the XDG base directory specification gives to a user's data.
std::filesystem::path defaultHome()
{
    if (const auto home = folderIn("KEEPWELL_HOME")) {
        return *home;
    }
    if (const auto data = folderIn("XDG_DATA_HOME")) {
        return *data / "keepwell";
    }
    return userFolder() / ".local" / "share" / "keepwell";
}

void addGlobalOptions(CLI::App &program, GlobalOptions &options)
{
    program.add_option("--home", options.home,
                       "The wallet's folder; else KEEPWELL_HOME, or keepwell in your data folder");
    program.add_option("--passphrase-file", options.passphraseFile,
                       "The passphrase is its first line; else it is asked");
    program.add_flag("--json", options.json, "Print one JSON value");
    program.add_flag("--offline", options.offline, "Leave the network alone; acts wait");
    program.add_flag("--clock-is-right", options.clockIsRight,
                     "You looked at the date: the log was quiet for over 400 days");
    program.add_flag("--quiet", options.quiet, "No progress and no warnings");
}

void addCommands(CLI::App &program, Command &chosen)
{
    addWalletCommands(program, chosen);
    addPersonCommands(program, chosen);
    addContactCommands(program, chosen);
    addImportCommand(program, chosen);
    addRecordCommands(program, chosen);
    addShareCommands(program, chosen);
    addInboxCommands(program, chosen);
    addDeliveryCommands(program, chosen);
    addActivityCommands(program, chosen);
    addProofCommands(program, chosen);
    addLedgerCommands(program, chosen);
    addNetworkCommands(program, chosen);
    addDemoCommand(program, chosen);
}

/// The parser keeps pointers into it, so it is made once and stays.
struct Parser
{
    Parsed parsed;
    CLI::App program{"The Keepwell health wallet without a window", "keepwell-cli"};

    Parser()
    {
        program.require_subcommand(1);
        program.set_version_flag("--version", "keepwell-cli " KEEPWELL_VERSION,
                                 "Print the version");
        addGlobalOptions(program, parsed.options);
        addCommands(program, parsed.command);
    }
};

/// To the parser "[a]" among several values is a list; where it is a file, it is named so that it is
/// not. The parser wants the last argument first.
std::vector<std::string> argumentsFromBehind(int count, const char *const *arguments)
{
    std::vector<std::string> all;
    for (int i = count - 1; i > 0; --i) {
        std::string argument = arguments[i];
        std::error_code error;
        if (argument.starts_with('[') && argument.ends_with(']')
            && std::filesystem::exists(argument, error)) {
            argument.insert(0, "./");
        }
        all.push_back(std::move(argument));
    }
    return all;
}

} // namespace

Result<Parsed> parseArguments(int count, const char *const *arguments)
{
    Parser parser;
    try {
        parser.program.parse(argumentsFromBehind(count, arguments));
    } catch (const CLI::Success &answer) {
        std::ostringstream shown;
        parser.program.exit(answer, shown, shown);
        return Parsed{.shown = shown.str()};
    } catch (const CLI::Error &error) {
        return fail(ErrorCode::Usage, std::string{error.what()} + " (--help shows how)");
    }
    Parsed parsed = std::move(parser.parsed);
    if (parsed.options.home.empty()) {
        parsed.options.home = defaultHome();
    }
    std::error_code error;
    parsed.options.home = std::filesystem::absolute(parsed.options.home, error);
    return parsed;
}

bool wantsJson(int count, const char *const *arguments)
{
    for (int i = 1; i < count && std::string_view{arguments[i]} != "--"; ++i) {
        if (std::string_view{arguments[i]} == "--json") {
            return true;
        }
    }
    return false;
}

} // namespace keepwell::cli
