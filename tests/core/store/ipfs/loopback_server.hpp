// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"

#include <atomic>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace keepwell::testing {

/// A test double: an HTTP server on loopback (or a unix socket) that answers as a test tells it to,
/// which may be wrong, slow, cut, endless or no HTTP at all. It stands in for nodes and gateways
/// that misbehave; the tests of tests/network use real ones.
class LoopbackServer
{
public:
    struct Request
    {
        std::string method;
        std::string target;
        std::map<std::string, std::string> headers; ///< Names in lower case.
        std::string body;
    };

    /// The server's end of one connection.
    class Connection
    {
    public:
        Connection(int socket, std::stop_token stop) : m_socket{socket}, m_stop{std::move(stop)} {}
        /// Raw bytes. False: the other side is gone.
        bool send(std::string_view bytes);
        /// A whole answer.
        void answer(int status, std::string_view body, std::string_view moreHeaders = "");
        void close() { m_isClosed = true; }
        bool isClosed() const { return m_isClosed; }
        /// Until the other side hangs up or the server ends.
        void waitForHangUp();

    private:
        int m_socket;
        std::stop_token m_stop;
        bool m_isClosed = false;
    };

    using Handler = std::function<void(const Request &, Connection &)>;

    explicit LoopbackServer(Handler handler, const std::string &unixSocket = "");
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer &) = delete;
    LoopbackServer &operator=(const LoopbackServer &) = delete;

    std::string address() const; ///< "http://127.0.0.1:PORT" or "unix:PATH".
    int requests() const { return m_requests; }
    int connections() const { return m_connections; }
    int mostAtOnce() const { return m_mostAtOnce; } ///< Requests being answered together.

private:
    void accept(const std::stop_token &stop);
    void serve(int socket, const std::stop_token &stop);

    Handler m_handler;
    std::string m_unixSocket;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<int> m_requests = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_atOnce = 0;
    std::atomic<int> m_mostAtOnce = 0;
    std::mutex m_mutex;
    std::list<std::jthread> m_threads; ///< Guarded by m_mutex.
    std::jthread m_accepting;
};

} // namespace keepwell::testing
