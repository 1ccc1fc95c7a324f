// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/invocation.hpp"
#include "app/contract/log.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace keepwell::contractserver {

/// What one peer may make this program hold.
struct SessionLimits
{
    std::size_t mostAtWork = 1000;                    ///< Transactions at once.
    std::size_t mostAnswerBytes = 16UL * 1024 * 1024; ///< In one answer.
    std::size_t mostBytes = 256UL * 1024 * 1024;      ///< Of all calls and answers at work.
    std::chrono::milliseconds transaction{45'000};    ///< Longest life of one.
};

/// The conversation with one peer: many transactions at once, each with at most one request
/// outstanding. It never blocks. One thread at a time.
class Session
{
public:
    /// Takes a message on its way to the peer.
    using Send = std::function<void(Message)>;
    using TimePoint = std::chrono::steady_clock::time_point;

    /// `host` and `log` must live as long as the session.
    Session(const ContractHost &host, const Log &log, const SessionLimits &limits, Send send);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// Says first who this is: the chaincode package's id.
    void open(const std::string &packageId);

    /// Takes a message of the peer. False: the peer breaks the protocol; end the stream.
    bool receive(Message message, TimePoint now = std::chrono::steady_clock::now());

    /// From now on new transactions are told that the program stops.
    void refuseNew() { m_refusesNew = true; }

    /// Ends what has lived for too long.
    void endOverdue(TimePoint now);

    std::size_t atWork() const { return m_atWork.size(); }

private:
    struct Running;
    using Place = std::pair<std::string, std::string>; ///< Channel and transaction id.
    enum class State { Created, Registered, Ready };

    bool becomeReady(const Message &message);
    void start(const Message &message, TimePoint now);
    std::string whyNotTaken(const Place &place, std::size_t bytes);
    void takeAnswer(Message message);
    std::string whyNotKept(std::size_t bytes) const;
    void forget(const Place &place);
    void proceed(const Place &place, Running &running);
    void complete(const Place &place, const Completion &completion);
    void logCall(const Running &running, const Completion &completion) const;

    const ContractHost *m_host;
    const Log *m_log;
    SessionLimits m_limits;
    Send m_send;
    State m_state = State::Created;
    PeerAbilities m_peer;
    std::map<Place, std::unique_ptr<Running>> m_atWork;
    std::size_t m_bytes = 0; ///< What those at work hold.
    bool m_refusesNew = false;
};

} // namespace keepwell::contractserver
