// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstddef>
#include <filesystem>

namespace keepwell::vault {

/// Writes a small file whole or not at all, for good once it returns: a temporary file beside it
/// (mode 0600), fsync, rename, fsync of the folder. Errors: Unavailable.
Result<> replaceFile(const std::filesystem::path &file, ByteView bytes);

/// fsync of a folder, so that a rename or a new file in it stays. Errors: Unavailable.
Result<> syncFolder(const std::filesystem::path &folder);

/// All of a file of at most `most` bytes. Errors: NotFound, Tampered (larger), Unavailable.
Result<Bytes> readWhole(const std::filesystem::path &file, std::size_t most);

} // namespace keepwell::vault
