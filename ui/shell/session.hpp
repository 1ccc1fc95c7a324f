// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/wallet.hpp"
#include "ui/tasks/task_runner.hpp"

#include <filesystem>
#include <memory>
#include <utility>

namespace keepwell::ui {

class Appearance;

/// An unlocked wallet and the work that uses it. Destroying it stops the work, waits for it, and
/// then locks the wallet; pages must be gone by then. GUI thread only.
class Session
{
public:
    Session(std::unique_ptr<Wallet> wallet, const Clock &clock, bool demo)
        : m_wallet{std::move(wallet)}, m_clock{clock}, m_demo{demo}
    {
    }

    Wallet &wallet() { return *m_wallet; }
    TaskRunner &tasks() { return m_tasks; }
    Instant now() const { return m_clock.now(); }
    bool isBusy() const { return m_tasks.pending() > 0; }
    bool isDemo() const { return m_demo; }
    bool isClinician() const { return m_wallet->role() != identity::Role::Patient; }

    /// wallet().`work` on a thread of its own, its value to `done` on the GUI thread:
    /// session.ask(this, [](Wallet &wallet, std::stop_token stop) { … }, [this](auto value) { … });
    template <class Work, class Done>
    std::stop_source ask(QObject *context, Work work, Done done)
    {
        return run(m_tasks, context, std::move(work), std::move(done));
    }

    /// The same for work that waits for others and may never end by itself: it does not count as
    /// busy, and takes none of the threads that pages need.
    template <class Work, class Done>
    std::stop_source await(QObject *context, Work work, Done done)
    {
        return run(m_waits, context, std::move(work), std::move(done));
    }

private:
    template <class Work, class Done>
    std::stop_source run(TaskRunner &runner, QObject *context, Work work, Done done)
    {
        return runner.run(
            context,
            [wallet = m_wallet.get(), work = std::move(work)](std::stop_token stop) {
                return work(*wallet, std::move(stop));
            },
            std::move(done));
    }

    std::unique_ptr<Wallet> m_wallet;
    const Clock &m_clock;
    bool m_demo;
    TaskRunner m_waits; // these two last, so that they end first
    TaskRunner m_tasks;
};

} // namespace keepwell::ui
