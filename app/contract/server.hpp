// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/contract/contract_host.hpp"
#include "app/contract/stream_loop.hpp"

#include <memory>
#include <optional>
#include <string>

namespace keepwell::contractserver {

/// PEM files of the server.
struct TlsFiles
{
    std::string certificate;
    std::string key;
    std::optional<std::string> clientCa; ///< Peers must show a certificate of it.
};

struct ServerOptions
{
    std::string address = "127.0.0.1:9999";
    std::optional<TlsFiles> tls; ///< Without it the address must be of this computer.
    LoopOptions loop;
};

/// The chaincode server: peers dial it. Thread-safe.
class Server
{
public:
    /// Listens when it returns. `host` and `log` must live as long as the server.
    /// Errors: Usage (no TLS beyond this computer), NotFound or InvalidInput (TLS files),
    /// Unavailable (the address cannot be listened on).
    static Result<std::unique_ptr<Server>> start(const ServerOptions &options,
                                                 const ContractHost &host, const Log &log);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// The port it listens on.
    int port() const;
    std::size_t streams() const;

    /// Takes no more transactions, lets those at work end until `patience` is over, then ends all
    /// streams. False: some were cut off.
    bool stop(std::chrono::milliseconds patience);

private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace keepwell::contractserver
