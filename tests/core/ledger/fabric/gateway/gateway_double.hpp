// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/member/client_identity.hpp"

#include <fabric/deliver.grpc.pb.h>
#include <fabric/gateway.grpc.pb.h>
#include <grpcpp/server.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace keepwell::test {

/// What the doubles of several gateways share: which transactions stand in which block. It stands in
/// for a network in unit tests of the client, and checks nothing that a network checks.
struct ChannelDouble
{
    struct Done
    {
        int code = 0;
        std::uint64_t block = 0;
    };

    std::mutex lock;
    std::condition_variable changed;
    std::map<std::string, Done> done;     ///< By transaction id.
    std::vector<std::string> submissions; ///< Transaction ids as they came.
    std::deque<int> codes;                ///< Of the next transactions; then 0.
    std::uint64_t blocks = 6;

    /// As an orderer and the peers after it would; a known id stays as it is.
    void put(const std::string &id);
    std::size_t validCount();
};

/// A gateway of our own making, in this process.
class GatewayDouble final : public gateway::Gateway::Service
{
public:
    GatewayDouble(std::shared_ptr<ChannelDouble> channel,
                  std::vector<const ledger::fabric::ClientIdentity *> endorsers);
    ~GatewayDouble() override;

    std::string endpoint() const { return "127.0.0.1:" + std::to_string(m_port); }
    void stop();
    void start(); ///< On the same port again.

    /// What a test has it do instead of the ordinary; OK goes on to the ordinary.
    template <class Request>
    using Before = std::function<grpc::Status(grpc::ServerContext &, const Request &)>;
    Before<gateway::EvaluateRequest> onEvaluate;
    Before<gateway::EndorseRequest> onEndorse;
    Before<gateway::SubmitRequest> onSubmit;
    Before<gateway::SubmitRequest> afterSubmit;
    Before<gateway::SignedCommitStatusRequest> onCommitStatus;
    std::function<void(std::string &payload)> tamper; ///< With the prepared transaction.
    std::vector<std::string> blocks;                  ///< What Deliver shows, serialized.
    int lastStatus = 200;                             ///< 0: the stream stays open after `blocks`,
    std::atomic<int> later = 0;                       ///< and shows so many more, once there are.
    std::atomic<int> delivers = 0;                    ///< Streams of blocks that were opened.
    std::atomic<int> endorsed = 0;
    std::atomic<int> evaluated = 0;
    wire::Envelope lastSeek;

    /// Until the caller has given up.
    static grpc::Status hang(grpc::ServerContext &context);

private:
    class Blocks;
    grpc::Status Evaluate(grpc::ServerContext *context, const gateway::EvaluateRequest *request,
                          gateway::EvaluateResponse *response) override;
    grpc::Status Endorse(grpc::ServerContext *context, const gateway::EndorseRequest *request,
                         gateway::EndorseResponse *response) override;
    grpc::Status Submit(grpc::ServerContext *context, const gateway::SubmitRequest *request,
                        gateway::SubmitResponse *response) override;
    grpc::Status CommitStatus(grpc::ServerContext *context,
                              const gateway::SignedCommitStatusRequest *request,
                              gateway::CommitStatusResponse *response) override;
    grpc::Status
    ChaincodeEvents(grpc::ServerContext *context,
                    const gateway::SignedChaincodeEventsRequest *request,
                    grpc::ServerWriter<gateway::ChaincodeEventsResponse> *writer) override;

    std::shared_ptr<ChannelDouble> m_channel;
    std::vector<const ledger::fabric::ClientIdentity *> m_endorsers;
    std::unique_ptr<Blocks> m_blocks;
    std::unique_ptr<grpc::Server> m_server;
    int m_port = 0;
};

} // namespace keepwell::test
