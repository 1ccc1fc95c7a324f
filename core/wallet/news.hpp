// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/changes.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>

namespace keepwell {

/// Where the thread that waits for what others write meets those that open, close or leave the
/// network meanwhile. Any thread. Its locks are its own, and no other is taken under them.
class News
{
public:
    /// What to wait on from now on; null: the ledger is closed. Ends a wait on the one before.
    void follow(std::shared_ptr<ledger::Changes> changes);
    /// Offline, nobody listens to the network.
    void setOffline(bool offline);

    /// Returns when the ledger may hold more than was taken in. Waits on while the ledger is closed,
    /// offline or out of reach; a second caller, until the first has been told. False: stopped.
    bool wait(const std::stop_token &stop);

private:
    std::mutex m_waiting; ///< Changes are for one thread at a time.
    std::mutex m_mutex;   ///< Held for moments.
    std::condition_variable_any m_changed;
    std::shared_ptr<ledger::Changes> m_changes;
    bool m_offline = false;
    std::stop_source m_turned{std::nostopstate}; ///< Of the wait under way.
};

} // namespace keepwell
