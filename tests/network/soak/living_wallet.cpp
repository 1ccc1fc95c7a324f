// SPDX-License-Identifier: Apache-2.0
// A wallet that stays open for hours, as in a window: it listens, and sends from a thread of its own.
// For soak_test.py. Arguments: home, passphrase. Each line of standard input is a JSON array, an act and its
// words; each is answered by one JSON value: ["share", contact, reason] a grant, ["open", grant] a count of
// records, ["revoke", grant], ["sync"] and ["settle"] true, ["memory"] the bytes that it has in use on its heap,
// but for SQLite's, whose page caches fill up to a limit of their own.
#include "core/crypto/sodium.hpp"
#include "core/wallet/wallet.hpp"

#include <malloc.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <condition_variable>
#include <cstdio>
#include <iostream>
#include <mutex>
#include <thread>

using namespace keepwell;
using namespace std::chrono_literals;

namespace {

constexpr auto kMostToSettle = 120s;

template <class T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "living_wallet: %s\n", result.error().detail.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

/// Sends what waits whenever it is told to, until it ends.
class Sender
{
public:
    explicit Sender(Wallet &wallet) : m_wallet{wallet}
    {
        m_thread = std::jthread{[this](const std::stop_token &stop) { work(stop); }};
    }

    void wake()
    {
        const std::scoped_lock lock{m_mutex};
        m_isAsked = true;
        m_asked.notify_one();
    }

private:
    void work(const std::stop_token &stop)
    {
        std::unique_lock lock{m_mutex};
        while (m_asked.wait(lock, stop, [this] { return m_isAsked; })) {
            m_isAsked = false;
            lock.unlock();
            (void)m_wallet.sync(stop); // what could not be sent waits, and "settle" sees it
            lock.lock();
        }
    }

    Wallet &m_wallet;
    std::mutex m_mutex;
    std::condition_variable_any m_asked;
    bool m_isAsked = false;
    std::jthread m_thread;
};

void settle(Wallet &wallet, Sender &sender)
{
    const auto end = std::chrono::steady_clock::now() + kMostToSettle;
    while (must(wallet.status()).outbox > 0) {
        if (std::chrono::steady_clock::now() > end) {
            must<void>(fail(ErrorCode::Unavailable, "the outbox is stuck"));
        }
        sender.wake();
        std::this_thread::sleep_for(200ms);
    }
}

nlohmann::json act(Wallet &wallet, Sender &sender, const std::vector<std::string> &words)
{
    const std::string &what = words.at(0);
    if (what == "share") {
        const ShareTerms terms{.reason = words.at(2), .until = SystemClock{}.now() + 24h * 3};
        return must(wallet.share(must(wallet.findContact(words.at(1))), {}, terms)).grant.toHex();
    }
    if (what == "open") {
        must(wallet.sync());
        const auto opened = must(wallet.open(must(wallet.findGrant(words.at(1))), "r"));
        return opened->records();
    }
    if (what == "revoke") {
        must(wallet.revoke({must(wallet.findGrant(words.at(1)))}));
        return true;
    }
    if (what == "memory") {
        return mallinfo2().uordblks - static_cast<std::size_t>(sqlite3_memory_used());
    }
    if (what == "sync") {
        must(wallet.sync());
        return true;
    }
    settle(wallet, sender);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        return 2;
    }
    crypto::initialise();
    const SystemClock clock;
    std::string words{argv[2]}; // a test's, made up
    const auto wallet
        = must(Wallet::unlock(argv[1], crypto::SecretText::take(std::span<char>{words}), clock));
    Sender sender{*wallet};
    wallet->sendLater([&] { sender.wake(); });
    const std::jthread listener{[&](const std::stop_token &stop) {
        while (wallet->awaitNews(stop)) {}
    }};
    for (std::string line; std::getline(std::cin, line);) {
        const auto asked = nlohmann::json::parse(line).get<std::vector<std::string>>();
        std::cout << act(*wallet, sender, asked).dump() << std::endl;
    }
    return 0;
}
