// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/block_range.hpp"
#include "core/ledger/fabric/gateway/call_time.hpp"
#include "core/ledger/fabric/gateway/fabric_config.hpp"
#include "core/ledger/fabric/gateway/gateway_error.hpp"
#include "core/ledger/fabric/gateway/rest.hpp"

#include <fabric/deliver.grpc.pb.h>
#include <fabric/gateway.grpc.pb.h>

#include <memory>

namespace keepwell::ledger::fabric {

/// One gateway: its connection, its calls, and whether it worked lately. Thread-safe.
class GatewayConnection
{
public:
    /// Errors: those of openGatewayChannel().
    static Result<std::unique_ptr<GatewayConnection>> open(const GatewayAddress &address,
                                                           const FabricConfig &config);

    const std::string &mspId() const { return m_mspId; }
    const std::string &endpoint() const { return m_endpoint; }
    /// It was lost a moment ago: others come first.
    bool isResting() const;

    GatewayResult<gateway::EvaluateResponse> evaluate(const gateway::EvaluateRequest &request,
                                                      const CallTime &time);
    GatewayResult<gateway::EndorseResponse> endorse(const gateway::EndorseRequest &request,
                                                    const CallTime &time);
    GatewayResult<> submit(const gateway::SubmitRequest &request, const CallTime &time);
    GatewayResult<gateway::CommitStatusResponse>
    commitStatus(const gateway::SignedCommitStatusRequest &request, const CallTime &time);

    using TakeEvents = std::function<bool(const gateway::ChaincodeEventsResponse &)>;
    GatewayResult<> events(const gateway::SignedChaincodeEventsRequest &request,
                           const TakeEvents &take, const CallTime &time);

    /// `request`: a signed seek. `first`: the number that was asked for.
    GatewayResult<> deliver(const wire::Envelope &request, std::uint64_t first,
                            const TakeBlock &take, const CallTime &time);

private:
    GatewayConnection(const GatewayAddress &address, const std::shared_ptr<grpc::Channel> &channel);

    /// gRPC gets on with a line that was lost only while somebody waits for it, and refuses calls
    /// until then: waits a little for it. Of a line that works it asks nothing.
    void mend(const CallTime &time);

    /// Notes what the outcome says about this gateway, and words it.
    GatewayResult<> judge(GatewayCall call, const grpc::Status &status, const CallTime &time);

    std::string m_mspId;
    std::string m_endpoint;
    std::shared_ptr<grpc::Channel> m_channel;
    std::unique_ptr<gateway::Gateway::Stub> m_gateway;
    std::unique_ptr<protos::Deliver::Stub> m_deliver;
    Rest m_rest;
};

} // namespace keepwell::ledger::fabric
