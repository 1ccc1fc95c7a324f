// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/fabric_ledger.hpp"
#include "core/ledger/fabric/gateway/block_watch.hpp"
#include "core/ledger/fabric/gateway/gateway_client.hpp"
#include "core/ledger/fabric/mirror/channel_view.hpp"

namespace keepwell::ledger {

/// The ledger itself: the gateways, what is seen through them, and how one follows the other. One thread at a time.
class FabricLedger::Host
{
public:
    /// Precondition: `view` sees the channel by `client`.
    Host(std::shared_ptr<fabric::GatewayClient> client, std::unique_ptr<fabric::ChannelView> view,
         const Clock &clock);

    fabric::GatewayClient &client() { return *m_client; }
    fabric::ChannelView &view() { return *m_view; }
    contract::NetworkId network() const { return m_network; }
    const std::shared_ptr<fabric::BlockWatch> &watch() const { return m_watch; }
    const std::string &ownMsp() const { return m_client->mspIdOf(0); }

    /// Takes in what is new. Errors: of catchUp().
    Result<> catchUp(const fabric::CallTime &time);

    Verdict<Entry> submit(const contract::Transaction &transaction, const fabric::CallTime &time);
    Verdict<> deposit(const contract::Deposit &value, const fabric::CallTime &time);
    Verdict<Bytes> query(const contract::SignedQuery &query, const fabric::CallTime &time);

private:
    Verdict<Entry> entryOf(const contract::TxId &envelope, std::uint64_t block,
                           const fabric::CallTime &time);
    std::vector<std::string> endorsers() const;
    Verdict<Bytes> answerPublic(const contract::SignedQuery &query, const fabric::CallTime &time);
    bool isBehind(const contract::Transaction &transaction, contract::Code said);
    bool isBehind(const contract::Deposit &value, contract::Code said);
    Result<std::optional<std::string>> custodianOf(const Bytes32 &object,
                                                   const fabric::CallTime &time);

    std::shared_ptr<fabric::GatewayClient> m_client;
    std::unique_ptr<fabric::ChannelView> m_view;
    std::shared_ptr<fabric::BlockWatch> m_watch;
    const Clock &m_clock;
    contract::NetworkId m_network;
};

} // namespace keepwell::ledger
