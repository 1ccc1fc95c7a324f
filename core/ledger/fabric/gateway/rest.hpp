// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>

namespace keepwell::ledger::fabric {

/// How long a gateway that failed is left alone while there are others. One that hangs holds up who asks
/// it, so it rests for longer each time it still hangs, up to a minute. Thread-safe.
class Rest
{
public:
    using Time = std::chrono::steady_clock::time_point;

    bool isResting(Time now) const { return now < m_until.load(); }

    void worked()
    {
        m_until = Time{};
        m_next = kFirst;
    }
    /// It refused, or its line broke: to see that takes no time.
    void lost(Time now) { m_until = std::max(m_until.load(), now + kFirst); }
    /// It did not answer in time. Calls that were on their way together count once.
    void hung(Time now)
    {
        Time until = m_until.load();
        const std::chrono::seconds rest = m_next.load();
        if (until <= now && m_until.compare_exchange_strong(until, now + rest)) {
            m_next = std::min(rest * 2, kMost);
        }
    }

private:
    static constexpr std::chrono::seconds kFirst{5};
    static constexpr std::chrono::seconds kMost{60};

    std::atomic<Time> m_until{};
    std::atomic<std::chrono::seconds> m_next{kFirst};
};

} // namespace keepwell::ledger::fabric
