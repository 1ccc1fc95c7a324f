// SPDX-License-Identifier: Apache-2.0
#include "tests/core/store/ipfs/loopback_server.hpp"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace keepwell::testing {

namespace {

constexpr int kLookAgain = 20; // milliseconds between looks at the stop token

bool isReadable(int socket, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        pollfd wanted{.fd = socket, .events = POLLIN, .revents = 0};
        if (::poll(&wanted, 1, kLookAgain) > 0) {
            return true;
        }
    }
    return false;
}

/// Reads requests off one connection.
class Reader
{
public:
    Reader(int socket, std::stop_token stop) : m_socket{socket}, m_stop{std::move(stop)} {}

    std::optional<LoopbackServer::Request> next()
    {
        std::size_t end = 0;
        while ((end = m_bytes.find("\r\n\r\n")) == std::string::npos) {
            if (!more()) {
                return std::nullopt;
            }
        }
        LoopbackServer::Request request;
        const std::string head = m_bytes.substr(0, end);
        m_bytes.erase(0, end + 4);
        const std::size_t line = head.find("\r\n");
        const std::string first = head.substr(0, line);
        const std::size_t space = first.find(' ');
        request.method = first.substr(0, space);
        request.target = first.substr(space + 1, first.rfind(' ') - space - 1);
        for (std::size_t at = line; at != std::string::npos && at < head.size();) {
            const std::size_t next = head.find("\r\n", at + 2);
            const std::string header = head.substr(at + 2, next - at - 2);
            const std::size_t colon = header.find(": ");
            if (colon != std::string::npos) {
                std::string name = header.substr(0, colon);
                std::ranges::transform(name, name.begin(), [](unsigned char c) {
                    return static_cast<char>(std::tolower(c));
                });
                request.headers[name] = header.substr(colon + 2);
            }
            at = next;
        }
        const auto length = request.headers.find("content-length");
        const std::size_t size = length == request.headers.end() ? 0 : std::stoul(length->second);
        while (m_bytes.size() < size) {
            if (!more()) {
                return std::nullopt;
            }
        }
        request.body = m_bytes.substr(0, size);
        m_bytes.erase(0, size);
        return request;
    }

private:
    bool more()
    {
        char buffer[65536];
        if (!isReadable(m_socket, m_stop)) {
            return false;
        }
        const ssize_t got = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (got <= 0) {
            return false;
        }
        m_bytes.append(buffer, static_cast<std::size_t>(got));
        return true;
    }

    int m_socket;
    std::stop_token m_stop;
    std::string m_bytes;
};

} // namespace

bool LoopbackServer::Connection::send(std::string_view bytes)
{
    while (!bytes.empty() && !m_stop.stop_requested()) {
        pollfd wanted{.fd = m_socket, .events = POLLOUT, .revents = 0};
        if (::poll(&wanted, 1, kLookAgain) == 0) {
            continue;
        }
        const ssize_t sent
            = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno != EAGAIN) {
            return false;
        }
        bytes.remove_prefix(sent < 0 ? 0 : static_cast<std::size_t>(sent));
    }
    return bytes.empty();
}

void LoopbackServer::Connection::answer(int status, std::string_view body,
                                        std::string_view moreHeaders)
{
    std::string head = "HTTP/1.1 " + std::to_string(status)
        + " x\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    head.append(moreHeaders).append("\r\n").append(body);
    send(head);
}

void LoopbackServer::Connection::waitForHangUp()
{
    char byte = 0;
    while (isReadable(m_socket, m_stop) && ::recv(m_socket, &byte, 1, 0) > 0) {}
    m_isClosed = true;
}

LoopbackServer::LoopbackServer(Handler handler, const std::string &unixSocket)
    : m_handler{std::move(handler)}, m_unixSocket{unixSocket}
{
    const auto must = [](bool isDone) {
        if (!isDone) {
            std::abort();
        }
    };
    if (unixSocket.empty()) {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        must(::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) == 0);
        must(::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) == 0);
        m_port = ntohs(address.sin_port);
    } else {
        m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, unixSocket.c_str(), sizeof address.sun_path - 1);
        must(::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
    }
    must(::listen(m_listener, 64) == 0);
    m_accepting = std::jthread{[this](const std::stop_token &stop) { accept(stop); }};
}

LoopbackServer::~LoopbackServer()
{
    m_accepting.request_stop();
    m_accepting.join();
    ::close(m_listener);
    for (std::jthread &thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear();
    if (!m_unixSocket.empty()) {
        ::unlink(m_unixSocket.c_str());
    }
}

std::string LoopbackServer::address() const
{
    return m_unixSocket.empty() ? "http://127.0.0.1:" + std::to_string(m_port)
                                : "unix:" + m_unixSocket;
}

void LoopbackServer::accept(const std::stop_token &stop)
{
    while (isReadable(m_listener, stop)) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) {
            continue;
        }
        ++m_connections;
        const std::lock_guard lock{m_mutex};
        m_threads.emplace_back(
            [this, socket](const std::stop_token &ending) { serve(socket, ending); });
    }
}

void LoopbackServer::serve(int socket, const std::stop_token &stop)
{
    Reader reader{socket, stop};
    Connection connection{socket, stop};
    while (!connection.isClosed()) {
        const auto request = reader.next();
        if (!request) {
            break;
        }
        ++m_requests;
        const int now = ++m_atOnce;
        for (int most = m_mostAtOnce;
             now > most && !m_mostAtOnce.compare_exchange_weak(most, now);) {}
        m_handler(*request, connection);
        --m_atOnce;
    }
    ::close(socket);
}

} // namespace keepwell::testing
