// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace keepwell::store {

/// A few threads and a ring of numbered slots, each with at most one piece of work under way.
/// Whoever starts work in a slot waits for that slot before it touches the slot's memory again;
/// that, and nothing else, orders the two threads. One owner thread.
class SegmentWorkers
{
public:
    /// `atOnce`: threads, as BlockStore::atOnce() wishes; at most 16, 0 for a few.
    explicit SegmentWorkers(std::size_t atOnce = 0);
    ~SegmentWorkers(); ///< Finishes what is under way, drops what has not begun.
    SegmentWorkers(const SegmentWorkers &) = delete;
    SegmentWorkers &operator=(const SegmentWorkers &) = delete;

    std::size_t slots() const { return m_slots.size(); }

    /// Precondition: wait(slot) came after the last start(slot).
    void start(std::size_t slot, std::function<Result<>()> work);
    /// What the work in this slot ended with; success when there was none.
    Result<> wait(std::size_t slot);

private:
    struct Slot
    {
        std::function<Result<>()> work;
        bool isBusy = false;
        Result<> result;
    };

    void run(const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_started;
    std::condition_variable m_done;
    std::deque<std::size_t> m_queue;
    std::vector<Slot> m_slots;
    std::size_t m_mostThreads;
    std::vector<std::jthread> m_threads; ///< Last: joins before the rest goes.
};

} // namespace keepwell::store
