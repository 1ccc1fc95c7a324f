// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace keepwell {

/// Waits for `time`, or until a stop is asked for. False: stopped. Any thread.
inline bool pauseFor(const std::stop_token &stop, std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::unique_lock lock{mutex};
    std::condition_variable_any never;
    never.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

} // namespace keepwell
