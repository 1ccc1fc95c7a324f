// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/light/gateway_entry_source.hpp"
#include "core/ledger/fabric/light/own_entries.hpp"
#include "core/ledger/fabric/mirror/channel_view.hpp"
#include "core/ledger/fabric/mirror/mirror_sent.hpp"

namespace keepwell::ledger::fabric {

/// Of a channel what concerns the followed keys, as the gateways of a client show it: the light way.
class OwnView final : public ChannelView
{
public:
    OwnView(GatewayClient &client, std::unique_ptr<OwnEntries> own, const Clock &clock);

    const ChannelOrigin &origin() const override { return m_own->origin(); }
    bool isPartial() const override { return true; }
    void follow(const std::vector<contract::PublicKey> &keys) override { m_own->follow(keys); }
    Result<> catchUp(const CallTime &time) override;
    bool hasRead(std::uint64_t /*block*/) const override { return false; }

    std::uint64_t nextBlock() const override { return m_next; }

    Head head() const override { return m_own->head(); }
    Result<std::vector<Entry>> entries(std::uint64_t from, std::size_t limit) override
    {
        return m_own->entries(from, limit);
    }
    Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index,
                                                 std::uint64_t size) const override
    {
        return m_own->history().inclusionProof(index, size);
    }
    Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize,
                                                   std::uint64_t size) const override
    {
        return m_own->history().consistencyProof(oldSize, size);
    }
    Result<std::optional<Entry>> find(const contract::TxId &envelope) override
    {
        return m_own->find(envelope);
    }
    contract::MapState &state() override { return m_own->state(); }
    OrganisationRoots members() const override { return m_own->members(); }
    SentTransactions &sent() override { return m_sent; }
    /// All that any organisation shows.
    Result<std::vector<contract::IndexRow>> entriesOf(const contract::PublicKey &key,
                                                      const CallTime &time) override;

private:
    std::unique_ptr<OwnEntries> m_own;
    MirrorSent<OwnEntries> m_sent;
    std::vector<GatewayEntrySource> m_sources;
    std::vector<EntrySource *> m_sourceList;
    std::uint64_t m_next = 0;
};

} // namespace keepwell::ledger::fabric
