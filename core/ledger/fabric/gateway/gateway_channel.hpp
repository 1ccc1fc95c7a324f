// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/ledger/fabric/gateway/fabric_config.hpp"

#include <memory>

namespace grpc {
class Channel;
}

namespace keepwell::ledger::fabric {

/// A connection to one gateway, made when it is first used: TLS that trusts `tlsCa` alone, the
/// client's certificate where there is one, answers up to 100 MB as peers may send them.
/// Errors: InvalidInput (an address that is none, plain text to another computer, a CA that is no
/// certificate), naming the gateway.
Result<std::shared_ptr<grpc::Channel>> openGatewayChannel(const GatewayAddress &gateway,
                                                          const FabricConfig &config);

/// Does an endpoint lead no further than this computer? "unix:…", "localhost:…", "127.…", "[::1]:…"
bool isOnThisComputer(std::string_view endpoint);

} // namespace keepwell::ledger::fabric
