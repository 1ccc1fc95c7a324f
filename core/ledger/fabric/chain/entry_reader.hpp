// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/envelope.hpp"
#include "core/contract/error_code.hpp"
#include "core/contract/ids.hpp"
#include "core/ledger/fabric/chain/block.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace keepwell::ledger::fabric {

/// A transaction of a block that called our contract's Submit. A plain value.
struct Submission
{
    Bytes32 channelTxId{};
    bool valid = false; ///< By the word of the peer that showed the block.
    // Of a valid one only:
    contract::Envelope envelope;
    contract::TransactionTime time;
    contract::Code outcome = contract::Code::Done; ///< As the contract recorded it.
    Instant t;                                     ///< Effective, as the contract recorded it.
};

/// The submissions in a block, in order. Everybody's transactions stand in a block: those of other
/// contracts, other functions, and what peers call invalid are not looked into further. A valid one
/// must be what peers accept: its id made of its creator and nonce, what was endorsed made of its
/// own headers and arguments, and an outcome with its envelope's id.
/// Errors: Tampered naming the transaction, for a valid one that no honest peer would call so.
Result<std::vector<Submission>> submissionsIn(const Block &block, std::string_view channel,
                                              std::string_view contract);

} // namespace keepwell::ledger::fabric
