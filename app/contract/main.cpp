// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exit_status.hpp"
#include "app/contract/options.hpp"
#include "core/crypto/core_dump.hpp"
#include "core/crypto/sodium.hpp"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <thread>

namespace {

using namespace keepwell;
using namespace keepwell::contractserver;

int sayError(const Error &error)
{
    std::fprintf(stderr, "keepwell-contract: %s\n", error.detail.c_str());
    return cli::exitStatus(error.code);
}

/// Blocked in every thread that comes later; only main() waits for them.
sigset_t blockSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        sigaddset(&set, signal);
    }
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return set;
}

int awaitSignal(const sigset_t &set)
{
    int signal = 0;
    while (sigwait(&set, &signal) != 0) {}
    return signal;
}

int serve(const Options &options)
{
    const sigset_t signals = blockSignals();
    const Log log{options.log, stderr};
    const SystemClock clock;
    const ContractHost host{options.home, clock};
    auto server = Server::start(options.server, host, log);
    if (!server) {
        return sayError(server.error());
    }
    log.line(Level::Info, "listening",
             {{"address", options.server.address},
              {"port", std::int64_t{(*server)->port()}},
              {"tls", options.server.tls ? "yes" : "no"},
              {"mutual", options.server.tls && options.server.tls->clientCa ? "yes" : "no"},
              {"channel", options.home.channel},
              {"contract", options.home.contract},
              {"msp", options.home.mspId},
              {"package", options.server.loop.packageId}});
    log.line(Level::Info, "stopping", {{"signal", std::int64_t{awaitSignal(signals)}}});
    std::thread{[signals] {
        awaitSignal(signals);
        _exit(cli::exitStatus(ErrorCode::Cancelled));
    }}.detach();
    const bool areDone = (*server)->stop(options.stopWithin);
    log.line(Level::Info, "stopped", {{"cut-off", areDone ? "no" : "yes"}});
    return areDone ? 0 : cli::exitStatus(ErrorCode::Cancelled);
}

int run(int count, char **arguments)
{
    auto parsed = parseOptions(count, arguments);
    if (!parsed) {
        return sayError(parsed.error());
    }
    if (parsed->shown) {
        std::fputs(parsed->shown->c_str(), stdout);
        return std::fflush(stdout) == 0 ? 0 : cli::exitStatus(ErrorCode::Unavailable);
    }
    silenceLibraries();
    crypto::initialise();
    return serve(parsed->options);
}

} // namespace

int main(int count, char **arguments)
{
    crypto::forbidCoreDumps();
    try {
        return run(count, arguments);
    } catch (const std::exception &exception) {
        return sayError({ErrorCode::Failed, exception.what()});
    }
}
