// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/gateway_client.hpp"

#include "core/contract/chaincode.hpp"
#include "core/crypto/hash.hpp"
#include "core/ledger/fabric/gateway/gateway_core.hpp"
#include "core/ledger/fabric/gateway/submitting.hpp"

#include <algorithm>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kMostGateways = 16;

Result<> checkNames(const FabricConfig &config)
{
    if (config.gateways.empty() || config.gateways.size() > kMostGateways) {
        return fail(ErrorCode::InvalidInput, "the network has no gateway, or more than 16");
    }
    for (const GatewayAddress &gateway : config.gateways) {
        if (!contract::isMspId(gateway.mspId)) {
            return fail(ErrorCode::InvalidInput,
                        "the gateway \"" + gateway.endpoint.substr(0, 300) + "\" has no MSP id");
        }
    }
    const auto isName = [](const std::string &name) {
        return !name.empty() && name.size() <= 249 && std::ranges::all_of(name, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                || c == '-' || c == '_' || c == '.';
        });
    };
    if (!isName(config.channel)) {
        return fail(ErrorCode::InvalidInput, "the channel's name is missing or cannot be one");
    }
    if (!isName(config.contract)) {
        return fail(ErrorCode::InvalidInput, "the contract's name is missing or cannot be one");
    }
    return {};
}

} // namespace

GatewayClient::GatewayClient(std::unique_ptr<Core> core) : m_core{std::move(core)} {}
GatewayClient::~GatewayClient() = default;

Result<std::unique_ptr<GatewayClient>> GatewayClient::create(const FabricConfig &config,
                                                             const Clock &clock)
{
    KEEPWELL_CHECK(checkNames(config));
    KEEPWELL_TRY(ClientIdentity identity,
                 ClientIdentity::create(config.gateways.front().mspId, config.certificate,
                                        config.privateKey));
    std::string tlsCertificateHash;
    if (config.tlsIdentity) {
        KEEPWELL_TRY(const Certificate certificate,
                     Certificate::parse(config.tlsIdentity->certificate));
        const Bytes32 hash = crypto::sha256(certificate.der());
        tlsCertificateHash = textOf(hash);
    }
    std::vector<std::unique_ptr<GatewayConnection>> gateways;
    for (const GatewayAddress &address : config.gateways) {
        KEEPWELL_TRY(auto connection, GatewayConnection::open(address, config));
        gateways.push_back(std::move(connection));
    }
    return std::unique_ptr<GatewayClient>{new GatewayClient{std::make_unique<Core>(
        std::move(identity), config, std::move(tlsCertificateHash), clock, std::move(gateways))}};
}

std::size_t GatewayClient::gatewayCount() const { return m_core->count(); }

const std::string &GatewayClient::mspIdOf(std::size_t gateway) const
{
    return m_core->at(gateway).mspId();
}

std::vector<std::string> GatewayClient::organisations() const
{
    std::vector<std::string> found;
    for (std::size_t i = 0; i < m_core->count(); ++i) {
        if (std::ranges::find(found, m_core->at(i).mspId()) == found.end()) {
            found.push_back(m_core->at(i).mspId());
        }
    }
    return found;
}

void GatewayClient::trust(OrganisationRoots roots) { m_core->trust(std::move(roots)); }

bool GatewayClient::isResting(std::size_t gateway) const { return m_core->at(gateway).isResting(); }

GatewayResult<Bytes> GatewayClient::evaluate(const ContractCall &call, Patience patience)
{
    return m_core->evaluate(call, m_core->order(), CallTime{std::move(patience)});
}

GatewayResult<Bytes> GatewayClient::evaluateAt(std::size_t gateway, const ContractCall &call,
                                               Patience patience)
{
    return m_core->evaluate(call, {gateway}, CallTime{std::move(patience)});
}

GatewayResult<Committed> GatewayClient::submit(const contract::TxId &act, const ContractCall &call,
                                               SentTransactions &sent, bool onlyOwn,
                                               Patience patience)
{
    Submitting submitting{*m_core, sent, act, CallTime{std::move(patience)}};
    return submitting.run(call, onlyOwn);
}

GatewayResult<GatewayClient::Status>
GatewayClient::commitStatusAt(std::size_t gateway, const std::string &fabricId, Patience patience)
{
    return awaitCommit(*m_core, fabricId, CallTime{std::move(patience)}, gateway);
}

GatewayResult<> GatewayClient::blocks(std::size_t gateway, const BlockRange &range,
                                      const TakeBlock &take, Patience patience)
{
    KEEPWELL_CHECK(m_core->certificateIsLive());
    const auto request = m_core->seek(range);
    if (!request) {
        return std::unexpected{asGatewayError(request.error())};
    }
    return m_core->at(gateway).deliver(*request, range.from, take, CallTime{std::move(patience)});
}

GatewayResult<> GatewayClient::events(std::size_t gateway, std::uint64_t from,
                                      const std::function<bool(const ContractEvents &)> &take,
                                      Patience patience)
{
    KEEPWELL_CHECK(m_core->certificateIsLive());
    gateway::ChaincodeEventsRequest asked;
    asked.set_channel_id(m_core->address().channel);
    asked.set_chaincode_id(m_core->address().contract);
    asked.set_identity(m_core->identity().creator());
    asked.mutable_start_position()->mutable_specified()->set_number(from);
    gateway::SignedChaincodeEventsRequest request;
    request.set_request(asked.SerializeAsString());
    auto signature = m_core->identity().sign(request.request());
    if (!signature) {
        return std::unexpected{asGatewayError(signature.error())};
    }
    request.set_signature(*std::move(signature));
    const auto takeThem = [&](const gateway::ChaincodeEventsResponse &response) {
        ContractEvents events{.block = response.block_number(), .transactions = {}};
        for (const wire::ChaincodeEvent &event : response.events()) {
            events.transactions.push_back(event.tx_id());
        }
        return take(events);
    };
    return m_core->at(gateway).events(request, takeThem, CallTime{std::move(patience)});
}

} // namespace keepwell::ledger::fabric
