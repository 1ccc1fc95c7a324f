// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/stream_loop.hpp"

#include <array>
#include <deque>

namespace keepwell::contractserver {

/// One call of Connect within a StreamLoop: at most one read and one write under way, the messages
/// that wait to be written, and the session they belong to. On the loop's thread.
class PeerCall
{
public:
    explicit PeerCall(StreamLoop &loop);
    PeerCall(const PeerCall &) = delete;
    PeerCall &operator=(const PeerCall &) = delete;

    /// What gRPC gives back when something has happened.
    enum class Event : std::size_t { Accepted, Read, Written, Finished };
    struct Tag
    {
        PeerCall *call;
        Event event;
    };

    /// Waits for a peer to call.
    void await();
    void happened(Event event, bool isGood);

    /// Nothing is under way any more; it may go.
    bool isOver() const { return m_isFinished && !m_isReading && !m_isWriting; }
    bool isAwaited() const { return !m_isAccepted; } ///< Nobody has called yet.
    bool isIdle() const;
    void refuseNew();
    void endOverdue(std::chrono::steady_clock::time_point now);
    /// Ends the stream; when `atOnce`, without what is still on its way.
    void close(bool atOnce);

private:
    void accepted();
    void read();
    void hasRead(bool isGood);
    void write();
    void hasWritten(bool isGood);
    void end(const grpc::Status &status);
    void finish();
    Tag *tag(Event event) { return &m_tags[static_cast<std::size_t>(event)]; }

    StreamLoop *m_loop;
    std::array<Tag, 4> m_tags;
    grpc::ServerContext m_context;
    grpc::ServerAsyncReaderWriter<Message, Message> m_stream;
    std::string m_peer;
    std::unique_ptr<Session> m_session;
    Message m_incoming;
    std::deque<Message> m_outgoing;
    grpc::Status m_status;
    bool m_isAccepted = false;
    bool m_isReading = false;
    bool m_isWriting = false;
    bool m_isEnding = false;
    bool m_isFinished = false;
};

} // namespace keepwell::contractserver
