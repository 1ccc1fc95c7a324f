// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/error_code.hpp"
#include "core/contract/ids.hpp"

#include <fabric/chaincode_shim.pb.h>

#include <optional>
#include <string>

namespace keepwell::contractserver {

using Message = protos::ChaincodeMessage;

/// What a wallet's proposal asks of the contract; no more of the message is kept while it waits.
struct Call
{
    std::string channel;
    std::string
        contract;     ///< Whom the transaction calls; another chaincode may have called this one.
    std::string txId; ///< Fabric's, of this channel: 64 hex digits.
    Bytes locator;    ///< The same as bytes.
    std::string function;
    std::optional<Bytes> argument; ///< The only one, if there is one.
    std::optional<Bytes> value;    ///< From the transient map, under contract::kTransientValue.
    contract::TransactionTime time;
};

/// Reads a TRANSACTION message: its size, its one argument at most, its headers, which must name the
/// same channel and transaction as the message does. Reject: Enc, Size, Time (no date).
contract::Verdict<Call> parseCall(const Message &message);

} // namespace keepwell::contractserver
