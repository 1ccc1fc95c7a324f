// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/light/together.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace keepwell::ledger::fabric {

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
    {
        std::vector<std::jthread> others;
        try {
            for (std::size_t i = 1; i < std::min(count, atOnce); ++i) {
                others.emplace_back(work);
            }
        } catch (const std::system_error &) {
            // Fewer threads do as well.
        }
        work();
    }
    return why ? Result<>{std::unexpected{*std::move(why)}} : Result<>{};
}

} // namespace keepwell::ledger::fabric
