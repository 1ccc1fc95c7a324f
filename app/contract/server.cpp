// SPDX-License-Identifier: Apache-2.0
#include "app/contract/server.hpp"

#include "app/contract/file_text.hpp"

#include <grpcpp/resource_quota.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server_builder.h>
#include <sodium.h>

namespace keepwell::contractserver {
namespace {

/// What a peer sends at most; a smaller limit would let one large proposal end the whole stream.
constexpr int kMostMessageBytes = 100 * 1024 * 1024 + 64 * 1024;
constexpr std::size_t kMostMemory = 512UL * 1024 * 1024;
constexpr int kSeconds = 1000;

Result<std::string> readPem(const std::string &file)
{
    KEEPWELL_TRY(std::string pem, readFile(file));
    if (!pem.contains("-----BEGIN ")) {
        return fail(ErrorCode::InvalidInput, "the file " + file + " is not PEM");
    }
    return pem;
}

bool isOfThisComputer(const std::string &address)
{
    return address.starts_with("127.") || address.starts_with("localhost:")
        || address.starts_with("[::1]:") || address.starts_with("unix:");
}

Result<std::shared_ptr<grpc::ServerCredentials>> credentialsFor(const ServerOptions &options)
{
    if (!options.tls) {
        if (!isOfThisComputer(options.address)) {
            return fail(ErrorCode::Usage,
                        "without TLS only an address of this computer is listened on, not "
                            + options.address);
        }
        return grpc::InsecureServerCredentials();
    }
    grpc::SslServerCredentialsOptions tls{GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE};
    KEEPWELL_TRY(std::string certificate, readPem(options.tls->certificate));
    KEEPWELL_TRY(std::string key, readPem(options.tls->key));
    tls.pem_key_cert_pairs.push_back({std::move(key), std::move(certificate)});
    if (options.tls->clientCa) {
        KEEPWELL_TRY(tls.pem_root_certs, readPem(*options.tls->clientCa));
        tls.client_certificate_request = GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY;
    }
    auto credentials = grpc::SslServerCredentials(tls);
    std::string &copy = tls.pem_key_cert_pairs.front().private_key;
    sodium_memzero(copy.data(), copy.size());
    return credentials;
}

/// Peers ping every 60 s; gRPC would end such a connection by itself.
void allowPings(grpc::ServerBuilder &builder)
{
    builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                               10 * kSeconds);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, 60 * kSeconds);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 20 * kSeconds);
}

} // namespace

struct Server::Parts
{
    Parts(const LoopOptions &options, const ContractHost &host, const Log &log)
        : loop{options, host, log}
    {
    }

    StreamLoop loop;
    std::unique_ptr<grpc::Server> server;
    int port = 0;
};

Server::Server(std::unique_ptr<Parts> parts) : m_parts{std::move(parts)} {}

Server::~Server() { stop({}); }

Result<std::unique_ptr<Server>> Server::start(const ServerOptions &options,
                                              const ContractHost &host, const Log &log)
{
    KEEPWELL_TRY(const auto credentials, credentialsFor(options));
    auto parts = std::make_unique<Parts>(options.loop, host, log);
    grpc::ResourceQuota quota{"keepwell-contract"};
    quota.Resize(kMostMemory);
    grpc::ServerBuilder builder;
    builder.SetResourceQuota(quota);
    builder.SetMaxReceiveMessageSize(kMostMessageBytes);
    builder.SetMaxSendMessageSize(kMostMessageBytes);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS,
                               static_cast<int>(options.loop.mostStreams));
    allowPings(builder);
    builder.AddListeningPort(options.address, credentials, &parts->port);
    parts->loop.joinTo(builder);
    parts->server = builder.BuildAndStart();
    if (!parts->server || parts->port == 0) {
        return fail(ErrorCode::Unavailable, "cannot listen on " + options.address);
    }
    parts->loop.start();
    return std::unique_ptr<Server>{new Server{std::move(parts)}};
}

int Server::port() const { return m_parts->port; }

std::size_t Server::streams() const { return m_parts->loop.streams(); }

bool Server::stop(std::chrono::milliseconds patience)
{
    if (!m_parts->server) {
        return true;
    }
    const bool areDone = m_parts->loop.stop(patience);
    m_parts->server->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds{1});
    m_parts->loop.finish();
    m_parts->server.reset();
    return areDone;
}

} // namespace keepwell::contractserver
