// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/state_view.hpp"
#include "core/ledger/fabric/mirror/block_source.hpp"

#include <vector>

namespace keepwell::ledger::fabric {

/// Where the entries about a key are, and single blocks, as the gateway of one organisation shows
/// them. Nothing of it is believed: OwnEntries judges. Any thread, many calls at once.
/// Errors of all: Unavailable, Cancelled, Denied; Conflict when this computer's clock is off.
class EntrySource
{
public:
    virtual ~EntrySource() = default;

    /// The MSP id of the organisation that the gateway belongs to, as configured.
    virtual const std::string &msp() const = 0;
    /// Did it fail a moment ago? Then it is asked only when no other answers.
    virtual bool isResting() const { return false; }

    /// The contract's answer to EntriesOf; the locators are channel tx ids.
    virtual Result<std::vector<contract::IndexRow>> entriesOf(const contract::PublicKey &key,
                                                              const Patience &patience)
        = 0;
    /// The number of the block that holds a transaction this source has shown.
    virtual Result<std::uint64_t> blockOf(const Bytes32 &channelTx, const Patience &patience) = 0;
    /// One block, serialized. Errors: also NotFound.
    virtual Result<Bytes> block(std::uint64_t number, BlockContent content,
                                const Patience &patience)
        = 0;
    virtual Result<Bytes> newestBlock(const Patience &patience) = 0; ///< Header and metadata.
};

} // namespace keepwell::ledger::fabric
