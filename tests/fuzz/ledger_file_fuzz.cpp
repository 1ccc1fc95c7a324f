// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/embedded/embedded_ledger.hpp"
#include "core/ledger/embedded/ledger_check.hpp"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace keepwell;

namespace {

const Instant kStart{std::chrono::seconds{1'800'000'000}};

class StillClock final : public Clock
{
public:
    Instant now() const override { return kStart; }
};

void demand(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/// A small ledger in a folder of its own, closed, to be damaged again and again.
struct Original
{
    std::filesystem::path folder;
    std::filesystem::path file;
    std::string bytes;
    std::vector<ledger::Entry> entries;
    ledger::Pin pin;
    StillClock clock;

    Original()
    {
        crypto::initialise();
        std::string name
            = (std::filesystem::temp_directory_path() / "keepwell-fuzz-XXXXXX").string();
        demand(::mkdtemp(name.data()) != nullptr);
        folder = name;
        file = folder / "ledger.db";
        fill();
        std::ifstream stream{file, std::ios::binary};
        bytes.assign(std::istreambuf_iterator<char>{stream}, {});
    }
    ~Original() { std::filesystem::remove_all(folder); }
    Original(const Original &) = delete;
    Original &operator=(const Original &) = delete;

private:
    void fill()
    {
        const auto ledger = ledger::EmbeddedLedger::open(
            file, clock, {.pin = {}, .mayCreate = true, .progress = {}, .stop = {}});
        demand(ledger.has_value());
        const auto network = (*ledger)->info().network;
        const auto key = crypto::SigningKey::random();
        contract::TxId previous{network.bytes()};
        for (std::uint32_t seq = 1; seq <= 4; ++seq) {
            const contract::Payload payload{.network = network,
                                            .key = key.publicKey(),
                                            .seq = seq,
                                            .previous = previous,
                                            .notAfter = kStart + std::chrono::seconds{60},
                                            .seen = {},
                                            .body = contract::SetPointerBody{{}, seq}};
            const auto entry
                = (*ledger)->submit(contract::Transaction::sign(payload, key).envelope());
            demand(entry.has_value());
            previous = entry->envelope.id();
        }
        entries = (*ledger)->entries(0, 100).value();
        const auto head = (*ledger)->head().value();
        pin = {head.size, head.root};
    }
};

} // namespace

/// Whatever bytes of a ledger file are changed, a wallet that saw it opens exactly what it saw, or
/// nothing. Input: edits of four bytes each, offset (3, big-endian) and what to XOR with.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Original original;
    std::string damaged = original.bytes;
    for (std::size_t at = 0; at + 4 <= size && at < 64; at += 4) {
        const std::size_t offset = (std::size_t{data[at]} << 16U | std::size_t{data[at + 1]} << 8U
                                    | std::size_t{data[at + 2]})
            % damaged.size();
        damaged[offset]
            = static_cast<char>(static_cast<std::uint8_t>(damaged[offset]) ^ data[at + 3]);
    }
    for (const char *suffix : {"-wal", "-shm", "-journal"}) {
        ::unlink((original.file.string() + suffix).c_str());
    }
    std::ofstream{original.file, std::ios::binary | std::ios::trunc} << damaged;
    (void)ledger::checkLedgerFile(original.file);
    const auto opened = ledger::EmbeddedLedger::open(
        original.file, original.clock,
        {.pin = original.pin, .mayCreate = false, .progress = {}, .stop = {}});
    if (opened) {
        const auto entries = (*opened)->entries(0, 100);
        demand(!entries || *entries == original.entries);
    }
    return 0;
}
