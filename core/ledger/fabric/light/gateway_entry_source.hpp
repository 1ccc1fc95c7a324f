// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/gateway_client.hpp"
#include "core/ledger/fabric/light/entry_source.hpp"

namespace keepwell::ledger::fabric {

/// Entries and single blocks from one gateway of a client. Each question is signed by a key of its
/// own, so that not the question joins it to another one (the member's certificate does, to the peer).
class GatewayEntrySource final : public EntrySource
{
public:
    /// Precondition: `gateway` < client.gatewayCount(), and all outlive this.
    GatewayEntrySource(GatewayClient &client, std::size_t gateway,
                       const contract::NetworkId &network, const Clock &clock);

    const std::string &msp() const override { return m_client.mspIdOf(m_gateway); }
    bool isResting() const override { return m_client.isResting(m_gateway); }
    Result<std::vector<contract::IndexRow>> entriesOf(const contract::PublicKey &key,
                                                      const Patience &patience) override;
    Result<std::uint64_t> blockOf(const Bytes32 &channelTx, const Patience &patience) override;
    Result<Bytes> block(std::uint64_t number, BlockContent content,
                        const Patience &patience) override;
    Result<Bytes> newestBlock(const Patience &patience) override;

private:
    Result<Bytes> one(const BlockRange &range, const Patience &patience);

    GatewayClient &m_client;
    std::size_t m_gateway;
    contract::NetworkId m_network;
    const Clock &m_clock;
};

} // namespace keepwell::ledger::fabric
