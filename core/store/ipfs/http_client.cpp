// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/http_client.hpp"

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

namespace keepwell::store {

namespace {

struct MultiEnd
{
    void operator()(CURLM *multi) const noexcept { curl_multi_cleanup(multi); }
};
using Multi = std::unique_ptr<CURLM, MultiEnd>;

HttpOutcome cancelled()
{
    return std::unexpected{HttpFailure{HttpFailure::Kind::Cancelled, "stopped"}};
}

Multi makeMulti()
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Multi multi{ready == CURLE_OK ? curl_multi_init() : nullptr};
    if (!multi) {
        throw std::bad_alloc{};
    }
    return multi;
}

} // namespace

/// Shared by whoever waits and by the loop. The loop alone touches `transfer`.
struct HttpExchange::State
{
    using OnStop = std::stop_callback<std::function<void()>>;

    std::optional<HttpTransfer> transfer;
    std::function<void()> wake; ///< Wakes the loop.
    std::optional<OnStop> onStop;

    std::mutex mutex;
    std::condition_variable ended;
    bool isCancelled = false;           ///< Guarded by mutex.
    bool isEnded = false;               ///< Guarded by mutex,
    std::optional<HttpOutcome> outcome; ///< and this too.

    void cancel()
    {
        const std::lock_guard lock{mutex};
        isCancelled = true;
        if (!isEnded) {
            wake();
        }
    }

    void end(HttpOutcome with)
    {
        transfer.reset();
        const std::lock_guard lock{mutex};
        outcome = std::move(with);
        isEnded = true;
        ended.notify_all();
    }

    bool wantsToEnd()
    {
        const std::lock_guard lock{mutex};
        return isCancelled;
    }

    void wait()
    {
        std::unique_lock lock{mutex};
        ended.wait(lock, [this] { return isEnded; });
    }
};

/// The thread that drives libcurl, and what it drives.
struct HttpClient::Loop
{
    using StatePtr = std::shared_ptr<HttpExchange::State>;

    HttpTransfer::Settings settings;
    Multi multi = makeMulti();
    std::mutex mutex;
    std::list<StatePtr> fresh;   ///< Guarded by mutex: handed in, not yet seen by the loop.
    std::list<StatePtr> running; ///< The loop's own.
    std::jthread thread;         ///< Last: ends before the rest goes.

    explicit Loop(HttpTransfer::Settings itsSettings) : settings{std::move(itsSettings)} {}
    ~Loop()
    {
        thread.request_stop();
        curl_multi_wakeup(multi.get());
        thread.join();
    }
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    void run(const std::stop_token &stop);
    void takeFresh();
    void endDone();
    void endCancelled(bool all);
    std::list<StatePtr>::iterator end(std::list<StatePtr>::iterator which, HttpOutcome outcome);
};

void HttpClient::Loop::run(const std::stop_token &stop)
{
    constexpr int kLongestSleep = 60'000; // Woken for everything that happens.
    while (!stop.stop_requested()) {
        takeFresh();
        int count = 0;
        curl_multi_perform(multi.get(), &count);
        endDone();
        endCancelled(false);
        curl_multi_poll(multi.get(), nullptr, 0, kLongestSleep, nullptr);
    }
    takeFresh();
    endCancelled(true);
}

void HttpClient::Loop::takeFresh()
{
    std::list<StatePtr> taken;
    {
        const std::lock_guard lock{mutex};
        taken.swap(fresh);
    }
    for (const StatePtr &state : taken) {
        curl_multi_add_handle(multi.get(), state->transfer->handle());
    }
    running.splice(running.end(), taken);
}

std::list<HttpClient::Loop::StatePtr>::iterator
HttpClient::Loop::end(std::list<StatePtr>::iterator which, HttpOutcome outcome)
{
    curl_multi_remove_handle(multi.get(), (*which)->transfer->handle());
    (*which)->end(std::move(outcome));
    return running.erase(which);
}

void HttpClient::Loop::endDone()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE) {
            continue;
        }
        const CURLcode code = message->data.result;
        for (auto at = running.begin(); at != running.end(); ++at) {
            HttpTransfer &transfer = *(*at)->transfer;
            if (transfer.handle() != message->easy_handle) {
                continue;
            }
            if (transfer.startsAgain(code)) {
                curl_multi_remove_handle(multi.get(), transfer.handle());
                curl_multi_add_handle(multi.get(), transfer.handle());
            } else {
                end(at, transfer.outcome(code));
            }
            break;
        }
    }
}

void HttpClient::Loop::endCancelled(bool all)
{
    for (auto at = running.begin(); at != running.end();) {
        at = all || (*at)->wantsToEnd() ? end(at, cancelled()) : std::next(at);
    }
}

HttpClient::HttpClient(HttpTransfer::Settings settings, unsigned mostConnections)
    : m_loop{std::make_unique<Loop>(std::move(settings))}
{
    CURLM *multi = m_loop->multi.get();
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(mostConnections));
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, static_cast<long>(mostConnections) * 2);
    m_loop->thread
        = std::jthread{[loop = m_loop.get()](const std::stop_token &stop) { loop->run(stop); }};
}

HttpClient::~HttpClient() = default;

HttpExchange HttpClient::start(HttpRequest request, const std::stop_token &stop)
{
    auto state = std::make_shared<HttpExchange::State>();
    state->transfer.emplace(std::move(request), m_loop->settings);
    state->wake = [multi = m_loop->multi.get()] { curl_multi_wakeup(multi); };
    {
        const std::lock_guard lock{m_loop->mutex};
        m_loop->fresh.push_back(state);
    }
    state->wake();
    HttpExchange exchange{state};
    state->onStop.emplace(stop, [raw = state.get()] { raw->cancel(); });
    return exchange;
}

HttpExchange::HttpExchange(std::shared_ptr<State> state) : m_state{std::move(state)} {}

HttpExchange::HttpExchange(HttpExchange &&) noexcept = default;

HttpExchange::~HttpExchange()
{
    if (m_state) {
        m_state->onStop.reset();
        m_state->cancel();
        m_state->wait();
    }
}

bool HttpExchange::endsWithin(std::chrono::milliseconds time)
{
    std::unique_lock lock{m_state->mutex};
    return m_state->ended.wait_for(lock, time, [this] { return m_state->isEnded; });
}

HttpOutcome HttpExchange::take()
{
    m_state->wait();
    const std::lock_guard lock{m_state->mutex};
    return m_state->outcome ? *std::exchange(m_state->outcome, std::nullopt) : cancelled();
}

} // namespace keepwell::store
