// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <functional>

namespace keepwell::ledger::fabric {

/// Which blocks a gateway's peer shall show.
struct BlockRange
{
    std::uint64_t from = 0;
    bool follow
        = false; ///< Go on with each new block until stopped, else up to the newest there is.
    bool headersOnly = false; ///< Header and metadata; configuration blocks come whole.
};

/// Takes one serialized wire::Block, unchecked. False ends the stream well; an error ends it and is
/// given back.
using TakeBlock = std::function<Result<bool>(ByteView block)>;

} // namespace keepwell::ledger::fabric
