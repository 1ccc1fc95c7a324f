// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"

#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): CLI11 names it so
class App;
}

/// The options by which several commands name records.
namespace keepwell::cli {

/// `--kind K…`: repeated, several, or separated by commas; only the kinds there are.
void addKindOption(CLI::App &command, std::vector<std::string> &kinds);

/// Precondition: the parser took the names.
std::vector<RecordKind> kindsNamed(const std::vector<std::string> &names);

/// The record behind an id of the list. Errors: NotFound for what cannot be one.
Result<RecordId> recordNamed(const std::string &id);

/// Errors: Usage.
Result<> checkDates(const std::string &since, const std::string &until);

} // namespace keepwell::cli
