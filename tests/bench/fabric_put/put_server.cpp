// SPDX-License-Identifier: Apache-2.0
// put_server PACKAGE-ID ADDRESS: serves the contract of put_host.cpp until it is killed.
#include "app/contract/server.hpp"
#include "core/crypto/sodium.hpp"

#include <unistd.h>

#include <iostream>

int main(int count, char **arguments)
{
    using namespace keepwell;
    using namespace keepwell::contractserver;
    if (count != 3) {
        return 2;
    }
    silenceLibraries();
    crypto::initialise();
    const Log log{Level::Error, stderr};
    const SystemClock clock;
    const ContractHost host{
        {.network = {}, .channel = "keepwell", .contract = "put", .mspId = "Org1MSP"}, clock};
    ServerOptions options;
    options.loop.packageId = arguments[1];
    options.address = arguments[2];
    const auto server = Server::start(options, host, log);
    if (!server) {
        std::cerr << server.error().detail << '\n';
        return 1;
    }
    for (;;) {
        pause();
    }
}
