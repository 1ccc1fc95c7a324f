// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <filesystem>
#include <string>

namespace keepwell::records {

/// A whole file. Errors: NotFound; Unavailable; InvalidInput over 1 GiB.
Result<std::string> readFile(const std::filesystem::path &path);

} // namespace keepwell::records
