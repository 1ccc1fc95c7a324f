// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace keepwell::ui {

/// Paths as one text for a setting of the wallet (a JSON list), and back; what is no list is empty.
std::string joinedPaths(const std::vector<std::filesystem::path> &paths);
std::vector<std::filesystem::path> splitPaths(const std::string &joined);

} // namespace keepwell::ui
