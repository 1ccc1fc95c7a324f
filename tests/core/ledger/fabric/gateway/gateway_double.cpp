// SPDX-License-Identifier: Apache-2.0
#include "tests/core/ledger/fabric/gateway/gateway_double.hpp"

#include "core/crypto/hash.hpp"

#include <fabric/chaincode.pb.h>
#include <fabric/transaction.pb.h>
#include <grpcpp/server_builder.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace keepwell::test {
namespace {

constexpr std::chrono::milliseconds kLook{5};

std::string hashOf(std::initializer_list<ByteView> parts)
{
    const Bytes32 hash = crypto::sha256(parts);
    return std::string{textOf(hash)};
}

/// As peers endorse it and the gateway puts it together.
std::string prepare(const wire::SignedProposal &signedProposal,
                    const std::vector<const ledger::fabric::ClientIdentity *> &endorsers)
{
    wire::Proposal proposal;
    wire::Header header;
    wire::ChaincodeProposalPayload payload;
    wire::ChaincodeInvocationSpec invocation;
    proposal.ParseFromString(signedProposal.proposal_bytes());
    header.ParseFromString(proposal.header());
    payload.ParseFromString(proposal.payload());
    payload.clear_transient_map();
    invocation.ParseFromString(payload.input());

    wire::ChaincodeAction action;
    action.mutable_response()->set_status(200);
    action.mutable_response()->set_payload("the answer");
    action.mutable_chaincode_id()->set_name(invocation.chaincode_spec().chaincode_id().name());
    wire::ProposalResponsePayload response;
    response.set_proposal_hash(
        hashOf({bytesOf(header.channel_header()), bytesOf(header.signature_header()),
                bytesOf(payload.SerializeAsString())}));
    response.set_extension(action.SerializeAsString());

    wire::ChaincodeActionPayload inner;
    inner.set_chaincode_proposal_payload(payload.SerializeAsString());
    inner.mutable_action()->set_proposal_response_payload(response.SerializeAsString());
    for (const ledger::fabric::ClientIdentity *endorser : endorsers) {
        wire::Endorsement &endorsement = *inner.mutable_action()->add_endorsements();
        endorsement.set_endorser(endorser->creator());
        endorsement.set_signature(
            endorser->sign(response.SerializeAsString() + endorser->creator()).value());
    }
    wire::Transaction transaction;
    transaction.add_actions()->set_header(header.signature_header());
    transaction.mutable_actions(0)->set_payload(inner.SerializeAsString());
    wire::Payload whole;
    *whole.mutable_header() = header;
    whole.set_data(transaction.SerializeAsString());
    return whole.SerializeAsString();
}

} // namespace

class GatewayDouble::Blocks final : public protos::Deliver::Service
{
public:
    explicit Blocks(GatewayDouble &owner) : m_owner{owner} {}

private:
    using Stream = grpc::ServerReaderWriter<protos::DeliverResponse, wire::Envelope>;

    grpc::Status Deliver(grpc::ServerContext *context, Stream *stream) override
    {
        stream->Read(&m_owner.lastSeek);
        for (wire::Envelope more; stream->Read(&more);) { // the caller is to say that this was all
        }
        // Counted before anything is told: who was told may look at the count.
        const auto blocks = m_owner.blocks;
        ++m_owner.delivers;
        protos::DeliverResponse response;
        for (const std::string &block : blocks) {
            response.set_block(block);
            stream->Write(response);
        }
        if (m_owner.lastStatus == 0) {
            return followOn(*context, *stream);
        }
        response.set_status(m_owner.lastStatus);
        stream->Write(response);
        return grpc::Status::OK;
    }

    grpc::Status followOn(grpc::ServerContext &context, Stream &stream)
    {
        protos::DeliverResponse response;
        response.mutable_block();
        for (int sent = 0; !context.IsCancelled(); std::this_thread::sleep_for(kLook)) {
            for (; sent < m_owner.later; ++sent) {
                stream.Write(response);
            }
        }
        return {grpc::StatusCode::CANCELLED, "given up"};
    }

    GatewayDouble &m_owner;
};

void ChannelDouble::put(const std::string &id)
{
    const std::lock_guard held{lock};
    submissions.push_back(id);
    if (!done.contains(id)) {
        int code = 0;
        if (!codes.empty()) {
            code = codes.front();
            codes.pop_front();
        }
        done[id] = {.code = code, .block = ++blocks};
    }
    changed.notify_all();
}

