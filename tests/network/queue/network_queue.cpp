// SPDX-License-Identifier: Apache-2.0
// A wallet while its network is silent: what a person's window does, timed. For queue_test.py, which
// stalls the lines, and reads the JSON this prints. Arguments: home, passphrase, a contact's name.
#include "core/crypto/sodium.hpp"
#include "core/wallet/wallet.hpp"

#include <nlohmann/json.hpp>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace keepwell;

namespace {

using Watch = std::chrono::steady_clock;

template <class Act>
double milliseconds(const Act &act)
{
    const auto begin = Watch::now();
    const auto result = act();
    const auto took = std::chrono::duration<double, std::milli>(Watch::now() - begin).count();
    if (!result) {
        std::fprintf(stderr, "network_queue: %s\n", result.error().detail.c_str());
        std::exit(1);
    }
    return took;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        return 2;
    }
    const SystemClock clock;
    std::string words{argv[2]}; // a test's, made up
    const auto wallet
        = Wallet::unlock(argv[1], crypto::SecretText::take(std::span<char>{words}), clock);
    const auto contact = wallet ? (*wallet)->findContact(argv[3]) : Result<std::int64_t>{0};
    if (!wallet || !contact) {
        return 1;
    }
    Wallet &one = **wallet;
    std::atomic<int> woken = 0;
    one.sendLater([&] { ++woken; });

    std::atomic<bool> hasEnded = false;
    std::stop_source stop;
    std::thread syncing{[&] {
        const auto report = one.sync(stop.get_token()); // its lines are stalled: it waits
        hasEnded = true;
    }};
    nlohmann::json row;
    const auto share = [&] {
        return one.share(*contact, {},
                         {.reason = "while it is silent",
                          .until = clock.now() + std::chrono::days{3},
                          .allowUnchecked = true});
    };
    Result<ShareResult> shared = share();
    for (const char *name : {"share_1", "share_2", "share_3"}) {
        row[name] = milliseconds([&] { return shared = share(); });
    }
    row["status"] = milliseconds([&] { return one.status(); });
    row["records"] = milliseconds([&] { return one.records({}); });
    row["activity"] = milliseconds([&] { return one.activity({}); });
    row["shares"] = milliseconds([&] { return one.shares(); });
    row["revoke"] = milliseconds([&] { return one.revoke({shared->grant}); });
    row["still_syncing"] = !hasEnded.load();
    row["state"] = shared->state == SendState::Queued ? "queued" : "done";
    row["woken"] = woken.load();
    stop.request_stop();
    syncing.join();
    std::printf("%s\n", row.dump().c_str());
    return 0;
}
