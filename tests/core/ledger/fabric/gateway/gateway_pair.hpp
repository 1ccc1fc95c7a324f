// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/gateway_client.hpp"
#include "tests/core/ledger/fabric/gateway/gateway_double.hpp"
#include "tests/core/ledger/fabric/gateway/sent_in_memory.hpp"
#include "tests/core/ledger/fabric/member/member_vectors.hpp"

namespace keepwell::test {

using namespace std::chrono_literals;

class SetClock final : public Clock
{
public:
    Instant now() const override { return at; }
    Instant at{std::chrono::seconds{1'790'000'000}};
};

inline contract::TxId act(int number)
{
    Bytes32 bytes{};
    bytes[0] = static_cast<std::byte>(number);
    return contract::TxId{bytes};
}

inline const ledger::fabric::ContractCall kCall{.function = "Submit",
                                                .arguments = {Bytes(3, std::byte{7})},
                                                .transient = {},
                                                .organisations = {"Org1MSP", "Org2MSP"}};

/// Two gateways of two organisations over one channel, and a member who calls them.
struct GatewayPair
{
    GatewayPair()
        : peer1{vectors.identity("peer1")}
        , peer2{vectors.identity("peer2")}
        , channel{std::make_shared<ChannelDouble>()}
        , one{std::make_unique<GatewayDouble>(channel, endorsers())}
        , two{std::make_unique<GatewayDouble>(channel, endorsers())}
    {
    }

    std::vector<const ledger::fabric::ClientIdentity *> endorsers() const
    {
        return {&peer1, &peer2};
    }

    ledger::fabric::FabricConfig config(std::size_t gateways = 2) const
    {
        ledger::fabric::FabricConfig config;
        config.gateways.push_back({.endpoint = one->endpoint(), .mspId = "Org1MSP", .tlsCa = {}});
        if (gateways == 2) {
            config.gateways.push_back(
                {.endpoint = two->endpoint(), .mspId = "Org2MSP", .tlsCa = {}});
        }
        config.channel = "keepwell";
        config.contract = "kw";
        config.certificate = vectors.certificate("p256");
        config.privateKey = vectors.key("p256");
        config.plaintext = true;
        return config;
    }

    std::unique_ptr<ledger::fabric::GatewayClient> client(std::size_t gateways = 2) const
    {
        return ledger::fabric::GatewayClient::create(config(gateways), clock).value();
    }

    MemberVectors vectors;
    SetClock clock;
    ledger::fabric::ClientIdentity peer1, peer2;
    std::shared_ptr<ChannelDouble> channel;
    std::unique_ptr<GatewayDouble> one, two;
    SentInMemory sent;
};

} // namespace keepwell::test
