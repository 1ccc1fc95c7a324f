// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace keepwell::store {

/// Where a request may go: an origin without path, query, fragment or user. TLS always, but for
/// this computer: plain http is for loopback and unix sockets. Immutable value.
class HttpAddress
{
public:
    /// "https://node.example.org:8443", "http://127.0.0.1:5001", "http://[::1]:5001",
    /// "http://localhost:5001" or "unix:/absolute/path". Errors: InvalidInput saying why.
    static Result<HttpAddress> parse(std::string_view text);

    const std::string &text() const { return m_text; } ///< For people, without a slash at its end.
    const std::string &origin() const { return m_origin; } ///< What a target is appended to.
    const std::string &socket() const { return m_socket; } ///< Path of the unix socket, or empty.
    bool isOnThisComputer() const { return m_isOnThisComputer; }

private:
    HttpAddress() = default;

    std::string m_text;
    std::string m_origin;
    std::string m_socket;
    bool m_isOnThisComputer = false;
};

} // namespace keepwell::store
