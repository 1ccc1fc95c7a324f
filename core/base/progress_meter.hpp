// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"

#include <chrono>
#include <utility>

namespace keepwell {

/// Keeps a ProgressFn's promise of about 10 calls a second, however often work reports.
/// One thread at a time.
class ProgressMeter
{
public:
    ProgressMeter(ProgressFn report, std::uint64_t total)
        : m_report{std::move(report)}, m_total{total}
    {
    }

    /// Passes it on when the last one is a tenth of a second ago, or all is done.
    void reached(std::uint64_t done)
    {
        if (!m_report) {
            return;
        }
        const auto now = std::chrono::steady_clock::now();
        if (done >= m_total || now - m_last >= std::chrono::milliseconds{100}) {
            m_last = now;
            m_report(done, m_total);
        }
    }

private:
    ProgressFn m_report;
    std::uint64_t m_total;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace keepwell
