// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/backoff.hpp"

#include "core/base/pause.hpp"

#include <sodium.h>

#include <algorithm>

namespace keepwell::store {

bool Backoff::waitForNext(const std::stop_token &stop, std::chrono::milliseconds atLeast)
{
    if (m_triesLeft <= 1) {
        return false;
    }
    --m_triesLeft;
    const auto half = m_next / 2;
    const std::chrono::milliseconds cut{
        randombytes_uniform(static_cast<std::uint32_t>(half.count()))};
    const auto wait = std::min(kLongest, std::max(m_next - cut, atLeast));
    m_next = std::min(m_next * 2, kLongest);
    return pauseFor(stop, wait);
}

} // namespace keepwell::store
