// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace keepwell::records {

/// The FHIR resources in these files and folders, each the exact bytes of its source: what a clinician delivers.
/// A Bundle gives its entries, NDJSON its lines. Unlike an import, one that cannot be read fails all.
/// Errors: NotFound, Unavailable (the file); InvalidInput naming file and place; Unsupported;
/// Cancelled.
Result<std::vector<std::string>> slicesOf(const std::vector<std::filesystem::path> &paths,
                                          const std::stop_token &stop);

} // namespace keepwell::records
