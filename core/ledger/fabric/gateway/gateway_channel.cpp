// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/gateway_channel.hpp"

#include "core/ledger/fabric/member/certificate.hpp"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <algorithm>

namespace keepwell::ledger::fabric {
namespace {

constexpr int kMostReceived = 100 * 1024 * 1024;
constexpr int kMostSent = 8 * 1024 * 1024;
constexpr std::size_t kLongestEndpoint = 300;

/// Peers end connections that ping more often than once a minute.
constexpr int kKeepaliveMs = 120'000;
constexpr int kKeepaliveTimeoutMs = 20'000;
constexpr int kFirstReconnectMs = 100;
constexpr int kLastReconnectMs = 500;
constexpr int kMostToConnectMs = 20'000; // gRPC names it the least time before it connects anew

grpc::ChannelArguments arguments()
{
    grpc::ChannelArguments settings;
    settings.SetMaxReceiveMessageSize(kMostReceived);
    settings.SetMaxSendMessageSize(kMostSent);
    settings.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMs);
    settings.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
    settings.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, kFirstReconnectMs);
    settings.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, kMostToConnectMs);
    settings.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kLastReconnectMs);
    // What is sent again, and where, is decided here and nowhere else.
    settings.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
    settings.SetInt(GRPC_ARG_SERVICE_CONFIG_DISABLE_RESOLUTION, 1);
    settings.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
    settings.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    return settings;
}

bool isEndpoint(std::string_view text)
{
    const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
    const std::size_t colon = text.rfind(':');
    return plain && text.size() <= kLongestEndpoint && colon != std::string_view::npos && colon > 0
        && colon + 1 < text.size() && text.find("//") == std::string_view::npos;
}

std::unexpected<Error> wrong(const GatewayAddress &gateway, const std::string &what)
{
    return fail(ErrorCode::InvalidInput,
                "the gateway \"" + gateway.endpoint.substr(0, kLongestEndpoint) + "\": " + what);
}

} // namespace

bool isOnThisComputer(std::string_view endpoint)
{
    return endpoint.starts_with("unix:") || endpoint.starts_with("127.")
        || endpoint.starts_with("localhost:") || endpoint.starts_with("[::1]:");
}

Result<std::shared_ptr<grpc::Channel>> openGatewayChannel(const GatewayAddress &gateway,
                                                          const FabricConfig &config)
{
    if (!isEndpoint(gateway.endpoint)) {
        return wrong(gateway, "an address is written host:port");
    }
    if (gateway.tlsCa.empty()) {
        if (!config.plaintext || !isOnThisComputer(gateway.endpoint)) {
            return wrong(gateway, "the certificate of its TLS authority is missing");
        }
        return grpc::CreateCustomChannel(gateway.endpoint, grpc::InsecureChannelCredentials(),
                                         arguments());
    }
    if (const auto authority = Certificate::parseAll(gateway.tlsCa); !authority) {
        return wrong(gateway, "its TLS authority: " + authority.error().detail);
    }
    grpc::SslCredentialsOptions options;
    options.pem_root_certs = gateway.tlsCa;
    if (config.tlsIdentity) {
        options.pem_cert_chain = config.tlsIdentity->certificate;
        options.pem_private_key = std::string{config.tlsIdentity->privateKey.expose()};
    }
    return grpc::CreateCustomChannel(gateway.endpoint, grpc::SslCredentials(options), arguments());
}

} // namespace keepwell::ledger::fabric
