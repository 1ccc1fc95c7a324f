// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/resource.h>

namespace keepwell::test {

/// Seconds of processor that this process has used, all threads, its own time and the kernel's.
inline double cpuSeconds()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

} // namespace keepwell::test
