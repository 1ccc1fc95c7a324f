// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/whole/gateway_block_source.hpp"

namespace keepwell::ledger::fabric {

GatewayBlockSource::GatewayBlockSource(GatewayClient &client, std::size_t gateway)
    : m_client{client}, m_gateway{gateway}
{
}

const std::string &GatewayBlockSource::msp() const { return m_client.mspIdOf(m_gateway); }

bool GatewayBlockSource::isResting() const { return m_client.isResting(m_gateway); }

Result<> GatewayBlockSource::deliver(std::uint64_t from, BlockContent content, const Take &take,
                                     const Patience &patience)
{
    const BlockRange range{.from = from, .headersOnly = content == BlockContent::Headers};
    const auto takeOne = [&](ByteView block) -> Result<bool> {
        KEEPWELL_CHECK(take(block));
        return true;
    };
    KEEPWELL_CHECK(m_client.blocks(m_gateway, range, takeOne, patience));
    return {};
}

} // namespace keepwell::ledger::fabric
