// SPDX-License-Identifier: Apache-2.0
#include "app/contract/stream_loop.hpp"

#include "app/contract/peer_call.hpp"

#include <algorithm>

namespace keepwell::contractserver {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kShortestPause{5};
constexpr milliseconds kLongestPause{1000};

} // namespace

StreamLoop::StreamLoop(LoopOptions options, const ContractHost &host, const Log &log)
    : m_options{std::move(options)}, m_host{&host}, m_log{&log}
{
}

StreamLoop::~StreamLoop() { finish(); }

void StreamLoop::finish()
{
    if (!m_queue) {
        return;
    }
    m_queue->Shutdown();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    void *unused = nullptr;
    bool isGood = false;
    while (m_queue->Next(&unused, &isGood)) {}
    m_calls.clear();
    m_queue.reset();
}

void StreamLoop::joinTo(grpc::ServerBuilder &builder)
{
    builder.RegisterService(&m_service);
    m_queue = builder.AddCompletionQueue();
}

void StreamLoop::start()
{
    m_thread = std::thread{[this] { run(); }};
}

milliseconds StreamLoop::pause() const
{
    return m_isStopping
        ? kShortestPause
        : std::clamp(m_options.session.transaction / 4, kShortestPause, kLongestPause);
}

void StreamLoop::run()
{
    acceptNext();
    for (;;) {
        void *raw = nullptr;
        bool isGood = false;
        const auto status
            = m_queue->AsyncNext(&raw, &isGood, std::chrono::system_clock::now() + pause());
        if (status == grpc::CompletionQueue::SHUTDOWN) {
            return;
        }
        if (status == grpc::CompletionQueue::GOT_EVENT && raw != nullptr) {
            const auto *tag = static_cast<PeerCall::Tag *>(raw);
            PeerCall *call = tag->call;
            call->happened(tag->event, isGood);
            if (call->isOver()) {
                m_calls.erase(call);
            }
        }
        lookAround(steady_clock::now());
    }
}

void StreamLoop::acceptNext()
{
    if (m_isStopping) {
        return;
    }
    auto call = std::make_unique<PeerCall>(*this);
    PeerCall *waiting = call.get();
    m_calls.emplace(waiting, std::move(call));
    waiting->await();
}

void StreamLoop::lookAround(TimePoint now)
{
    {
        const std::scoped_lock lock{m_mutex};
        if (m_stopBy && !m_isStopping) {
            m_isStopping = true;
            for (const auto &[call, owner] : m_calls) {
                call->refuseNew();
            }
        }
    }
    if (m_isStopping) {
        proceedStopping(now);
    }
    if (now - m_lookedAround < pause()) {
        return;
    }
    m_lookedAround = now;
    for (const auto &[call, owner] : m_calls) {
        call->endOverdue(now);
    }
}

void StreamLoop::proceedStopping(TimePoint now)
{
    const auto isAwaited = [](const auto &entry) { return entry.first->isAwaited(); };
    const auto isBusy = [](const auto &entry) { return !entry.first->isIdle(); };
    const bool areBusy = std::ranges::any_of(m_calls, isBusy);
    const std::scoped_lock lock{m_mutex};
    if (!m_isCutting && (!areBusy || now >= *m_stopBy)) {
        m_isCutting = true;
        m_wasCutOff = areBusy;
        for (const auto &[call, owner] : m_calls) {
            call->close(areBusy);
        }
    }
    if (m_isCutting && !m_hasStopped && std::ranges::all_of(m_calls, isAwaited)) {
        m_hasStopped = true;
        m_stopped.notify_all();
    }
}

bool StreamLoop::stop(milliseconds patience)
{
    std::unique_lock lock{m_mutex};
    if (!m_thread.joinable()) {
        return true;
    }
    if (!m_stopBy) {
        m_stopBy = steady_clock::now() + patience;
        m_alarm.Set(m_queue.get(), std::chrono::system_clock::now(), nullptr);
    }
    m_stopped.wait(lock, [this] { return m_hasStopped; });
    return !m_wasCutOff;
}

} // namespace keepwell::contractserver
