// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace keepwell::records {

/// A file that somebody named, by itself or by its folder.
struct FileToRead
{
    std::string path;
    std::uint64_t size = 0;
    std::optional<Error> error; ///< It cannot even be looked at.
};

/// The files behind these paths: folders with everything below them, sorted by name; links to
/// folders are not followed, so that a ring of them ends.
std::vector<FileToRead> filesToRead(std::span<const std::filesystem::path> paths);

} // namespace keepwell::records
