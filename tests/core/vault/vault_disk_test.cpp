// SPDX-License-Identifier: Apache-2.0
#include "core/vault/vault.hpp"
#include "tests/core/vault/test_vault.hpp"

#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

#include <cstring>

using namespace keepwell;
using namespace keepwell::test;
using vault::Vault;
namespace fs = std::filesystem;

namespace {

crypto::SecretText secret(std::string text) { return crypto::SecretText::take(text); }

/// A small disk of our own; needs the right to mount.
class SmallDisk
{
public:
    explicit SmallDisk(const char *size) : m_folder{QTemporaryDir{}.path().toStdString()}
    {
        fs::create_directories(m_folder);
        m_mounted
            = ::mount("tmpfs", m_folder.c_str(), "tmpfs", 0, (std::string{"size="} + size).c_str())
            == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted) {
            ::umount2(m_folder.c_str(), MNT_DETACH);
        }
        fs::remove(m_folder);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }
    const fs::path &folder() const { return m_folder; }

    bool makeReadOnly() const
    {
        return ::mount(nullptr, m_folder.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }
    /// Fills what is left with a file, which can be removed again.
    fs::path fill() const
    {
        const fs::path file = m_folder / "filler";
        std::ofstream stream{file, std::ios::binary};
        const std::string block(4096, 'x');
        while (stream.write(block.data(), 4096).flush()) {}
        return file;
    }

private:
    fs::path m_folder;
    bool m_mounted = false;
};

bool says(const Error &error, const char *words)
{
    return error.code == ErrorCode::Unavailable && error.detail.contains(words);
}

} // namespace

#define SMALL_DISK(name, size)                                                                     \
    const SmallDisk name{size};                                                                    \
    if (!name.isMounted()) {                                                                       \
        QSKIP("skipped: a small disk needs the right to mount a tmpfs");                           \
    }

class VaultDiskTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void create_onAFullDiskLeavesNothing()
    {
        SMALL_DISK(disk, "128k");
        const auto made = make(disk.folder() / "home");
        QVERIFY(!made);
        QVERIFY2(says(made.error(), "the disk is full"), made.error().detail.c_str());
        QVERIFY(!Vault::existsAt(disk.folder() / "home"));
        QVERIFY(!fs::exists(disk.folder() / "home" / "vault.db.new"));
    }

    void write_onAFullDiskSaysSoAndLosesNothing()
    {
        SMALL_DISK(disk, "3m");
        const fs::path home = disk.folder() / "home";
        std::int64_t kept = 0;
        {
            auto made = make(home);
            QVERIFY2(made, made ? "" : made.error().detail.c_str());
            auto &database = made->database();
            QVERIFY(database.execute("CREATE TABLE big(data BLOB) STRICT;"));
            Result<> written;
            while (written) {
                written = database.run("INSERT INTO big VALUES(randomblob(20000))");
                kept += written ? 1 : 0;
            }
            QVERIFY2(says(written.error(), "the disk is full"), written.error().detail.c_str());
            QVERIFY(kept > 5);
        }
        const fs::path filler = disk.fill();
        {
            auto made = Vault::unlock(home, secret(kPassphrase));
            if (made) {
                const auto changed
                    = made->changePassphrase(secret(kPassphrase), secret("another passphrase"));
                QVERIFY(!changed);
                QVERIFY2(says(changed.error(), "the disk is full"), changed.error().detail.c_str());
            } else {
                QVERIFY2(says(made.error(), "the disk is full"), made.error().detail.c_str());
            }
        }
        fs::remove(filler);
        auto open = Vault::unlock(home, secret(kPassphrase));
        QVERIFY2(open, open ? "" : open.error().detail.c_str());
        auto rows = *open->database().prepare("SELECT count(*) FROM big");
        QVERIFY(*rows.step());
        QCOMPARE(rows.integerAt(0), kept);
        QVERIFY(open->database().checkIntegrity());
    }

    void unlock_onAReadOnlyDiskSaysSo()
    {
        SMALL_DISK(disk, "8m");
        const fs::path home = disk.folder() / "home";
        QVERIFY(make(home));
        const std::string before = contentOf(home / "vault.db");
        QVERIFY(disk.makeReadOnly());
        const auto open = Vault::unlock(home, secret(kPassphrase));
        QVERIFY(!open);
        QVERIFY2(says(open.error(), "read-only"), open.error().detail.c_str());
        const auto reset = Vault::resetPassphrase(home, m_recovery, secret("another passphrase"));
        QVERIFY(!reset);
        QVERIFY2(says(reset.error(), "read-only"), reset.error().detail.c_str());
        const auto made = make(disk.folder() / "other");
        QVERIFY(!made);
        QVERIFY2(says(made.error(), "read-only"), made.error().detail.c_str());
        QVERIFY(contentOf(home / "vault.db") == before);
    }

private:
    Result<Vault> make(const fs::path &home) const
    {
        return Vault::create(home, secret(kPassphrase), m_recovery, crypto::PassphraseCost::low(),
                             [](vault::Database &) { return Result<>{}; });
    }

    static inline const std::string kPassphrase = "five plain words here";
    identity::RecoveryKey m_recovery = [] {
        crypto::initialise();
        return identity::RecoveryKey::random();
    }();
};

QTEST_APPLESS_MAIN(VaultDiskTest)
#include "vault_disk_test.moc"
