// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace keepwell {

/// Whole seconds UTC: the only resolution of time in an entry, a grant and a record.
using Instant = std::chrono::sys_seconds;

/// The fourth seam: where "now" comes from. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The computer's own clock.
class SystemClock final : public Clock
{
public:
    Instant now() const override
    {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
};

} // namespace keepwell
