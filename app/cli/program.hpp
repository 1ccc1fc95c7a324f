// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/session.hpp"

#include <optional>
#include <string>

namespace keepwell::cli {

/// What the arguments came to: a command to run, or all that is to be said.
struct Parsed
{
    GlobalOptions options;
    Command command;                  ///< Empty: `shown` says it all.
    std::optional<std::string> shown; ///< The help or the version.
};

/// Reads the arguments; touches no wallet. Errors: Usage.
Result<Parsed> parseArguments(int count, const char *const *arguments);

/// Whether `--json` stands among arguments that could not be read.
bool wantsJson(int count, const char *const *arguments);

} // namespace keepwell::cli
