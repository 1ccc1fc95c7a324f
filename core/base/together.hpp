// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <functional>

namespace keepwell {

/// Calls `act` with 0, 1, … `count` - 1, at most `atOnce` at a time, each on one of as many threads,
/// and waits for all. After an error none is begun any more. For waiting on others, not for work.
/// Errors: that of the lowest number that failed. Precondition: `act` may be called by any thread.
Result<> together(std::size_t count, std::size_t atOnce,
                  const std::function<Result<>(std::size_t)> &act);

} // namespace keepwell
