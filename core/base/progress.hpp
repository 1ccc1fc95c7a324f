// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

namespace keepwell {

/// Called from the working thread, at most about 10 times a second; both counts are in bytes.
using ProgressFn = std::function<void(std::uint64_t done, std::uint64_t total)>;

} // namespace keepwell
