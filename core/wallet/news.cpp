// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/news.hpp"

namespace keepwell {

void News::follow(std::shared_ptr<ledger::Changes> changes)
{
    const std::lock_guard lock{m_mutex};
    m_changes = std::move(changes);
    m_turned.request_stop();
    m_changed.notify_all();
}

void News::setOffline(bool offline)
{
    const std::lock_guard lock{m_mutex};
    m_offline = offline;
    m_turned.request_stop();
    m_changed.notify_all();
}

bool News::wait(const std::stop_token &stop)
{
    const std::lock_guard one{m_waiting};
    while (true) {
        std::shared_ptr<ledger::Changes> changes;
        std::stop_source turned;
        {
            std::unique_lock lock{m_mutex};
            if (!m_changed.wait(lock, stop, [&] { return m_changes && !m_offline; })) {
                return false;
            }
            changes = m_changes;
            m_turned = turned;
        }
        const std::stop_callback onStop{stop, [&] { turned.request_stop(); }};
        if (changes->wait(turned.get_token())) {
            return true;
        }
        if (stop.stop_requested()) {
            return false;
        }
    }
}

} // namespace keepwell
