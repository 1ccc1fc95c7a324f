// SPDX-License-Identifier: Apache-2.0
#include "app/cli/interrupt.hpp"

#include "app/cli/exit_status.hpp"

#include <pthread.h>
#include <unistd.h>

#include <csignal>

namespace keepwell::cli {

namespace {

constexpr int kWakeUp = SIGUSR1;

sigset_t awaitedSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, kWakeUp}) {
        sigaddset(&set, signal);
    }
    return set;
}

} // namespace

Interrupt::Interrupt()
{
    // Blocked here, and so in every thread made later: only the waiter below takes them.
    const sigset_t set = awaitedSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_waiter = std::jthread{[source = m_source, set](const std::stop_token &ending) mutable {
        int signal = 0;
        while (sigwait(&set, &signal) == 0 && !ending.stop_requested()) {
            if (signal != kWakeUp && !source.request_stop()) {
                _exit(exitStatus(ErrorCode::Cancelled));
            }
        }
    }};
}

Interrupt::~Interrupt()
{
    m_waiter.request_stop();
    pthread_kill(m_waiter.native_handle(), kWakeUp);
}

} // namespace keepwell::cli
