// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <mutex>
#include <thread>

/// Two locks a wallet (docs/decisions/0115): one for the vault and everything in memory, held for
/// moments; one for the network, held as long as the network takes. Order: the network's first.
namespace keepwell {

/// The wallet's lock. Knows its holder, so that a seam can step outside while it waits for others.
class WalletMutex
{
public:
    void lock()
    {
        m_mutex.lock();
        m_holder = std::this_thread::get_id();
    }
    void unlock()
    {
        m_holder = std::thread::id{};
        m_mutex.unlock();
    }
    /// Whether the calling thread holds it.
    bool isMine() const { return m_holder == std::this_thread::get_id(); }

private:
    std::mutex m_mutex;
    std::atomic<std::thread::id> m_holder;
};

/// While it lives, others may use the wallet: the caller waits for the network. Nothing happens in
/// a thread that does not hold the lock. Nothing read from the vault before may be taken for
/// granted after, but what only network acts change.
class Outside
{
public:
    explicit Outside(WalletMutex &mutex) : m_mutex{mutex.isMine() ? &mutex : nullptr}
    {
        if (m_mutex != nullptr) {
            m_mutex->unlock();
        }
    }
    ~Outside()
    {
        if (m_mutex != nullptr) {
            m_mutex->lock();
        }
    }
    Outside(const Outside &) = delete;
    Outside &operator=(const Outside &) = delete;

private:
    WalletMutex *m_mutex;
};

/// The right to talk to the network: one act at a time. Taken by a thread that holds the wallet's
/// lock, and waited for outside of it.
class NetworkTurn
{
public:
    NetworkTurn(WalletMutex &mutex, std::mutex &network) : m_network{network, std::try_to_lock}
    {
        if (!m_network.owns_lock()) {
            const Outside outside{mutex};
            m_network.lock();
        }
    }

private:
    std::unique_lock<std::mutex> m_network;
};

} // namespace keepwell
