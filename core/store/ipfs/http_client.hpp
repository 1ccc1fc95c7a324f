// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/ipfs/http_transfer.hpp"

#include <memory>
#include <stop_token>

namespace keepwell::store {

/// An exchange under way. Destroyed before its end, it is cancelled, and what the request views is
/// no longer touched. One thread at a time.
class HttpExchange
{
public:
    struct State;
    explicit HttpExchange(std::shared_ptr<State> state);
    ~HttpExchange();
    HttpExchange(HttpExchange &&) noexcept;
    HttpExchange &operator=(HttpExchange &&) = delete;

    /// Whether it has ended within this time.
    bool endsWithin(std::chrono::milliseconds time);
    /// Waits for the end. Call once.
    HttpOutcome take();

private:
    std::shared_ptr<State> m_state;
};

/// Any number of exchanges together over connections that are kept open, driven by one thread of
/// its own with libcurl's multi interface (docs/decisions/0090). Thread-safe; must outlive its exchanges.
class HttpClient
{
public:
    /// `mostConnections` to one host; what is more waits its turn.
    HttpClient(HttpTransfer::Settings settings, unsigned mostConnections);
    ~HttpClient(); ///< Cancels what is under way.
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    HttpExchange start(HttpRequest request, const std::stop_token &stop = {});

private:
    struct Loop;
    std::unique_ptr<Loop> m_loop;
};

} // namespace keepwell::store
