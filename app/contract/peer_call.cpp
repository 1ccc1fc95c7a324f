// SPDX-License-Identifier: Apache-2.0
#include "app/contract/peer_call.hpp"

#include <exception>

namespace keepwell::contractserver {
namespace {

/// So many messages may wait for a peer that does not take them; then nothing more is read of it.
constexpr std::size_t kMostOutgoing = 4096;

} // namespace

PeerCall::PeerCall(StreamLoop &loop)
    : m_loop{&loop}
    , m_tags{Tag{this, Event::Accepted}, Tag{this, Event::Read}, Tag{this, Event::Written},
             Tag{this, Event::Finished}}
    , m_stream{&m_context}
{
}

void PeerCall::await()
{
    m_loop->m_service.RequestConnect(&m_context, &m_stream, m_loop->m_queue.get(),
                                     m_loop->m_queue.get(), tag(Event::Accepted));
}

void PeerCall::happened(Event event, bool isGood)
{
    switch (event) {
    case Event::Accepted:
        m_isFinished = !isGood; // Not good: the server ends, and nobody called.
        if (isGood) {
            accepted();
        }
        return;
    case Event::Read:
        m_isReading = false;
        hasRead(isGood);
        return;
    case Event::Written:
        m_isWriting = false;
        hasWritten(isGood);
        return;
    case Event::Finished:
        m_isFinished = true;
        return;
    }
}

void PeerCall::accepted()
{
    m_isAccepted = true;
    m_peer = m_context.peer();
    m_loop->acceptNext();
    if (m_loop->m_isStopping || m_loop->m_streams >= m_loop->m_options.mostStreams) {
        m_loop->m_log->line(Level::Warning, "stream-refused",
                            {{"peer", m_peer}, {"why", "as many are open as may be"}});
        end({grpc::StatusCode::RESOURCE_EXHAUSTED, "as many streams are open as may be"});
        return;
    }
    ++m_loop->m_streams;
    m_loop->m_log->line(Level::Info, "stream-opened", {{"peer", m_peer}});
    m_session = std::make_unique<Session>(
        *m_loop->m_host, *m_loop->m_log, m_loop->m_options.session,
        [this](Message message) { m_outgoing.push_back(std::move(message)); });
    m_session->open(m_loop->m_options.packageId);
    write();
    read();
}

void PeerCall::read()
{
    if (!m_isReading && !m_isEnding && m_outgoing.size() < kMostOutgoing) {
        m_isReading = true;
        m_incoming.Clear();
        m_stream.Read(&m_incoming, tag(Event::Read));
    }
}

void PeerCall::hasRead(bool isGood)
{
    if (m_isEnding) {
        return;
    }
    if (!isGood) {
        end(grpc::Status::OK);
        return;
    }
    try {
        if (!m_session->receive(std::move(m_incoming))) {
            m_loop->m_log->line(
                Level::Warning, "stream-refused",
                {{"peer", m_peer}, {"why", "the peer breaks the chaincode protocol"}});
            end({grpc::StatusCode::FAILED_PRECONDITION, "no message of the chaincode protocol"});
            return;
        }
    } catch (const std::exception &exception) {
        m_loop->m_log->line(Level::Error, "stream-failed",
                            {{"peer", m_peer}, {"why", exception.what()}});
        end({grpc::StatusCode::INTERNAL, "the contract server failed"});
        return;
    }
    write();
    read();
}

void PeerCall::write()
{
    if (m_isWriting || m_isEnding || m_outgoing.empty()) {
        return;
    }
    m_isWriting = true;
    grpc::WriteOptions options;
    if (m_outgoing.size() > 1) {
        options.set_buffer_hint(); // The next one follows at once: one system call for both.
    }
    m_stream.Write(m_outgoing.front(), options, tag(Event::Written));
    m_outgoing.pop_front();
}

void PeerCall::hasWritten(bool isGood)
{
    if (m_isEnding) {
        finish();
        return;
    }
    if (!isGood) {
        end(grpc::Status::CANCELLED);
        return;
    }
    write();
    read();
}

void PeerCall::end(const grpc::Status &status)
{
    if (m_isEnding) {
        return;
    }
    m_isEnding = true;
    m_status = status;
    m_outgoing.clear();
    if (m_session) {
        m_session.reset();
        --m_loop->m_streams;
        m_loop->m_log->line(Level::Info, "stream-closed", {{"peer", m_peer}});
    }
    if (m_isWriting) {
        m_context.TryCancel(); // A peer that reads nothing would hold it up.
    } else {
        finish();
    }
}

void PeerCall::finish() { m_stream.Finish(m_status, tag(Event::Finished)); }

bool PeerCall::isIdle() const
{
    return !m_session || (m_session->atWork() == 0 && m_outgoing.empty() && !m_isWriting);
}

void PeerCall::refuseNew()
{
    if (m_session) {
        m_session->refuseNew();
    }
}

void PeerCall::endOverdue(std::chrono::steady_clock::time_point now)
{
    if (m_session) {
        m_session->endOverdue(now);
        write();
    }
}

void PeerCall::close(bool atOnce)
{
    if (m_isAccepted) {
        if (atOnce) {
            m_context.TryCancel();
        }
        end(grpc::Status::CANCELLED);
    }
}

} // namespace keepwell::contractserver
