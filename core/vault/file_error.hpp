// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <string_view>

namespace keepwell::vault {

/// Unavailable, saying what `systemError` (errno) means: "the disk is full", "read-only" ….
std::unexpected<Error> fileError(std::string_view what, int systemError);

} // namespace keepwell::vault
