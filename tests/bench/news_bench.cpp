// SPDX-License-Identifier: Apache-2.0
// bench_news PATIENT-NETWORK-FILE CLINICIAN-NETWORK-FILE FOLDER COUNT
// -> COUNT lines of milliseconds: from the commit of an opening at the patient's own peer, as its
//    contract event tells it, to the line that the patient's wallet shows without being asked.

#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/gateway/gateway_client.hpp"
#include "core/wallet/wallet.hpp"
#include "tests/network/network_file.hpp"

#include <atomic>
#include <fstream>
#include <iostream>
#include <thread>

namespace {

using namespace keepwell;
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;
namespace fabric = ledger::fabric;

constexpr auto kMostToSettle = 120s;
constexpr const char *kRecords
    = R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":
{"resourceType":"Observation","status":"final","code":{"text":"Creatinine"}}}]})";

[[noreturn]] void giveUp(const std::string &what)
{
    std::cerr << what << '\n';
    std::exit(1);
}

template <class T>
T must(Result<T> result)
{
    if (!result) {
        giveUp(result.error().detail);
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

template <class Condition>
void eventually(const char *what, const Condition &condition)
{
    const auto end = Steady::now() + kMostToSettle;
    while (!condition()) {
        if (Steady::now() > end) {
            giveUp(std::string{what} + " did not happen");
        }
        std::this_thread::sleep_for(50ms);
    }
}

crypto::SecretText passphrase()
{
    std::string text{"a passphrase of the benchmark"};
    return crypto::SecretText::take(text);
}

std::unique_ptr<Wallet> makeWallet(const std::filesystem::path &home, const char *name,
                                   identity::Role role, const char *networkFile, const Clock &clock)
{
    return must(Wallet::create({.home = home,
                                .name = name,
                                .role = role,
                                .network = must(NetworkConfig::read(networkFile)),
                                .cost = crypto::PassphraseCost::low()},
                               crypto::Seed::random(), passphrase(), clock));
}

/// When the newest contract event came from a peer.
class Commits
{
public:
    explicit Commits(const char *networkFile, const Clock &clock)
        : m_client{must(fabric::GatewayClient::create(test::readNetworkFile(networkFile), clock))}
    {
        std::uint64_t height = 0;
        const auto count = [&](ByteView) -> Result<bool> {
            ++height;
            return true;
        };
        if (!m_client->blocks(0, {.headersOnly = true}, count)) {
            giveUp("the channel cannot be read");
        }
        m_thread = std::jthread{[this, height](const std::stop_token &stop) {
            const auto note = [this](const fabric::ContractEvents &) {
                if (m_wanted.exchange(false)) {
                    m_at = Steady::now();
                }
                return true;
            };
            (void)m_client->events(0, height, note, {.stop = stop, .atMost = 1h});
        }};
    }

    void wantNext() { m_wanted = true; }
    Steady::time_point at() const { return m_at; }

private:
    std::unique_ptr<fabric::GatewayClient> m_client;
    std::atomic<bool> m_wanted = false;
    std::atomic<Steady::time_point> m_at{};
    std::jthread m_thread;
};

std::size_t openings(Wallet &wallet)
{
    ActivityFilter filter;
    filter.kinds = {"opened"};
    return must(wallet.activity(filter)).size();
}

contract::GrantId settle(Wallet &patient, Wallet &clinician, const std::filesystem::path &folder)
{
    must(patient.acceptInvite(must(clinician.createInvite())));
    eventually("pairing", [&] {
        must(patient.sync());
        must(clinician.sync());
        return must(clinician.contacts()).size() == 1;
    });
    for (Wallet *wallet : {&patient, &clinician}) {
        must(wallet->confirmContact(must(wallet->contacts()).at(0).id));
    }
    std::ofstream{folder / "records.json"} << kRecords;
    must(patient.import({folder / "records.json"}, {}));
    const auto grant
        = must(patient.share(must(patient.contacts()).at(0).id, {},
                             {.reason = "visit", .until = SystemClock{}.now() + 24h * 7}))
              .grant;
    eventually("the share", [&] {
        must(patient.sync());
        must(clinician.sync());
        const auto inbox = must(clinician.inbox());
        return !inbox.empty() && inbox.front().state == InboxState::Open;
    });
    return grant;
}

} // namespace

int main(int count, char **words)
{
    if (count != 5) {
        giveUp("bench_news PATIENT-NETWORK-FILE CLINICIAN-NETWORK-FILE FOLDER COUNT");
    }
    crypto::initialise();
    const SystemClock clock;
    const std::filesystem::path folder{words[3]};
    const auto patient
        = makeWallet(folder / "patient", "Eleanor Marsh", identity::Role::Patient, words[1], clock);
    const auto clinician = makeWallet(folder / "clinician", "Dr Amara Okafor",
                                      identity::Role::Clinician, words[2], clock);
    const contract::GrantId grant = settle(*patient, *clinician, folder);
    Commits commits{words[1], clock};
    for (std::size_t seen = 1; seen <= std::stoul(words[4]); ++seen) {
        std::atomic<Steady::time_point> shown{};
        const std::jthread watcher{[&](const std::stop_token &stop) {
            while (openings(*patient) < seen && patient->awaitNews(stop)) {}
            shown = Steady::now();
        }};
        std::this_thread::sleep_for(500ms); // it listens, and nothing of the round before comes
        commits.wantNext();
        must(clinician->open(grant, "visit"));
        eventually("the line", [&] { return shown.load() != Steady::time_point{}; });
        const std::chrono::duration<double, std::milli> took = shown.load() - commits.at();
        std::cout << took.count() << std::endl;
    }
    return 0;
}
