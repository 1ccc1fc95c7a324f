// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/hash.hpp"
#include "core/ledger/fabric/gateway/gateway_connection.hpp"
#include "core/ledger/fabric/gateway/proposal.hpp"
#include "core/ledger/fabric/member/client_identity.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

/// What any member can send after peers have endorsed its call honestly.
namespace keepwell::test {

/// Field 15: groups, nested 200 deep, of which protobuf for C++ reads 100 and Go's 10,000.
inline std::string deepField()
{
    constexpr std::size_t kDeep = 200;
    return std::string(kDeep, '\x7b') + std::string(kDeep, '\x7c');
}

template <class Told>
auto demand(Told told, const char *what)
{
    if (!told) {
        throw std::runtime_error{std::string{what} + " failed"};
    }
    return *std::move(told);
}

/// Has `call` endorsed by the first gateway of `config`, and sends it with a field that nobody knows in its
/// envelope, in its payload, and in the outer signature header, which so differs from the action's. Returns what peers
/// say of it ({"code": TxValidationCode, "block": N}).
inline nlohmann::json sendOdd(const ledger::fabric::FabricConfig &config,
                              const ledger::fabric::ContractCall &call, const Clock &clock)
{
    using namespace ledger::fabric;
    const auto identity = demand(ClientIdentity::create(config.gateways.front().mspId,
                                                        config.certificate, config.privateKey),
                                 "the identity");
    const auto gateway
        = demand(GatewayConnection::open(config.gateways.front(), config), "the line");
    const auto proposal = demand(
        Proposal::make(identity, {config.channel, config.contract}, call, clock.now()), "the call");
    const CallTime time{ledger::Patience{}};

    gateway::EndorseRequest asked;
    asked.set_transaction_id(proposal.id());
    asked.set_channel_id(config.channel);
    asked.mutable_proposed_transaction()->set_proposal_bytes(proposal.bytes());
    asked.mutable_proposed_transaction()->set_signature(proposal.signature());
    const auto endorsed = demand(gateway->endorse(asked, time), "the endorsement");

    wire::Payload payload;
    if (!payload.ParseFromString(endorsed.prepared_transaction().payload())) {
        throw std::runtime_error{"what was endorsed is unreadable"};
    }
    payload.mutable_header()->mutable_signature_header()->append(deepField());
    const std::string odd = payload.SerializeAsString() + deepField();
    wire::Envelope envelope;
    envelope.set_payload(odd);
    envelope.set_signature(demand(identity.sign(odd), "the signature"));
    gateway::SubmitRequest sent;
    sent.set_transaction_id(proposal.id());
    sent.set_channel_id(config.channel);
    constexpr std::string_view kUnknown{"\x1a\x04more"};
    if (!sent.mutable_prepared_transaction()->ParseFromString(envelope.SerializeAsString()
                                                              + std::string{kUnknown})) {
        throw std::runtime_error{"the odd envelope is unreadable"};
    }
    if (!gateway->submit(sent, time)) {
        throw std::runtime_error{"the orderer does not take it"};
    }

    gateway::CommitStatusRequest question;
    question.set_transaction_id(proposal.id());
    question.set_channel_id(config.channel);
    question.set_identity(identity.creator());
    gateway::SignedCommitStatusRequest signedQuestion;
    signedQuestion.set_request(question.SerializeAsString());
    signedQuestion.set_signature(demand(identity.sign(signedQuestion.request()), "the signature"));
    const auto status = demand(gateway->commitStatus(signedQuestion, time), "the question");
    return {{"code", static_cast<int>(status.result())},
            {"block", status.block_number()},
            {"answer", ""}};
}

} // namespace keepwell::test
