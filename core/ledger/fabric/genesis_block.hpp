// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/gateway_client.hpp"

namespace keepwell::ledger::fabric {

/// The hash of the channel's block 0, for pinning when joining: one gateway of each organisation is
/// asked, and all that answer must show the same. Errors: Unavailable when none can be reached,
/// Tampered, naming the organisations, when two show two beginnings; those of the gateway.
Result<Bytes32> readGenesis(GatewayClient &client, const Patience &patience);

} // namespace keepwell::ledger::fabric
