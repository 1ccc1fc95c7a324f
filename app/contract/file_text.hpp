// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <string>

namespace keepwell::contractserver {

/// All bytes of a file. Errors: NotFound, naming it.
Result<std::string> readFile(const std::string &name);

} // namespace keepwell::contractserver
