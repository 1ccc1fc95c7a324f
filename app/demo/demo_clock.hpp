// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"

#include <algorithm>
#include <atomic>

namespace keepwell::demo {

/// A clock that stands where the story is, never ahead of the real one and never going back.
/// Thread-safe.
class DemoClock final : public Clock
{
public:
    explicit DemoClock(Instant today) : m_today{today}, m_now{today - std::chrono::days{365}} {}

    Instant now() const override { return m_now; }

    /// `daysAgo` days before today at a time of day (UTC).
    void set(int daysAgo, std::chrono::minutes timeOfDay)
    {
        using namespace std::chrono;
        const Instant wanted = floor<days>(m_today) - days{daysAgo} + timeOfDay;
        m_now = std::clamp(wanted, m_now.load() + seconds{1}, m_today);
    }

private:
    Instant m_today;
    std::atomic<Instant> m_now;
};

} // namespace keepwell::demo
