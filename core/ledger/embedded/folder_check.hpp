// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace keepwell::ledger {

/// A ledger file is appended to by several processes under locks that network file systems and
/// sync programs do not keep. Errors: Unsupported, naming why; Unavailable when there is no folder.
Result<> checkLedgerFolder(const std::filesystem::path &folder);

/// Why a folder on a file system of this type ("ext4", "nfs4", "fuse.sshfs") will not do, or nullopt.
std::optional<std::string> reasonAgainstFileSystem(std::string_view type);

/// Why this path will not do (it leads through a folder of a sync program), or nullopt.
std::optional<std::string> reasonAgainstPath(const std::filesystem::path &path);

} // namespace keepwell::ledger
