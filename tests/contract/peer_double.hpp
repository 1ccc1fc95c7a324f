// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/contract/ids.hpp"

#include <fabric/chaincode.pb.h>
#include <fabric/chaincode_shim.grpc.pb.h>
#include <grpcpp/channel.h>

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <thread>
#include <vector>

namespace keepwell::test {

using Message = protos::ChaincodeMessage;

/// What a wallet would have a peer ask of the contract.
struct Invocation
{
    std::vector<Bytes> arguments;
    std::map<std::string, Bytes> transient;
    Instant time;
    std::string txId; ///< 64 hex digits.
    std::string channel = "keepwell";
    std::string contract = "keepwell"; ///< Whom the transaction calls, by its headers.
};

/// The TRANSACTION message that a peer makes of it.
Message transactionMessage(const Invocation &invocation);

/// How a simulated transaction ended, and what it read and wrote.
struct Simulation
{
    bool isDone = false;
    bool isBroken = false; ///< By an ERROR message.
    wire::Response response;
    std::optional<wire::ChaincodeEvent> event;
    std::map<std::string, std::uint64_t> reads; ///< "collection\nkey" → version then; 0: not there.
    std::vector<protos::WriteRecord> writes;
    std::map<int, int> requests; ///< How many of each message type.
};

/// A test double of a Fabric peer: it speaks the peer's side of the chaincode stream and keeps the
/// state in a map with versions. It is no peer: it checks no policy and keeps no blocks.
class PeerDouble
{
public:
    struct Ways
    {
        bool batches = true;
        std::size_t mostWrites = 1000;
        std::size_t rangePage = 100;     ///< Rows in one message.
        std::size_t rangeLimit = 100000; ///< Rows of one range, then it ends silently.
        std::function<void(const Message &request, Message &reply)> lies; ///< Changes answers.
    };

    /// Opens the stream and becomes ready, unless `hello` is false.
    PeerDouble(const std::shared_ptr<grpc::Channel> &channel, const Ways &ways, bool hello = true);
    ~PeerDouble();
    PeerDouble(const PeerDouble &) = delete;
    PeerDouble &operator=(const PeerDouble &) = delete;

    /// Starts it; the stream goes on meanwhile.
    void start(const Invocation &invocation);
    /// Waits for the end. isDone is false when the stream ended before it.
    Simulation finish(const std::string &txId);
    Simulation simulate(const Invocation &invocation);

    /// Writes what it wrote, if all that it read is as it was. False: a read conflict.
    bool commit(const Simulation &simulation);

    /// Of public state (collection "") or of a collection.
    std::optional<std::string> value(const std::string &collection, const std::string &key) const;
    std::map<std::string, Bytes> rows() const; ///< Public rows without index rows.
    Bytes32 stateHash() const;
    void addOrganisation(const std::string &mspId);
    void removeOrganisation(const std::string &mspId);

    // For what no peer does.
    bool send(const Message &message);
    void holdAnswers(bool hold); ///< Requests are taken in and not answered.
    void cut();                  ///< The stream breaks.
    bool awaitEnd();             ///< Of the stream, by the server. False after 20 s.
    std::string registeredAs() const;
    std::size_t requestsHeld() const;
    void awaitRequestsHeld(std::size_t count);
    std::vector<Message> unexpected() const;

private:
    struct Row
    {
        std::string value;
        std::uint64_t version = 0;
    };
    struct Range
    {
        std::vector<std::pair<std::string, std::string>> rows;
        std::size_t next = 0;
    };

    void read();
    void take(const Message &message);
    void answer(const Message &request);
    Message answerTo(const Message &request, Simulation &simulation);
    Message get(const Message &request, Simulation &simulation, bool hashOnly);
    Message range(const Message &request);
    Message page(const Message &request, const std::string &id);
    Message write(const Message &request, std::vector<protos::WriteRecord> records,
                  Simulation &simulation);
    static std::string place(const std::string &collection, const std::string &key);

    Ways m_ways;
    std::unique_ptr<protos::Chaincode::Stub> m_stub;
    grpc::ClientContext m_context;
    std::unique_ptr<grpc::ClientReaderWriter<Message, Message>> m_stream;
    std::mutex m_sending;

    mutable std::mutex m_mutex; ///< Of all that follows.
    std::condition_variable m_changed;
    std::map<std::string, Simulation> m_simulations;
    std::map<std::string, Row> m_state;
    std::set<std::string> m_collections;
    std::map<std::string, Range> m_ranges;
    std::uint64_t m_version = 0;
    std::uint64_t m_rangeNumber = 0;
    std::string m_registeredAs;
    std::vector<Message> m_held;
    std::vector<Message> m_unexpected;
    std::mt19937_64 m_random{1};
    bool m_holds = false;
    bool m_ended = false;
    std::thread m_reader;
};

} // namespace keepwell::test
