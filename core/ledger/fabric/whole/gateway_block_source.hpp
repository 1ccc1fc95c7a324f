// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/gateway_client.hpp"
#include "core/ledger/fabric/mirror/block_source.hpp"

namespace keepwell::ledger::fabric {

/// The blocks that one gateway of a client shows. `client` outlives it. One thread at a time.
class GatewayBlockSource final : public BlockSource
{
public:
    GatewayBlockSource(GatewayClient &client, std::size_t gateway);

    const std::string &msp() const override;
    bool isResting() const override;
    Result<> deliver(std::uint64_t from, BlockContent content, const Take &take,
                     const Patience &patience) override;

private:
    GatewayClient &m_client;
    std::size_t m_gateway;
};

} // namespace keepwell::ledger::fabric
