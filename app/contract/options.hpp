// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/contract_host.hpp"
#include "app/contract/log.hpp"
#include "app/contract/server.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace keepwell::contractserver {

struct Options
{
    Home home;
    ServerOptions server;
    Level log = Level::Info;
    std::chrono::seconds stopWithin{20};
};

/// What the words of the command line say, or the text that they ask for (--help, --version,
/// --print-network).
struct Parsed
{
    Options options;
    std::optional<std::string> shown;
};

/// Reads the words and, where a word is missing, its environment variable. Reads no key.
/// Errors: Usage, NotFound or InvalidInput for the genesis block.
Result<Parsed> parseOptions(int count, char **arguments);

} // namespace keepwell::contractserver
