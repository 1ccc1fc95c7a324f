// SPDX-License-Identifier: Apache-2.0
// bench_light NETWORK-FILE MIRROR-FILE   <- envelopes in hex, one a line
// -> "wall cpu entries proven" of a wallet without a mirror that follows the keys of all of them, the light way;
//    then "wall" with nothing new.

#include "core/base/hex.hpp"
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/fabric_ledger.hpp"
#include "tests/bench/cpu_time.hpp"
#include "tests/network/network_file.hpp"

#include <iostream>

namespace {

using namespace keepwell;
using Seconds = std::chrono::duration<double>;
using Steady = std::chrono::steady_clock;

std::vector<contract::PublicKey> keysFromInput()
{
    std::vector<contract::PublicKey> keys;
    for (std::string line; std::getline(std::cin, line);) {
        const auto envelope = contract::parseEnvelope(fromHex(line).value());
        keys.push_back(contract::parsePayload(envelope.value().payload).value().key);
    }
    return keys;
}

int measure(const std::string &networkFile, const std::string &mirror)
{
    ledger::fabric::FabricConfig config = test::readNetworkFile(networkFile);
    config.mirror = mirror;
    config.isLight = true;
    const std::vector<contract::PublicKey> keys = keysFromInput();
    const SystemClock clock;
    auto start = Steady::now();
    const double cpu = test::cpuSeconds();
    const auto ledger = ledger::FabricLedger::open(config, clock);
    if (!ledger) {
        std::cerr << ledger.error().detail << '\n';
        return 1;
    }
    (*ledger)->follow(keys);
    const auto head = (*ledger)->head();
    if (!head) {
        std::cerr << head.error().detail << '\n';
        return 1;
    }
    std::cout << Seconds{Steady::now() - start}.count() << ' ' << test::cpuSeconds() - cpu << ' '
              << head->size << ' ' << head->proven << '\n';
    start = Steady::now();
    const auto again = (*ledger)->head();
    std::cout << Seconds{Steady::now() - start}.count() << '\n';
    return again ? 0 : 1;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3) {
        std::cerr << "bench_light NETWORK-FILE MIRROR-FILE\n";
        return 2;
    }
    try {
        crypto::initialise();
        return measure(arguments[1], arguments[2]);
    } catch (const std::exception &wrong) {
        std::cerr << wrong.what() << '\n';
        return 1;
    }
}