std::size_t ChannelDouble::validCount()
{
    const std::lock_guard held{lock};
    return static_cast<std::size_t>(
        std::ranges::count_if(done, [](const auto &one) { return one.second.code == 0; }));
}

GatewayDouble::GatewayDouble(std::shared_ptr<ChannelDouble> channel,
                             std::vector<const ledger::fabric::ClientIdentity *> endorsers)
    : m_channel{std::move(channel)}
    , m_endorsers{std::move(endorsers)}
    , m_blocks{std::make_unique<Blocks>(*this)}
{
    start();
}

GatewayDouble::~GatewayDouble() { stop(); }

void GatewayDouble::start()
{
    grpc::ServerBuilder builder;
    builder.AddListeningPort(endpoint(), grpc::InsecureServerCredentials(), &m_port);
    builder.RegisterService(this);
    builder.RegisterService(m_blocks.get());
    m_server = builder.BuildAndStart();
    if (!m_server) {
        std::abort();
    }
}

void GatewayDouble::stop()
{
    if (m_server) {
        m_server->Shutdown(std::chrono::system_clock::now());
        m_server->Wait();
        m_server.reset();
    }
}

grpc::Status GatewayDouble::hang(grpc::ServerContext &context)
{
    while (!context.IsCancelled()) {
        std::this_thread::sleep_for(kLook);
    }
    return {grpc::StatusCode::CANCELLED, "given up"};
}

grpc::Status GatewayDouble::Evaluate(grpc::ServerContext *context,
                                     const gateway::EvaluateRequest *request,
                                     gateway::EvaluateResponse *response)
{
    ++evaluated;
    if (onEvaluate) {
        if (grpc::Status status = onEvaluate(*context, *request); !status.ok()) {
            return status;
        }
    }
    response->mutable_result()->set_status(200);
    response->mutable_result()->set_payload("of " + endpoint());
    return grpc::Status::OK;
}

grpc::Status GatewayDouble::Endorse(grpc::ServerContext *context,
                                    const gateway::EndorseRequest *request,
                                    gateway::EndorseResponse *response)
{
    ++endorsed;
    if (onEndorse) {
        if (grpc::Status status = onEndorse(*context, *request); !status.ok()) {
            return status;
        }
    }
    std::string payload = prepare(request->proposed_transaction(), m_endorsers);
    if (tamper) {
        tamper(payload);
    }
    response->mutable_prepared_transaction()->set_payload(payload);
    return grpc::Status::OK;
}

grpc::Status GatewayDouble::Submit(grpc::ServerContext *context,
                                   const gateway::SubmitRequest *request, gateway::SubmitResponse *)
{
    if (onSubmit) {
        if (grpc::Status status = onSubmit(*context, *request); !status.ok()) {
            return status;
        }
    }
    m_channel->put(request->transaction_id());
    return afterSubmit ? afterSubmit(*context, *request) : grpc::Status::OK;
}

grpc::Status GatewayDouble::CommitStatus(grpc::ServerContext *context,
                                         const gateway::SignedCommitStatusRequest *request,
                                         gateway::CommitStatusResponse *response)
{
    if (onCommitStatus) {
        if (grpc::Status status = onCommitStatus(*context, *request); !status.ok()) {
            return status;
        }
    }
    gateway::CommitStatusRequest asked;
    asked.ParseFromString(request->request());
    std::unique_lock held{m_channel->lock};
    while (!m_channel->done.contains(asked.transaction_id())) {
        if (context->IsCancelled()) {
            return {grpc::StatusCode::CANCELLED, "given up"};
        }
        m_channel->changed.wait_for(held, kLook);
    }
    const ChannelDouble::Done done = m_channel->done[asked.transaction_id()];
    response->set_result(done.code);
    response->set_block_number(done.block);
    return grpc::Status::OK;
}

grpc::Status
GatewayDouble::ChaincodeEvents(grpc::ServerContext *context,
                               const gateway::SignedChaincodeEventsRequest *,
                               grpc::ServerWriter<gateway::ChaincodeEventsResponse> *writer)
{
    for (std::uint64_t block = 7; !context->IsCancelled(); ++block) {
        gateway::ChaincodeEventsResponse response;
        response.set_block_number(block);
        response.add_events()->set_tx_id("tx of " + std::to_string(block));
        writer->Write(response);
    }
    return grpc::Status::OK;
}

} // namespace keepwell::test
