// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/ledger.hpp"

#include <functional>

namespace keepwell::ledger::fabric {

/// What a peer is asked to send of each block.
enum class BlockContent {
    Whole,
    /// Header and metadata; of config blocks all (SeekInfo.content_type 1).
    Headers,
};

/// The blocks of one channel as the gateway of one organisation shows them. Nothing of what it shows
/// is believed: ChainMirror judges. One thread at a time.
class BlockSource
{
public:
    /// Takes one serialized block; its error ends the stream and is given back.
    using Take = std::function<Result<>(ByteView block)>;

    virtual ~BlockSource() = default;

    /// The MSP id of the organisation that the gateway belongs to, as configured.
    virtual const std::string &msp() const = 0;

    /// Did it fail a moment ago? Then it is asked last, or not at all.
    virtual bool isResting() const { return false; }

    /// Calls `take` with blocks `from`, `from` + 1, … up to the newest the peer has now, and returns
    /// then; no block at all when `from` is not there yet. (SeekInfo: start `from`, stop 2^64 - 1,
    /// FAIL_IF_NOT_READY; the status NOT_FOUND is the end.)
    /// Errors: Unavailable, Cancelled, and those of `take`.
    virtual Result<> deliver(std::uint64_t from, BlockContent content, const Take &take,
                             const Patience &patience)
        = 0;
};

} // namespace keepwell::ledger::fabric
