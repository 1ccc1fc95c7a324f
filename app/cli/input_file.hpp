// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstddef>
#include <filesystem>

namespace keepwell::cli {

/// The bytes of a small file. Errors: NotFound, Unavailable, InvalidInput (larger than `most`).
Result<Bytes> readWholeFile(const std::filesystem::path &file, std::size_t most);

} // namespace keepwell::cli
