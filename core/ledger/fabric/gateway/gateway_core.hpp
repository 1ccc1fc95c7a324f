// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/gateway_client.hpp"
#include "core/ledger/fabric/gateway/gateway_connection.hpp"
#include "core/ledger/fabric/gateway/proposal.hpp"
#include "core/ledger/fabric/member/client_identity.hpp"

#include <mutex>

namespace keepwell::ledger::fabric {

/// What the calls of a GatewayClient share. Thread-safe.
class GatewayClient::Core
{
public:
    Core(ClientIdentity identity, const FabricConfig &config, std::string tlsCertificateHash,
         const Clock &clock, std::vector<std::unique_ptr<GatewayConnection>> gateways);

    const ClientIdentity &identity() const { return m_identity; }
    const ContractAddress &address() const { return m_address; }
    Instant now() const { return m_clock.now(); }
    std::size_t count() const { return m_gateways.size(); }
    GatewayConnection &at(std::size_t gateway) { return *m_gateways[gateway]; }
    /// All gateways; those that were lost a moment ago come last.
    std::vector<std::size_t> order() const;

    void trust(OrganisationRoots roots);
    std::shared_ptr<const OrganisationRoots> roots() const;

    /// Errors: CertificateEnded, once it has.
    GatewayResult<> certificateIsLive() const;

    using Act = std::function<GatewayResult<>(GatewayConnection &, const CallTime &)>;
    /// Calls `act` with the first of `gateways` that works and its share of the time; goes on to
    /// the next where another may do better. With all tried, waits a little and begins again, as
    /// long as it may pass soon and time is left.
    GatewayResult<> tryEach(const std::vector<std::size_t> &gateways, const CallTime &time,
                            const Act &act);

    GatewayResult<Bytes> evaluate(const ContractCall &call,
                                  const std::vector<std::size_t> &gateways, const CallTime &time);

    /// A signed envelope that asks for blocks.
    Result<wire::Envelope> seek(const BlockRange &range) const;

private:
    ClientIdentity m_identity;
    ContractAddress m_address;
    std::string m_tlsCertificateHash;
    const Clock &m_clock;
    std::vector<std::unique_ptr<GatewayConnection>> m_gateways;
    mutable std::mutex m_rootsLock;
    std::shared_ptr<const OrganisationRoots> m_roots;
};

/// Sleeps for about 40 ms * 2^attempt, at most a second, more or less by chance, so that wallets
/// that met do not meet again; less when stopped or out of time.
void pauseBeforeRetry(int attempt, const CallTime &time);

} // namespace keepwell::ledger::fabric
