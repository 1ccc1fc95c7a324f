// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/ledger.hpp"

#include <grpcpp/client_context.h>

#include <algorithm>
#include <chrono>
#include <stop_token>

namespace keepwell::ledger::fabric {

/// How long everything that serves one act may still take. A value; any thread.
class CallTime
{
public:
    using Steady = std::chrono::steady_clock;

    explicit CallTime(Patience patience)
        : m_stop{std::move(patience.stop)}, m_end{Steady::now() + patience.atMost}
    {
    }

    const std::stop_token &stop() const { return m_stop; }
    bool isStopped() const { return m_stop.stop_requested(); }
    bool isOver() const { return Steady::now() >= m_end; }
    std::chrono::milliseconds remaining() const
    {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_end - Steady::now());
        return std::max(left, std::chrono::milliseconds{0});
    }

    /// The same stop, and an end at most `most` from now.
    CallTime within(std::chrono::milliseconds most) const
    {
        CallTime shorter = *this;
        shorter.m_end = std::min(m_end, Steady::now() + most);
        return shorter;
    }

private:
    std::stop_token m_stop;
    Steady::time_point m_end;
};

/// A gRPC context that ends with the deadline, and at once when stopped. One call each.
class CallContext
{
public:
    explicit CallContext(const CallTime &time) : m_onStop{time.stop(), Cancel{&m_context}}
    {
        m_context.set_deadline(std::chrono::system_clock::now() + time.remaining());
    }
    CallContext(const CallContext &) = delete;
    CallContext &operator=(const CallContext &) = delete;

    grpc::ClientContext *get() { return &m_context; }
    void cancel() { m_context.TryCancel(); }

private:
    struct Cancel
    {
        grpc::ClientContext *context;
        void operator()() const { context->TryCancel(); }
    };
    grpc::ClientContext m_context;
    std::stop_callback<Cancel> m_onStop;
};

} // namespace keepwell::ledger::fabric
