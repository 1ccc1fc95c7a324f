// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/store/ipfs/http_address.hpp"

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell::store {

/// One question to one address. What it views must outlive the exchange.
struct HttpRequest
{
    HttpAddress to;
    std::string target; ///< "/api/v0/id"
    bool isPost = false;
    std::vector<std::string> headers{};
    std::string_view secretHeader{};           ///< One more; wiped from our memory after use.
    std::vector<ByteView> body{};              ///< Sent one after the other; only of a POST.
    std::size_t mostBytes = 0;                 ///< A longer answer ends the exchange.
    std::chrono::milliseconds timeout{30'000}; ///< From the first thing done to the last byte.
    std::chrono::milliseconds silence{
        0};         ///< Ends it when nothing moves for so long; 0: no such end.
    Bytes memory{}; ///< For the answer, to be used again.
};

/// The whole of an answer.
struct HttpAnswer
{
    long status = 0;
    std::chrono::seconds retryAfter{0}; ///< As it asked, or 0.
    Bytes body;
};

/// Why there is no whole answer.
struct HttpFailure
{
    enum class Kind : std::uint8_t {
        Unreachable, ///< Nobody is there, or no way to them.
        Untrusted,   ///< TLS did not prove who is there.
        TimedOut,
        Broken,     ///< Cut, or not HTTP.
        TooLong,    ///< More than HttpRequest::mostBytes.
        Redirected, ///< Somewhere else, and we do not go there.
        Cancelled,
    };
    Kind kind;
    std::string detail; ///< What happened, without the address: "the connection was refused".
};

using HttpOutcome = std::expected<HttpAnswer, HttpFailure>;

} // namespace keepwell::store
