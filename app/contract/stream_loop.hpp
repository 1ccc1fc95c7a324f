// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/session.hpp"

#include <fabric/chaincode_shim.grpc.pb.h>
#include <grpcpp/alarm.h>
#include <grpcpp/server_builder.h>

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace keepwell::contractserver {

class PeerCall;

struct LoopOptions
{
    std::string packageId; ///< What the server registers as: "label:hash".
    std::size_t mostStreams = 32;
    SessionLimits session;
};

/// All streams of all peers, on one thread: whatever happens on a stream is dealt with where it is
/// noticed, and nothing waits (docs/decisions/0108-one-thread-for-all-streams.md).
/// Any thread may call it.
class StreamLoop
{
public:
    /// `host` and `log` must live as long as the loop.
    StreamLoop(LoopOptions options, const ContractHost &host, const Log &log);
    ~StreamLoop();
    StreamLoop(const StreamLoop &) = delete;
    StreamLoop &operator=(const StreamLoop &) = delete;

    /// Before the server is built.
    void joinTo(grpc::ServerBuilder &builder);
    /// Once it is built.
    void start();

    std::size_t streams() const { return m_streams; }

    /// Takes no more transactions, lets those at work end until `patience` is over, then ends all
    /// streams. The server may be shut down after it. False: some were cut off.
    bool stop(std::chrono::milliseconds patience);

    /// Ends the thread: after the server was shut down, and before it is destroyed.
    void finish();

private:
    friend class PeerCall;
    using TimePoint = std::chrono::steady_clock::time_point;

    void run();
    void acceptNext();
    void lookAround(TimePoint now);
    void proceedStopping(TimePoint now);
    std::chrono::milliseconds pause() const;

    LoopOptions m_options;
    const ContractHost *m_host;
    const Log *m_log;
    protos::Chaincode::AsyncService m_service;
    std::unique_ptr<grpc::ServerCompletionQueue> m_queue;
    std::thread m_thread;
    std::atomic<std::size_t> m_streams = 0;

    // Of the loop's thread alone.
    std::map<PeerCall *, std::unique_ptr<PeerCall>> m_calls;
    TimePoint m_lookedAround;
    bool m_isStopping = false;
    bool m_isCutting = false;

    std::mutex m_mutex; ///< Of all that follows.
    grpc::Alarm m_alarm;
    std::optional<TimePoint> m_stopBy;
    bool m_hasStopped = false;
    bool m_wasCutOff = false;
    std::condition_variable m_stopped;
};

} // namespace keepwell::contractserver
