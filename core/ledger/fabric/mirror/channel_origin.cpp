// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/mirror/channel_origin.hpp"

#include "core/contract/chaincode.hpp"

namespace keepwell::ledger::fabric {

contract::NetworkId ChannelOrigin::network() const
{
    return contract::networkIdOf(genesisBlock, contract);
}

} // namespace keepwell::ledger::fabric
