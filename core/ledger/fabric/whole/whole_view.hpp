// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/mirror/channel_view.hpp"
#include "core/ledger/fabric/mirror/mirror_sent.hpp"
#include "core/ledger/fabric/whole/chain_mirror.hpp"
#include "core/ledger/fabric/whole/gateway_block_source.hpp"

namespace keepwell::ledger::fabric {

/// All of a channel: a mirror that follows what the gateways of a client show.
class WholeView final : public ChannelView
{
public:
    WholeView(GatewayClient &client, std::unique_ptr<ChainMirror> mirror);

    const ChannelOrigin &origin() const override { return m_mirror->origin(); }
    bool isPartial() const override { return false; }
    void follow(const std::vector<contract::PublicKey> & /*keys*/) override {}
    Result<> catchUp(const CallTime &time) override;
    bool hasRead(std::uint64_t block) const override { return m_mirror->nextBlock() > block; }

    std::uint64_t nextBlock() const override { return m_mirror->nextBlock(); }

    Head head() const override { return m_mirror->head(); }
    Result<std::vector<Entry>> entries(std::uint64_t from, std::size_t limit) override
    {
        return m_mirror->entries(from, limit);
    }
    Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index,
                                                 std::uint64_t size) const override
    {
        return m_mirror->inclusionProof(index, size);
    }
    Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize,
                                                   std::uint64_t size) const override
    {
        return m_mirror->consistencyProof(oldSize, size);
    }
    Result<std::optional<Entry>> find(const contract::TxId &envelope) override
    {
        return m_mirror->find(envelope);
    }
    contract::MapState &state() override { return m_mirror->state(); }
    OrganisationRoots members() const override { return m_mirror->members(); }
    SentTransactions &sent() override { return m_sent; }
    Result<std::vector<contract::IndexRow>> entriesOf(const contract::PublicKey &key,
                                                      const CallTime &time) override;

private:
    std::unique_ptr<ChainMirror> m_mirror;
    MirrorSent<ChainMirror> m_sent;
    std::vector<GatewayBlockSource> m_sources;
    std::vector<BlockSource *> m_sourceList;
};

} // namespace keepwell::ledger::fabric
