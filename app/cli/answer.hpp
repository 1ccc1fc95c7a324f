// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <optional>
#include <string>

namespace keepwell::cli {

/// What a command has to say, in both forms; the program prints one of them.
struct Answer
{
    std::string json = "{}"; ///< Exactly one JSON value.
    std::string text;        ///< For people; control characters are neutralised already.
    /// Set when the command failed and still has a report: gives the exit status. The JSON
    /// carries it as `error` already.
    std::optional<Error> failure;
    bool isVerbatim = false; ///< Bytes asked for as they are: no line end is added.
    bool isSecret = false;   ///< Wiped once it is printed (the recovery phrase).
};

} // namespace keepwell::cli
