// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret_text.hpp"

#include <stop_token>
#include <string>

namespace keepwell::cli {

/// Whether a person can be asked: standard input is a terminal.
bool canAsk();

/// Whether a person watches: standard error is a terminal.
bool isWatched();

/// Asks on the terminal and reads one line into locked memory, unseen.
/// Errors: Usage where there is no terminal, Cancelled, InvalidInput (not UTF-8, over 1,024 bytes).
Result<crypto::SecretText> askHidden(const std::string &question, const std::stop_token &stop);

} // namespace keepwell::cli
