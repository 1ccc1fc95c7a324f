// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/whole/catch_up.hpp"
#include "tests/bench/cpu_time.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>

// bench_mirror CHANNEL-FILE MIRROR: catches a wallet up with the blocks of a file, as two organisations show them, then
// opens the mirror again. Prints "name seconds cpu-seconds" and "name count".

using namespace keepwell;
using namespace keepwell::ledger::fabric;

namespace {

/// The file: genesis hash; then per block u32 (big-endian) length and block, u32 length and its header and metadata.
class FileSource final : public BlockSource
{
public:
    FileSource(std::string msp, ByteView bytes) : m_msp{std::move(msp)}, m_bytes{bytes}
    {
        while (!bytes.empty()) {
            m_whole.push_back(take(bytes));
            m_heads.push_back(take(bytes));
        }
    }

    const std::string &msp() const override { return m_msp; }

    Result<> deliver(std::uint64_t from, BlockContent content, const Take &takeOne,
                     const ledger::Patience & /*patience*/) override
    {
        const auto &blocks = content == BlockContent::Whole ? m_whole : m_heads;
        for (std::size_t i = static_cast<std::size_t>(from); i < blocks.size(); ++i) {
            KEEPWELL_CHECK(takeOne(blocks[i]));
        }
        return {};
    }

private:
    static ByteView take(ByteView &bytes)
    {
        std::size_t size = 0;
        for (const std::byte byte : bytes.first(4)) {
            size = size << 8U | std::to_integer<std::size_t>(byte);
        }
        const ByteView one = bytes.subspan(4, size);
        bytes = bytes.subspan(4 + size);
        return one;
    }

    std::string m_msp;
    ByteView m_bytes;
    std::vector<ByteView> m_whole;
    std::vector<ByteView> m_heads;
};

template <class Work>
void measure(const char *name, Work work)
{
    const auto wall = std::chrono::steady_clock::now();
    const double cpu = test::cpuSeconds();
    const Result<> done = work();
    if (!done) {
        std::fprintf(stderr, "%s: %s\n", name, done.error().detail.c_str());
        std::exit(1);
    }
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - wall;
    std::printf("%s %.6f %.6f\n", name, passed.count(), test::cpuSeconds() - cpu);
}

long residentKiB()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss;
}

int run(const char *file, const char *mirrorFile)
{
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream content;
    content << stream.rdbuf();
    const std::string text = std::move(content).str();
    const ByteView bytes = bytesOf(text);
    ChannelOrigin origin{.channel = "keepwell-test", .contract = "keepwell"};
    std::ranges::copy(bytes.first(32), origin.genesisBlock.begin());
    FileSource one{"Org1MSP", bytes.subspan(32)};
    FileSource two{"Org2MSP", bytes.subspan(32)};
    std::array<std::byte, MirrorKey::kBytes> keyBytes{std::byte{1}};
    const MirrorKey key = MirrorKey::take(keyBytes);
    auto opened = ChainMirror::open(mirrorFile, origin, {.pin = {}, .key = &key});
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().detail.c_str());
        return 1;
    }
    const long before = residentKiB();
    std::uint64_t whole = 0;
    std::uint64_t heads = 0;
    const auto read = [&](BlockSource &source, std::uint64_t &count) -> Result<> {
        BlockSource *const sources[]{&source};
        KEEPWELL_TRY(const CaughtUp caught, catchUp(**opened, sources));
        count = caught.bytes;
        return {};
    };
    measure("whole", [&] { return read(one, whole); });
    measure("words", [&] { return read(two, heads); });
    measure("nothing_new", [&] { return read(one, heads); });
    const ledger::Head head = (*opened)->head();
    const std::uint64_t blocks = (*opened)->nextBlock();
    std::uint64_t wordBytes = 0;
    static_cast<void>(two.deliver(0, BlockContent::Headers,
                                  [&wordBytes](ByteView words) -> Result<> {
                                      wordBytes += words.size();
                                      return {};
                                  },
                                  {}));
    std::printf(
        "entries %llu\nproven %llu\nblocks %llu\nwhole_bytes %llu\nword_bytes %llu\nrss_kib %ld\n",
        static_cast<unsigned long long>(head.size - 1),
        static_cast<unsigned long long>(head.proven - 1), static_cast<unsigned long long>(blocks),
        static_cast<unsigned long long>(whole), static_cast<unsigned long long>(wordBytes),
        residentKiB() - before);
    opened->reset();
    measure("open_again", [&]() -> Result<> {
        auto again = ChainMirror::open(
            mirrorFile, origin,
            {.pin = ledger::Pin{.size = head.size, .root = head.root}, .key = &key});
        return again ? Result<>{} : std::unexpected{again.error()};
    });
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3) {
        std::fputs("bench_mirror CHANNEL-FILE MIRROR\n", stderr);
        return 2;
    }
    crypto::initialise();
    return run(arguments[1], arguments[2]);
}
