// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/commands/commands.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <utility>

namespace keepwell::cli {

/// Adds the command `name` to `parent`. `options` is filled by the parser before `run(session,
/// *options)` is called. Returns the command, to add its options to.
template <class Options, class Run>
CLI::App &addCommand(CLI::App &parent, const std::string &name, const std::string &description,
                     Command &chosen, const std::shared_ptr<Options> &options, Run run)
{
    CLI::App &command = *parent.add_subcommand(name, description);
    command.fallthrough();
    command.callback([&chosen, &command, options, run] {
        if (command.get_subcommands().empty()) {
            chosen = [options, run](Session &session) { return run(session, *options); };
        }
    });
    return command;
}

/// A command that only groups others: `contact`, `share` …
inline CLI::App &addFamily(CLI::App &parent, const std::string &name,
                           const std::string &description)
{
    CLI::App &family = *parent.add_subcommand(name, description);
    family.fallthrough();
    family.require_subcommand(1);
    return family;
}

} // namespace keepwell::cli
