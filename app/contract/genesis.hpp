// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <string>

namespace keepwell::contractserver {

/// The hash of block 0 of a channel, read from what `peer channel fetch 0` wrote: SHA-256 of the DER
/// of (number, previous hash, data hash). Checks that the data hash is that of the block's data.
/// Errors: NotFound, InvalidInput.
Result<Bytes32> genesisHashIn(const std::string &file);

/// The same of a block's bytes.
Result<Bytes32> genesisHashOf(const std::string &block);

} // namespace keepwell::contractserver
