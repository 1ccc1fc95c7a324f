// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <functional>
#include <limits>

namespace keepwell::ledger::fabric {

inline constexpr std::uint64_t kNoEnd = std::numeric_limits<std::uint64_t>::max();
inline constexpr std::uint64_t kNewest = kNoEnd;

/// Which blocks a gateway's peer shall show.
struct BlockRange
{
    std::uint64_t from = 0;    ///< kNewest: the newest block there is, and no other.
    std::uint64_t to = kNoEnd; ///< The last one.
    bool follow
        = false; ///< Go on with each new block until stopped, else up to the newest there is.
    bool headersOnly = false; ///< Header and metadata; configuration blocks come whole.
};

/// Takes one serialized wire::Block, unchecked. False ends the stream well; an error ends it and is
/// given back.
using TakeBlock = std::function<Result<bool>(ByteView block)>;

} // namespace keepwell::ledger::fabric
