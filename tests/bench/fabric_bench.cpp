// SPDX-License-Identifier: Apache-2.0
// bench_fabric make NETWORK-ID COUNT            -> COUNT envelopes of different keys, in hex, one a line
// bench_fabric submit NETWORK-FILE IN-FLIGHT     <- envelopes; -> "wall cpu committed"
// bench_fabric evaluate NETWORK-FILE COUNT       -> "p50 cpu answered", one after the other
// fabric_client.mjs does the same with the official client.

#include "core/base/hex.hpp"
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/gateway/gateway_client.hpp"
#include "tests/bench/cpu_time.hpp"
#include "tests/core/contract/actor.hpp"
#include "tests/core/ledger/fabric/gateway/sent_in_memory.hpp"
#include "tests/network/network_file.hpp"

#include <algorithm>
#include <atomic>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>

namespace {

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using Seconds = std::chrono::duration<double>;
using Steady = std::chrono::steady_clock;

int make(const std::string &network, int count)
{
    const contract::NetworkId id = contract::NetworkId::parse(network).value();
    const std::string once = std::to_string(std::random_device{}());
    for (int i = 0; i < count; ++i) {
        const test::Actor actor{id, once + std::to_string(i)};
        const auto transaction = actor.next(contract::AnchorBody{.root = test::bytesNamed("root")},
                                            SystemClock{}.now());
        std::cout << toHex(contract::encode(transaction.envelope())) << '\n';
    }
    return 0;
}

int submit(GatewayClient &client, std::size_t inFlight)
{
    std::vector<Bytes> envelopes;
    for (std::string line; std::getline(std::cin, line);) {
        envelopes.push_back(fromHex(line).value());
    }
    test::SentInMemory sent; // the official client keeps nothing at all
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> committed = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < envelopes.size(); i = next++) {
            const ContractCall call{.function = "Submit",
                                    .arguments = {envelopes[i]},
                                    .transient = {},
                                    .organisations = client.organisations()};
            const contract::TxId act{crypto::sha256(envelopes[i])};
            const auto done = client.submit(act, call, sent, false,
                                            {.stop = {}, .atMost = std::chrono::minutes{2}});
            committed += done ? 1U : 0U;
            if (!done) {
                std::cerr << done.error().error.detail << '\n';
            }
        }
    };
    const auto start = Steady::now();
    const double cpu = test::cpuSeconds();
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < inFlight; ++i) {
            threads.emplace_back(work);
        }
    }
    std::cout << Seconds{Steady::now() - start}.count() << ' ' << test::cpuSeconds() - cpu << ' '
              << committed << '\n';
    return 0;
}

int evaluate(GatewayClient &client, int count)
{
    const ContractCall call{
        .function = "Info", .arguments = {}, .transient = {}, .organisations = {client.mspIdOf(0)}};
    std::vector<double> spent;
    const double cpu = test::cpuSeconds();
    for (int i = 0; i < count; ++i) {
        const auto start = Steady::now();
        if (client.evaluate(call)) {
            spent.push_back(Seconds{Steady::now() - start}.count());
        }
    }
    std::ranges::sort(spent);
    std::cout << (spent.empty() ? 0 : spent[spent.size() / 2]) << ' ' << test::cpuSeconds() - cpu
              << ' ' << spent.size() << '\n';
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 4) {
        std::cerr << "bench_fabric make|submit|evaluate …\n";
        return 2;
    }
    try {
        crypto::initialise();
        const std::string what = arguments[1];
        const int number = std::stoi(arguments[3]);
        if (what == "make") {
            return make(arguments[2], number);
        }
        const SystemClock clock;
        const auto client = GatewayClient::create(test::readNetworkFile(arguments[2]), clock);
        if (!client) {
            std::cerr << client.error().detail << '\n';
            return 1;
        }
        // Connected before the clock runs, as the official client is.
        if (const auto ready = (*client)->evaluate({.function = "Info"}); !ready) {
            std::cerr << ready.error().error.detail << '\n';
            return 1;
        }
        return what == "submit" ? submit(**client, static_cast<std::size_t>(number))
                                : evaluate(**client, number);
    } catch (const std::exception &wrong) {
        std::cerr << wrong.what() << '\n';
        return 1;
    }
}
