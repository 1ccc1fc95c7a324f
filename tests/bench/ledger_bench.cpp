// SPDX-License-Identifier: Apache-2.0
#include "core/contract/apply.hpp"
#include "core/crypto/hash.hpp"
#include "core/crypto/sodium.hpp"
#include "core/ledger/embedded/embedded_ledger.hpp"
#include "core/ledger/embedded/history.hpp"
#include "core/ledger/embedded/ledger_file.hpp"
#include "tests/bench/cpu_time.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>

using namespace keepwell;
using namespace keepwell::contract;

namespace {

const Instant kStart{std::chrono::seconds{1'800'000'000}};

class StillClock final : public Clock
{
public:
    Instant now() const override { return kStart; }
};

struct Spent
{
    double wall = 0;
    double cpu = 0;
};

template <class Work>
Spent measure(Work work)
{
    const auto wall = std::chrono::steady_clock::now();
    const double cpu = test::cpuSeconds();
    work();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - wall;
    return {.wall = passed.count(), .cpu = test::cpuSeconds() - cpu};
}

void print(const char *name, const Spent &spent)
{
    std::printf("%s %.6f %.6f\n", name, spent.wall, spent.cpu);
}

[[noreturn]] void stop(const Error &error)
{
    std::fprintf(stderr, "%s\n", error.detail.c_str());
    std::exit(1);
}

template <class T>
T must(Result<T> result)
{
    if (!result) {
        stop(result.error());
    }
    return *std::move(result);
}

/// Signs as a wallet does: knows its own last entry.
struct Signer
{
    crypto::SigningKey key = crypto::SigningKey::random();
    std::uint32_t seq = 0;
    TxId previous;

    Transaction sign(const NetworkId &network, Body body)
    {
        Payload payload{.network = network,
                        .key = key.publicKey(),
                        .seq = seq + 1,
                        .previous = seq == 0 ? TxId{network.bytes()} : previous,
                        .notAfter = kStart + std::chrono::seconds{1800},
                        .seen = {},
                        .body = std::move(body)};
        auto transaction = Transaction::sign(payload, key);
        ++seq;
        previous = transaction.id();
        return transaction;
    }
};

/// What a network does: one share, then openings and refusals of it, anchors between them.
Body bodyFor(std::size_t i, const Signer &owner, const Signer &grantee)
{
    GrantBody grant;
    grant.grant = GrantId{crypto::sha256(bytesOf(std::to_string(i / 10)))};
    if (i % 10 == 0) {
        grant.grantee = grantee.key.publicKey();
        grant.terms = {.purpose = Purpose::Treat,
                       .notBefore = kStart,
                       .expires = kStart + std::chrono::days{30},
                       .maxOpens = 0,
                       .custodian = {}};
        return grant;
    }
    if (i % 10 == 5) {
        return AnchorBody{owner.previous.bytes()};
    }
    return RequestAccessBody{grant.grant, i % 10 == 9 ? 7U : 1U, {}, {}};
}

/// Through the rules but without the wait for the disk that one submit() each would take.
void makeLedger(const std::filesystem::path &path, std::size_t count)
{
    if (auto made = ledger::LedgerFile::create(path, kStart); !made) {
        stop(made.error());
    }
    auto file = must(ledger::LedgerFile::open(path, ledger::Sqlite::Mode::ReadWrite));
    ledger::History history;
    const auto rows = must(file.rows(0, 1));
    const auto genesis = must(ledger::checkRow(rows.front(), 0, nullptr, false));
    const NetworkId network{genesis.leaf};
    MapState state;
    std::vector<Signer> owners(20);
    std::vector<Signer> grantees(20);
    const auto written = file.writing([&]() -> Result<> {
        for (std::size_t i = 0; i < count; ++i) {
            Signer &owner = owners[i / 10 % owners.size()];
            Signer &grantee = grantees[i / 10 % grantees.size()];
            const bool byOwner = i % 10 == 0 || i % 10 == 5;
            const auto transaction
                = (byOwner ? owner : grantee).sign(network, bodyFor(i, owner, grantee));
            KEEPWELL_TRY(const Outcome outcome, apply(state, transaction, kStart));
            KEEPWELL_CHECK(
                file.append({.index = static_cast<std::int64_t>(i + 1),
                             .time = kStart.time_since_epoch().count(),
                             .outcome = static_cast<std::int64_t>(outcome.code),
                             .payload = transaction.envelope().payload,
                             .signature = copyOf(ByteView{transaction.envelope().signature})}));
        }
        return {};
    });
    if (!written) {
        stop(written.error());
    }
}

struct Signed
{
    crypto::PublicKey key;
    Bytes message;
    crypto::Signature signature{};
};

std::vector<Signed> readSigned(ledger::Ledger &ledger)
{
    std::vector<Signed> all;
    const NetworkId network = ledger.info().network;
    for (const auto &entry : must(ledger.entries(1, SIZE_MAX))) {
        const auto payload = parsePayload(entry.envelope.payload);
        all.push_back({.key = payload->key,
                       .message = concat({bytesOf(std::string_view{"keepwell/1/tx\0", 14}),
                                          network.view(), entry.envelope.payload}),
                       .signature = entry.envelope.signature});
    }
    return all;
}

/// Nothing but libsodium, over as many threads as the computer has processors.
void verifyBare(const std::vector<Signed> &all)
{
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> running;
    for (std::size_t part = 0; part < threads; ++part) {
        running.emplace_back([&all, part, threads] {
            for (std::size_t i = part; i < all.size(); i += threads) {
                const auto *message
                    = reinterpret_cast<const unsigned char *>(all[i].message.data());
                if (crypto_sign_verify_detached(
                        reinterpret_cast<const unsigned char *>(all[i].signature.data()), message,
                        all[i].message.size(),
                        reinterpret_cast<const unsigned char *>(all[i].key.view().data()))
                    != 0) {
                    std::abort();
                }
            }
        });
    }
}

void benchReplay(const std::filesystem::path &path, std::size_t count)
{
    makeLedger(path, count);
    const StillClock clock;
    std::unique_ptr<ledger::EmbeddedLedger> ledger;
    print("replay", measure([&] { ledger = must(ledger::EmbeddedLedger::open(path, clock)); }));
    const auto head = must(ledger->head());
    const auto all = readSigned(*ledger);
    ledger.reset();
    print("bare_verify", measure([&] { verifyBare(all); }));
    const ledger::EmbeddedOptions pinned{
        .pin = ledger::Pin{head.size, head.root}, .mayCreate = false, .progress = {}, .stop = {}};
    print("replay_pinned",
          measure([&] { ledger = must(ledger::EmbeddedLedger::open(path, clock, pinned)); }));
}

template <class Work>
Spent medianOf(std::size_t rounds, Work work)
{
    std::vector<Spent> spent;
    for (std::size_t i = 0; i < rounds; ++i) {
        spent.push_back(measure([&] { work(i); }));
    }
    const auto middle = [&](double Spent::*field) {
        std::ranges::nth_element(spent, spent.begin() + std::ssize(spent) / 2, {}, field);
        return spent[spent.size() / 2].*field;
    };
    return {.wall = middle(&Spent::wall), .cpu = middle(&Spent::cpu)};
}

void benchSubmit(const std::filesystem::path &folder, std::size_t rounds)
{
    const StillClock clock;
    const auto ledger = must(ledger::EmbeddedLedger::open(
        folder / "submit.db", clock, {.pin = {}, .mayCreate = true, .progress = {}, .stop = {}}));
    const NetworkId network = ledger->info().network;
    Signer signer;
    const auto submit = [&](std::size_t i) {
        const auto entry = ledger->submit(
            signer.sign(network, AnchorBody{crypto::sha256(bytesOf(std::to_string(i)))})
                .envelope());
        if (!entry) {
            stop(entry.error().error);
        }
    };
    const int file
        = ::open((folder / "raw").c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    Signer peer;
    const auto writeRaw = [&](std::size_t i) {
        const auto transaction
            = peer.sign(network, AnchorBody{crypto::sha256(bytesOf(std::to_string(i)))});
        const auto bytes = encode(transaction.envelope());
        if (!crypto::verify(peer.key.publicKey(), "keepwell/1/tx",
                            {network.view(), transaction.envelope().payload},
                            transaction.envelope().signature)
            || ::write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())
            || ::fdatasync(file) != 0) {
            std::abort();
        }
    };
    // In turns, so that both meet the same disk.
    std::vector<Spent> ours;
    std::vector<Spent> raw;
    for (std::size_t turn = 0; turn < 10; ++turn) {
        ours.push_back(medianOf(rounds / 10, submit));
        raw.push_back(medianOf(rounds / 10, writeRaw));
    }
    std::ranges::sort(ours, {}, &Spent::wall);
    std::ranges::sort(raw, {}, &Spent::wall);
    print("submit", ours[5]);
    print("raw_write", raw[5]);
    ::close(file);
}

} // namespace

/// bench_ledger FOLDER ENTRIES: lines "name wall-seconds cpu-seconds" (tests/bench/bench_ledger.py).
int main(int argc, char **argv)
{
    if (argc != 3) {
        return 2;
    }
    crypto::initialise();
    const std::filesystem::path folder{argv[1]};
    benchReplay(folder / "replay.db", std::strtoul(argv[2], nullptr, 10));
    benchSubmit(folder, 500);
    return 0;
}
