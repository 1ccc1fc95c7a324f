// SPDX-License-Identifier: Apache-2.0
#include "core/store/segment_workers.hpp"

#include <algorithm>
#include <utility>

namespace keepwell::store {

namespace {

constexpr std::size_t kMostThreads = 4;
constexpr std::size_t kMostWished = 16; ///< Each slot is a MiB.
constexpr std::size_t kSpareSlots = 2;  ///< One being filled or emptied, one waiting.

} // namespace

SegmentWorkers::SegmentWorkers(std::size_t atOnce)
    : m_mostThreads{atOnce > 0 ? std::min(atOnce, kMostWished)
                               : std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1,
                                                         kMostThreads)}
{
    m_slots.resize(m_mostThreads + kSpareSlots);
}

SegmentWorkers::~SegmentWorkers()
{
    for (std::jthread &thread : m_threads) {
        thread.request_stop();
    }
}

void SegmentWorkers::start(std::size_t slot, std::function<Result<>()> work)
{
    {
        const std::lock_guard lock{m_mutex};
        m_slots[slot].work = std::move(work);
        m_slots[slot].isBusy = true;
        m_queue.push_back(slot);
    }
    // Most objects are one segment: a thread for each is started only as the work comes.
    if (m_threads.size() < m_mostThreads) {
        m_threads.emplace_back([this](const std::stop_token &stop) { run(stop); });
    }
    m_started.notify_one();
}

Result<> SegmentWorkers::wait(std::size_t slot)
{
    std::unique_lock lock{m_mutex};
    m_done.wait(lock, [&] { return !m_slots[slot].isBusy; });
    return std::exchange(m_slots[slot].result, Result<>{});
}

void SegmentWorkers::run(const std::stop_token &stop)
{
    std::unique_lock lock{m_mutex};
    while (m_started.wait(lock, stop, [&] { return !m_queue.empty(); }) && !stop.stop_requested()) {
        Slot &slot = m_slots[m_queue.front()];
        m_queue.pop_front();
        const std::function<Result<>()> work = std::exchange(slot.work, nullptr);
        lock.unlock();
        Result<> result = work();
        lock.lock();
        slot.result = std::move(result);
        slot.isBusy = false;
        m_done.notify_all();
    }
}

} // namespace keepwell::store
