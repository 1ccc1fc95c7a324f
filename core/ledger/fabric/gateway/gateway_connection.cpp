// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/gateway_connection.hpp"

#include "core/ledger/fabric/gateway/gateway_channel.hpp"

#include <grpcpp/channel.h>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::chrono::milliseconds kMending{500};

// Fabric's common.Status, which ends what was asked for.
constexpr int kSuccess = 200;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;

GatewayResult<> endOfStream(int status, std::uint64_t next, const std::string &who)
{
    switch (status) {
    case kSuccess:
        return {};
    case kNotFound:
        if (next > 0) {
            return {}; // nothing newer than what is known
        }
        return std::unexpected{gatewayError(Trouble::ContractMissing, ErrorCode::NotFound,
                                            "the gateway does not know the channel (" + who + ")")};
    case kForbidden:
        return std::unexpected{
            gatewayError(GatewayCall::Deliver,
                         {grpc::StatusCode::PERMISSION_DENIED, "it may not read blocks"}, who)};
    default:
        return std::unexpected{gatewayError(Trouble::GatewayLost, ErrorCode::Unavailable,
                                            "the gateway could not show blocks (" + who
                                                + ": status " + std::to_string(status) + ")")};
    }
}

} // namespace

Result<std::unique_ptr<GatewayConnection>> GatewayConnection::open(const GatewayAddress &address,
                                                                   const FabricConfig &config)
{
    KEEPWELL_TRY(const std::shared_ptr<grpc::Channel> channel, openGatewayChannel(address, config));
    return std::unique_ptr<GatewayConnection>{new GatewayConnection{address, channel}};
}

GatewayConnection::GatewayConnection(const GatewayAddress &address,
                                     const std::shared_ptr<grpc::Channel> &channel)
    : m_mspId{address.mspId}
    , m_endpoint{address.endpoint}
    , m_channel{channel}
    , m_gateway{gateway::Gateway::NewStub(channel)}
    , m_deliver{protos::Deliver::NewStub(channel)}
{
}

bool GatewayConnection::isResting() const
{
    return m_rest.isResting(std::chrono::steady_clock::now());
}

void GatewayConnection::mend(const CallTime &time)
{
    if (m_channel->GetState(true) == GRPC_CHANNEL_TRANSIENT_FAILURE) {
        m_channel->WaitForStateChange(GRPC_CHANNEL_TRANSIENT_FAILURE,
                                      std::chrono::system_clock::now()
                                          + std::min(kMending, time.remaining()));
    }
}

GatewayResult<> GatewayConnection::judge(GatewayCall call, const grpc::Status &status,
                                         const CallTime &time)
{
    if (status.ok()) {
        m_rest.worked();
        return {};
    }
    if (time.isStopped()) {
        return std::unexpected{gatewayError(Trouble::Cancelled, ErrorCode::Cancelled, "stopped")};
    }
    GatewayError error = gatewayError(call, status, m_endpoint);
    if (error.trouble == Trouble::Cancelled) { // by the gateway, which is going down
        error = gatewayError(call, {grpc::StatusCode::UNAVAILABLE, "cancelled"}, m_endpoint);
    }
    // A transaction that is not in a block yet says nothing about the gateway.
    if (error.trouble == Trouble::TooLate && call != GatewayCall::CommitStatus) {
        m_rest.hung(std::chrono::steady_clock::now());
    } else if (error.trouble == Trouble::GatewayLost) {
        m_rest.lost(std::chrono::steady_clock::now());
    }
    return std::unexpected{std::move(error)};
}

GatewayResult<gateway::EvaluateResponse>
GatewayConnection::evaluate(const gateway::EvaluateRequest &request, const CallTime &time)
{
    mend(time);
    CallContext context{time};
    gateway::EvaluateResponse response;
    KEEPWELL_CHECK(
        judge(GatewayCall::Evaluate, m_gateway->Evaluate(context.get(), request, &response), time));
    return response;
}

GatewayResult<gateway::EndorseResponse>
GatewayConnection::endorse(const gateway::EndorseRequest &request, const CallTime &time)
{
    mend(time);
    CallContext context{time};
    gateway::EndorseResponse response;
    KEEPWELL_CHECK(
        judge(GatewayCall::Endorse, m_gateway->Endorse(context.get(), request, &response), time));
    return response;
}

GatewayResult<> GatewayConnection::submit(const gateway::SubmitRequest &request,
                                          const CallTime &time)
{
    mend(time);
    CallContext context{time};
    gateway::SubmitResponse response;
    return judge(GatewayCall::Submit, m_gateway->Submit(context.get(), request, &response), time);
}

GatewayResult<gateway::CommitStatusResponse>
GatewayConnection::commitStatus(const gateway::SignedCommitStatusRequest &request,
                                const CallTime &time)
{
    mend(time);
    CallContext context{time};
    gateway::CommitStatusResponse response;
    KEEPWELL_CHECK(judge(GatewayCall::CommitStatus,
                         m_gateway->CommitStatus(context.get(), request, &response), time));
    return response;
}

GatewayResult<> GatewayConnection::events(const gateway::SignedChaincodeEventsRequest &request,
                                          const TakeEvents &take, const CallTime &time)
{
    mend(time);
    CallContext context{time};
    const auto reader = m_gateway->ChaincodeEvents(context.get(), request);
    gateway::ChaincodeEventsResponse response;
    bool ended = false;
    while (!ended && reader->Read(&response)) {
        ended = !take(response);
    }
    if (ended) {
        context.cancel();
        reader->Finish();
        return {};
    }
    return judge(GatewayCall::Events, reader->Finish(), time);
}

GatewayResult<> GatewayConnection::deliver(const wire::Envelope &request, std::uint64_t first,
                                           const TakeBlock &take, const CallTime &time)
{
    mend(time);
    CallContext context{time};
    const auto stream = m_deliver->Deliver(context.get());
    protos::DeliverResponse response;
    Result<bool> goesOn = true;
    std::uint64_t next = first;
    // Nothing more will be asked: a peer that waits for more warns its operators of each caller that goes.
    const bool asked = stream->Write(request, grpc::WriteOptions{}.set_last_message());
    while (asked && goesOn && *goesOn && stream->Read(&response)) {
        if (response.type_case() == protos::DeliverResponse::kStatus) {
            context.cancel();
            stream->Finish();
            return endOfStream(response.status(), next, m_endpoint);
        }
        ++next;
        goesOn = take(bytesOf(response.block()));
    }
    if (!goesOn || !*goesOn) {
        context.cancel();
        stream->Finish();
    }
    if (!goesOn) {
        return std::unexpected{asGatewayError(goesOn.error())};
    }
    if (!*goesOn) {
        return {};
    }
    KEEPWELL_CHECK(judge(GatewayCall::Deliver, stream->Finish(), time));
    return std::unexpected{
        gatewayError(Trouble::GatewayLost, ErrorCode::Unavailable,
                     "the gateway ended its stream of blocks (" + m_endpoint + ")")};
}

} // namespace keepwell::ledger::fabric
