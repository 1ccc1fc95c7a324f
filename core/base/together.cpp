// SPDX-License-Identifier: Apache-2.0
#include "core/base/together.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace keepwell {
namespace {

/// False where there can be no more threads: fewer do as well.
bool start(std::vector<std::jthread> &threads, const std::function<void()> &work)
{
    try {
        threads.emplace_back(work);
        return true;
    } catch (const std::system_error &) {
        return false;
    }
}

} // namespace

Result<> together(std::size_t count, std::size_t atOnce,
                  const std::function<Result<>(std::size_t)> &act)
{
    std::atomic<std::size_t> next{0};
    std::mutex lock;
    std::optional<Error> why;
    std::size_t where = count;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            const auto done = act(i);
            if (done) {
                continue;
            }
            const std::lock_guard locked{lock};
            next = count;
            if (i < where) {
                where = i;
                why = done.error();
            }
        }
    };
    std::vector<std::jthread> others;
    bool canStart = true;
    for (std::size_t i = 1; canStart && i < std::min(count, atOnce); ++i) {
        canStart = start(others, work);
    }
    work();
    others.clear(); // waits for them
    return why ? Result<>{std::unexpected{*std::move(why)}} : Result<>{};
}

} // namespace keepwell
