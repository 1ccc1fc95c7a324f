// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <stop_token>

namespace keepwell::ledger {

/// Tells when others wrote to a ledger, so that nobody need ask at intervals. It asks nothing of the
/// Ledger it came from: one thread waits while another uses that one, and it may outlive it. The
/// clock that the ledger was opened with has to outlive both. One thread waits at a time.
class Changes
{
public:
    virtual ~Changes() = default;

    /// Returns when the ledger may hold more than its last head() showed; the caller then asks
    /// head(). It may be wrong now and then, and it is rare: told again soon, without a head() in
    /// between that showed more, it waits longer and longer. Out of reach it waits on.
    /// Errors: Cancelled, at once when a stop is asked for.
    virtual Result<> wait(const std::stop_token &stop) = 0;
};

} // namespace keepwell::ledger
