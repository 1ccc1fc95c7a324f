// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <filesystem>

namespace keepwell::cli {

/// A new file that only its owner may read (0600), written whole or not there at all.
/// Errors: Conflict when something of that name is there already (it stays as it is), NotFound for
/// a folder that is not there, Unavailable (disk).
Result<> writeNewFile(const std::filesystem::path &file, ByteView bytes);

/// Whether writeNewFile() could start: nothing of that name is there, its folder is.
/// Errors: Conflict, NotFound.
Result<> checkNewFile(const std::filesystem::path &file);

/// The same for a folder; one that is there and empty will do.
Result<> checkNewFolder(const std::filesystem::path &folder);

} // namespace keepwell::cli
