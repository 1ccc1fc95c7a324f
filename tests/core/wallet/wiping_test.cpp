// SPDX-License-Identifier: Apache-2.0
#include "core/vault/replace_file.hpp"
#include "core/vault/vault_head.hpp"
#include "tests/core/wallet/two_wallets.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string_view>

/// Once a wallet is locked, none of its secrets is in this process any more, wherever it was on the
/// way. What is looked for is kept here in another form, so that the search does not find itself.
namespace keepwell {

using test::must;
using test::TwoWallets;

namespace {

constexpr std::byte kMask{0xA5};

Bytes masked(ByteView bytes)
{
    Bytes other;
    other.reserve(bytes.size());
    for (const std::byte byte : bytes) {
        other.push_back(byte ^ kMask);
    }
    return other;
}

struct Needle
{
    std::string name;
    Bytes bytes; ///< Masked.
};

Bytes maskedHex(ByteView bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    Bytes out;
    for (const std::byte byte : bytes) {
        for (const unsigned digit :
             {std::to_integer<unsigned>(byte) >> 4U, std::to_integer<unsigned>(byte) & 0xFU}) {
            out.push_back(static_cast<std::byte>(kDigits[digit]) ^ kMask);
        }
    }
    return out;
}

/// How often `needle` stands in the memory that this process may write.
class Memory
{
public:
    int count(const Needle &needle)
    {
        int found = 0;
        std::ifstream maps{"/proc/self/maps"};
        for (std::string line; std::getline(maps, line);) {
            unsigned long begin = 0;
            unsigned long end = 0;
            char flags[5] = {};
            if (std::sscanf(line.c_str(), "%lx-%lx %4s", &begin, &end, flags) == 3
                && flags[1] == 'w') {
                found += countIn(needle, begin, end);
            }
        }
        return found;
    }

    bool canRead() const { return m_file >= 0; }

    /// Under a sanitizer, which keeps what is freed, behind terabytes of notes of its own.
    static bool isWatched()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return true;
#elif defined(__has_feature)
        return __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
            || __has_feature(memory_sanitizer);
#else
        return false;
#endif
    }

    Memory() : m_file{::open("/proc/self/mem", O_RDONLY | O_CLOEXEC)} {}
    ~Memory() { ::close(m_file); }
    Memory(const Memory &) = delete;
    Memory &operator=(const Memory &) = delete;

private:
    int countIn(const Needle &needle, unsigned long begin, unsigned long end)
    {
        int found = 0;
        while (begin < end) {
            const auto wanted = std::min<unsigned long>(m_piece.size(), end - begin);
            const ssize_t got = ::pread(m_file, m_piece.data(), wanted, static_cast<off_t>(begin));
            if (got <= 0) {
                begin += 4096;
                continue;
            }
            for (ssize_t i = 0; i < got; ++i) {
                m_piece[static_cast<std::size_t>(i)] ^= kMask;
            }
            const std::string_view piece{reinterpret_cast<const char *>(m_piece.data()),
                                         static_cast<std::size_t>(got)};
            const std::string_view wantedBytes{reinterpret_cast<const char *>(needle.bytes.data()),
                                               needle.bytes.size()};
            const bool isOurs = begin <= reinterpret_cast<unsigned long>(m_piece.data())
                && reinterpret_cast<unsigned long>(m_piece.data()) < end;
            for (auto at = piece.find(wantedBytes); !isOurs && at != std::string_view::npos;
                 at = piece.find(wantedBytes, at + 1)) {
                ++found;
            }
            // One needle's length again, so that none is missed on the border of two pieces.
            begin += static_cast<unsigned long>(got);
            if (begin<end &&static_cast<std::size_t>(got)> needle.bytes.size()) {
                begin -= needle.bytes.size();
            }
        }
        return found;
    }

    int m_file;
    std::vector<std::byte> m_piece = std::vector<std::byte>(std::size_t{1} << 20U);
};

} // namespace

class WipingTest : public QObject
{
    Q_OBJECT

private slots:
    void lockedWallet_leavesNoSecretInMemory();
};

void WipingTest::lockedWallet_leavesNoSecretInMemory()
{
    Memory memory;
    if (!memory.canRead() || Memory::isWatched()) {
        QSKIP("skipped: memory cannot be read, or a sanitizer keeps what was freed");
    }
    TwoWallets two;
    two.pair();
    two.importRecords();
    const auto grant = two.shareAll().grant;
    must(two.clinician->sync());
    must(two.clinician->open(grant, "visit"));

    std::vector<Needle> needles;
    {
        std::string typed = toHex(crypto::Seed::random().expose());
        needles.push_back({"the passphrase", masked(bytesOf(typed))});
        const auto passphrase = crypto::SecretText::take(typed);
        must(two.patient->changePassphrase(test::secret("a test passphrase"), passphrase));
        two.patient.reset();
        two.patient = must(Wallet::unlock(two.path("patient"), passphrase, two.clock));
    }
    const auto addKey = [&needles](const std::string &name, ByteView key) {
        needles.push_back({name, masked(key)});
        needles.push_back({name + " in hex", maskedHex(key)});
    };
    {
        const auto recovery = identity::recoveryKey(two.patientSeed());
        const Bytes head = must(vault::readWhole(two.path("patient/vault.head"), 4096));
        const auto dataKey = must(must(vault::VaultHead::parse(head)).openWith(recovery));
        addKey("the data key", dataKey.expose());
        addKey("the database's key", vault::databaseKey(dataKey).expose());
        addKey("the words' key", recovery.expose());
        const auto hot = identity::hotKey(two.patientSeed(), 0);
        addKey("the hot key", hot.expose());
    }
    const auto left = [&] {
        std::string all;
        for (const Needle &needle : needles) {
            if (const int count = memory.count(needle); count > 0) {
                all += needle.name + " (" + std::to_string(count) + ") ";
            }
        }
        return all;
    };
    const std::string open = left();
    QVERIFY2(open.contains("the database's key"), ("this search can find: " + open).c_str());
    two.patient.reset();
    two.clinician.reset();
    const std::string locked = left();
    QVERIFY2(locked.empty(), locked.c_str());
}

} // namespace keepwell

QTEST_GUILESS_MAIN(keepwell::WipingTest)
#include "wiping_test.moc"
