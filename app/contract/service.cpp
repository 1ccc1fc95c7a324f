// SPDX-License-Identifier: Apache-2.0
#include "app/contract/service.hpp"

#include <algorithm>
#include <exception>

namespace keepwell::contractserver {

ChaincodeService::ChaincodeService(const ServerOptions &options, const ContractHost &host,
                                   const Log &log)
    : m_options{&options}, m_host{&host}, m_log{&log}
{
}

bool ChaincodeService::admit(const Open &open)
{
    const std::scoped_lock lock{m_mutex};
    if (m_stopping || m_open.size() >= m_options->mostStreams) {
        return false;
    }
    m_open.insert(open);
    return true;
}

void ChaincodeService::leave(const Open &open)
{
    const std::scoped_lock lock{m_mutex};
    m_open.erase(open);
}

void ChaincodeService::serve(Session &session, Stream &stream) const
{
    if (!session.open(m_options->packageId)) {
        return;
    }
    Message message;
    while (stream.Read(&message)) {
        if (!session.receive(std::move(message))) {
            m_log->line(Level::Warning, "stream-refused",
                        {{"why", "the peer breaks the chaincode protocol"}});
            return;
        }
        message.Clear();
    }
}

grpc::Status ChaincodeService::Connect(grpc::ServerContext *context, Stream *stream)
{
    const std::string peer = context->peer();
    Session session{*m_host, *m_log, m_options->session,
                    [stream](const Message &message) { return stream->Write(message); }};
    const Open open{.context = context, .session = &session};
    if (!admit(open)) {
        m_log->line(Level::Warning, "stream-refused",
                    {{"peer", peer}, {"why", "as many are open as may be"}});
        return {grpc::StatusCode::RESOURCE_EXHAUSTED, "as many streams are open as may be"};
    }
    m_log->line(Level::Info, "stream-opened", {{"peer", peer}});
    try {
        serve(session, *stream);
    } catch (const std::exception &exception) {
        m_log->line(Level::Error, "stream-failed", {{"peer", peer}, {"why", exception.what()}});
    }
    // A worker may be inside Write(); only a cancelled stream is sure to let it go.
    context->TryCancel();
    session.close();
    leave(open);
    m_log->line(Level::Info, "stream-closed", {{"peer", peer}});
    return grpc::Status::CANCELLED;
}

std::size_t ChaincodeService::streams() const
{
    const std::scoped_lock lock{m_mutex};
    return m_open.size();
}

bool ChaincodeService::stop(std::chrono::milliseconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    const std::scoped_lock lock{m_mutex};
    m_stopping = true;
    // Streams cannot leave while the mutex is held, so every session stays alive in here.
    bool areDone = true;
    for (const Open &open : m_open) {
        areDone = open.session->drain(deadline) && areDone;
    }
    for (const Open &open : m_open) {
        open.context->TryCancel();
    }
    return areDone;
}

} // namespace keepwell::contractserver
