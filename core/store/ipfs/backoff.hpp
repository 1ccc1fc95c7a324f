// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <stop_token>

namespace keepwell::store {

/// The waits between the tries of one act: twice as long each time, each cut at random by up to a
/// half, so that many who failed together do not come back together. One thread at a time.
class Backoff
{
public:
    static constexpr std::chrono::milliseconds kFirst{100};
    static constexpr std::chrono::milliseconds kLongest{2'000};

    explicit Backoff(unsigned tries) : m_triesLeft{tries} {}

    /// Waits for the next try, at least `atLeast` (at most kLongest). False: no try is left, or
    /// `stop` was asked for.
    bool waitForNext(const std::stop_token &stop, std::chrono::milliseconds atLeast = {});

private:
    unsigned m_triesLeft;
    std::chrono::milliseconds m_next = kFirst;
};

} // namespace keepwell::store
