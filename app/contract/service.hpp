// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/server.hpp"

#include <fabric/chaincode_shim.grpc.pb.h>

#include <set>

namespace keepwell::contractserver {

/// protos.Chaincode: one Session per stream, and no more of them than allowed. Thread-safe.
class ChaincodeService final : public protos::Chaincode::Service
{
public:
    using Stream = grpc::ServerReaderWriter<Message, Message>;

    /// `options`, `host` and `log` must live as long as the service.
    ChaincodeService(const ServerOptions &options, const ContractHost &host, const Log &log);

    grpc::Status Connect(grpc::ServerContext *context, Stream *stream) override;

    std::size_t streams() const;
    bool stop(std::chrono::milliseconds patience);

private:
    struct Open
    {
        grpc::ServerContext *context;
        Session *session;
        auto operator<=>(const Open &) const = default;
    };
    bool admit(const Open &open);
    void leave(const Open &open);
    void serve(Session &session, Stream &stream) const;

    const ServerOptions *m_options;
    const ContractHost *m_host;
    const Log *m_log;
    mutable std::mutex m_mutex; ///< Of all that follows.
    std::set<Open> m_open;
    bool m_stopping = false;
};

} // namespace keepwell::contractserver
