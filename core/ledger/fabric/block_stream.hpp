// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway_error.hpp"
#include "core/ledger/ledger.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace keepwell::wire {
class Block;
class FilteredBlock;
} // namespace keepwell::wire

namespace keepwell::ledger::fabric {

/// Which blocks a stream shall bring.
struct BlockRange
{
    std::uint64_t from = 0;
    std::optional<std::uint64_t> to; ///< Inclusive; nullopt: the newest there is at the call.
    bool follow = false;             ///< With no `to`: go on with each new block until stopped.
    bool headersOnly = false;        ///< Header and metadata; configuration blocks come whole.
};

/// Blocks of the channel, in order, as one gateway's peer gives them: nothing about them is
/// checked. One thread at a time; ending it ends the stream.
class BlockStream
{
public:
    virtual ~BlockStream() = default;

    /// The next block; false at the end of the range. Errors: as of a gateway, and Dishonest when
    /// a block comes out of order.
    virtual GatewayResult<bool> next(wire::Block &block) = 0;
};

/// The same for blocks without contents (DeliverFiltered): ids and validation codes.
class FilteredBlockStream
{
public:
    virtual ~FilteredBlockStream() = default;
    virtual GatewayResult<bool> next(wire::FilteredBlock &block) = 0;
};

} // namespace keepwell::ledger::fabric
