// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"

#include <string_view>

namespace keepwell::cli {

/// One line on stderr that counts up ("Importing 34 %") and is gone when the work is done.
ProgressFn progressLine(std::string_view what);

} // namespace keepwell::cli
