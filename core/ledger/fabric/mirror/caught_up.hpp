// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace keepwell::ledger::fabric {

/// What one round of reading brought.
struct CaughtUp
{
    std::uint64_t blocks = 0;    ///< Taken in.
    std::uint64_t confirmed = 0; ///< Blocks that another organisation showed alike.
    std::uint64_t bytes = 0;     ///< Of blocks as they came, from all.
    std::uint64_t newest = 0;    ///< Of catchUpOwn(): the newest block of any.
    /// Why a source could not be read or was not believed, by MSP id; the others were read all the
    /// same.
    std::vector<std::pair<std::string, Error>> problems{};
};

} // namespace keepwell::ledger::fabric
