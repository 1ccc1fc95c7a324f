// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/contract_host.hpp"
#include "app/contract/log.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace keepwell::contractserver {

/// What one peer may make this program hold.
struct SessionLimits
{
    std::size_t workers = 16;      ///< Transactions that run at once.
    std::size_t mostWaiting = 512; ///< Transactions that wait for a worker.
    std::size_t mostAnswerBytes = 16UL * 1024 * 1024;
    std::chrono::milliseconds transaction{45'000}; ///< Longest life of one, waiting included.
};

/// The stream of one peer: many transactions at once, each with at most one request outstanding.
/// receive() belongs to the thread that reads; everything else may be called from any thread.
class Session
{
public:
    /// Writes one message to the peer, called by one thread at a time. False: the stream is gone.
    using Send = std::function<bool(const Message &)>;

    /// `host` and `log` must live as long as the session.
    Session(const ContractHost &host, const Log &log, const SessionLimits &limits, Send send);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// Says first who this is: the chaincode package's id. False: the stream is gone.
    bool open(const std::string &packageId);

    /// Takes a message of the peer. False: the peer breaks the protocol; end the stream.
    bool receive(Message message);

    /// Takes no more transactions and waits until those at work are done. False: not by `deadline`.
    bool drain(std::chrono::steady_clock::time_point deadline);

    /// The stream is gone: whatever waits for the peer fails. Returns when every worker has ended.
    void close();

    /// Transactions that run or wait.
    std::size_t atWork() const;

private:
    struct Running;
    using Place = std::pair<std::string, std::string>; ///< Channel and transaction id.
    enum class State { Created, Registered, Ready };

    bool becomeReady(const Message &message);
    bool startTransaction(const Message &message);
    void deliver(Message message);
    std::optional<std::string> whyNotTaken(const Place &place);
    void startWorkerIfNeeded();
    void work();
    void runOne(const std::shared_ptr<Running> &running);
    Completion run(Running &running, const PeerAbilities &peer);
    Result<std::string> ask(Running &running, Message::Type type, const std::string &payload);
    bool send(const Message &message);
    void complete(const Place &place, const Completion &completion);
    void sayBroken(const Place &place, std::string_view why);

    const ContractHost *m_host;
    const Log *m_log;
    SessionLimits m_limits;
    Send m_send;
    std::mutex m_sending;

    mutable std::mutex m_mutex; ///< Of all that follows.
    State m_state = State::Created;
    PeerAbilities m_peer;
    std::map<Place, std::shared_ptr<Running>> m_atWork;
    std::deque<std::shared_ptr<Running>> m_waiting;
    std::vector<std::thread> m_workers;
    std::size_t m_idle = 0;
    std::size_t m_ending = 0; ///< No more at work, but its end is still to be said.
    bool m_draining = false;
    bool m_closed = false;
    std::condition_variable m_came;  ///< Work has come, or the session closes.
    std::condition_variable m_ended; ///< Work has ended.
};

} // namespace keepwell::contractserver
