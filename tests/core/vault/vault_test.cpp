// SPDX-License-Identifier: Apache-2.0
#include "core/vault/migrations.hpp"
#include "core/vault/setting_table.hpp"
#include "core/vault/vault.hpp"
#include "tests/core/vault/test_vault.hpp"

#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>

using namespace keepwell;
using namespace keepwell::test;
using vault::Vault;
namespace fs = std::filesystem;

namespace {

crypto::SecretText secret(std::string text) { return crypto::SecretText::take(text); }

const std::string kPassphrase = "five plain words here";

Result<> fill(vault::Database &database)
{
    return vault::SettingTable{database}.setText(vault::setting::kOwnerName, "Planted Name");
}

std::string nameIn(Vault &open)
{
    return vault::SettingTable{open.database()}
        .text(vault::setting::kOwnerName)
        ->value_or("no name");
}

int modeOf(const fs::path &path) { return static_cast<int>(fs::status(path).permissions()); }

} // namespace

class VaultTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_home = fs::path{m_folder->path().toStdString()} / "home";
    }

    void vault_opensWithItsPassphrase()
    {
        QVERIFY(!Vault::existsAt(m_home));
        {
            auto made = make();
            QVERIFY(made);
            QCOMPARE(nameIn(*made), "Planted Name");
        }
        QVERIFY(Vault::existsAt(m_home));
        auto open = Vault::unlock(m_home, secret(kPassphrase));
        QVERIFY(open);
        QCOMPARE(nameIn(*open), "Planted Name");
    }

    void vault_refusesWrongKeys()
    {
        QVERIFY(make());
        const auto before = snapshot();
        QCOMPARE(Vault::unlock(m_home, secret("five plain words her")).error().code,
                 ErrorCode::WrongKey);
        QCOMPARE(Vault::unlock(m_home, secret("")).error().code, ErrorCode::WrongKey);
        QVERIFY(snapshot() == before);
    }

    void vault_thatIsNotThereIsNotFound()
    {
        QCOMPARE(Vault::unlock(m_home, secret(kPassphrase)).error().code, ErrorCode::NotFound);
        QVERIFY(!fs::exists(m_home));
    }

    void create_refusesAWeakPassphraseAndLeavesNothing()
    {
        const auto made = Vault::create(m_home, secret("short"), m_recovery, kLow, fill);
        QCOMPARE(made.error().code, ErrorCode::InvalidInput);
        QVERIFY(!fs::exists(m_home));
    }

    void create_refusesAHomeInUseOrHalfThere()
    {
        QVERIFY(make());
        QCOMPARE(make().error().code, ErrorCode::Conflict);
        fs::remove(m_home / "vault.head");
        const std::string database = contentOf(m_home / "vault.db");
        QCOMPARE(make().error().code, ErrorCode::Conflict);
        QCOMPARE(Vault::unlock(m_home, secret(kPassphrase)).error().code, ErrorCode::Tampered);
        QVERIFY(contentOf(m_home / "vault.db") == database);
    }

    void create_thatFailsLeavesNoVault()
    {
        const auto made = Vault::create(
            m_home, secret(kPassphrase), m_recovery, kLow,
            [](vault::Database &) -> Result<> { return fail(ErrorCode::Cancelled, "stopped"); });
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
        QVERIFY(!Vault::existsAt(m_home));
        QVERIFY(make());
    }

    void create_isFinishedAfterACrash()
    {
        QVERIFY(make());
        // As a crash leaves it between the header and the last rename …
        fs::rename(m_home / "vault.db", m_home / "vault.db.new");
        auto open = Vault::unlock(m_home, secret(kPassphrase));
        QVERIFY(open);
        QCOMPARE(nameIn(*open), "Planted Name");
        // … and before the header.
        const fs::path other = m_folder->path().toStdString() + "/other";
        fs::create_directory(other);
        writeFile(other / "vault.db.new", "half");
        QVERIFY(Vault::create(other, secret(kPassphrase), m_recovery, kLow, fill));
    }

    void home_isPrivateAndHoldsNothingReadable()
    {
        const auto made = make();
        QCOMPARE(modeOf(m_home), 0700);
        std::set<std::string> names;
        for (const auto &entry : fs::directory_iterator{m_home}) {
            names.insert(entry.path().filename());
            QCOMPARE(modeOf(entry.path()), 0600);
            QVERIFY(!contentOf(entry.path()).contains("Planted"));
        }
        const std::set<std::string> allowed{"vault.head", "vault.db", "vault.db-wal",
                                            "vault.db-shm", "lock"};
        QVERIFY(std::ranges::includes(allowed, names));
    }

    void home_isUsedOnce()
    {
        auto made = make();
        QVERIFY(made);
        const auto second = Vault::unlock(m_home, secret(kPassphrase));
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QCOMPARE(
            Vault::resetPassphrase(m_home, m_recovery, secret("another five words")).error().code,
            ErrorCode::Conflict);
        {
            const Vault closed = *std::move(made);
        }
        QVERIFY(Vault::unlock(m_home, secret(kPassphrase)));
    }

    void home_isFreeAfterItsProcessWasKilled()
    {
        QVERIFY(make());
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto open = Vault::unlock(m_home, secret(kPassphrase));
            const char answer = open ? 'y' : 'n';
            const auto written = ::write(ready[1], &answer, 1);
            while (written == 1) {
                ::pause();
            }
            ::_exit(1);
        }
        char answer = 0;
        QCOMPARE(::read(ready[0], &answer, 1), 1);
        QCOMPARE(answer, 'y');
        QCOMPARE(Vault::unlock(m_home, secret(kPassphrase)).error().code, ErrorCode::Conflict);
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(Vault::unlock(m_home, secret(kPassphrase)));
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void passphrase_canBeChangedAndReset()
    {
        {
            auto made = make();
            QCOMPARE(made->changePassphrase(secret("not the current"), secret("another five words"))
                         .error()
                         .code,
                     ErrorCode::WrongKey);
            QCOMPARE(made->changePassphrase(secret(kPassphrase), secret("short")).error().code,
                     ErrorCode::InvalidInput);
            QVERIFY(made->changePassphrase(secret(kPassphrase), secret("another five words")));
        }
        QCOMPARE(Vault::unlock(m_home, secret(kPassphrase)).error().code, ErrorCode::WrongKey);
        QVERIFY(Vault::unlock(m_home, secret("another five words")));
        QCOMPARE(Vault::resetPassphrase(m_home, identity::RecoveryKey::random(),
                                        secret("a third passphrase"))
                     .error()
                     .code,
                 ErrorCode::WrongKey);
        QVERIFY(Vault::resetPassphrase(m_home, m_recovery, secret("a third passphrase")));
        QCOMPARE(Vault::unlock(m_home, secret("another five words")).error().code,
                 ErrorCode::WrongKey);
        auto open = Vault::unlock(m_home, secret("a third passphrase"));
        QVERIFY(open);
        QCOMPARE(nameIn(*open), "Planted Name");
        QVERIFY(!fs::exists(m_home / "vault.head.new"));
    }

    void head_damagedIsNamed()
    {
        QVERIFY(make());
        const std::string good = contentOf(m_home / "vault.head");
        for (std::size_t at = 0; at < good.size(); at += 7) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x20);
            writeFile(m_home / "vault.head", bad);
            const auto code = Vault::unlock(m_home, secret(kPassphrase)).error().code;
            QVERIFY2(code == ErrorCode::Tampered || code == ErrorCode::Unsupported,
                     std::to_string(at).c_str());
        }
        for (const std::string &bad : {std::string{}, good.substr(0, 100), good + "x"}) {
            writeFile(m_home / "vault.head", bad);
            QCOMPARE(Vault::unlock(m_home, secret(kPassphrase)).error().code, ErrorCode::Tampered);
            QCOMPARE(make().error().code, ErrorCode::Conflict);
        }
    }

    void database_missingOrOfAnotherWalletIsTampered()
    {
        QVERIFY(make());
        const fs::path database = m_home / "vault.db";
        const std::string good = contentOf(database);
        for (const std::string &bad : {std::string{}, good.substr(0, 4096), good.substr(0, 100),
                                       std::string(good.size(), '\0')}) {
            writeFile(database, bad);
            QCOMPARE(Vault::unlock(m_home, secret(kPassphrase)).error().code, ErrorCode::Tampered);
        }
        fs::remove(database);
        QCOMPARE(Vault::unlock(m_home, secret(kPassphrase)).error().code, ErrorCode::Tampered);
        const fs::path other = m_folder->path().toStdString() + "/other";
        QVERIFY(Vault::create(other, secret(kPassphrase), m_recovery, kLow, fill));
        fs::copy_file(other / "vault.db", database);
        QCOMPARE(Vault::unlock(m_home, secret(kPassphrase)).error().code, ErrorCode::Tampered);
    }

    void database_ofANewerProgramIsLeftAlone()
    {
        {
            auto made = make();
            QVERIFY(made->database().setUserVersion(vault::kLayout + 1));
        }
        const auto before = snapshot();
        QCOMPARE(Vault::unlock(m_home, secret(kPassphrase)).error().code, ErrorCode::Unsupported);
        QVERIFY(snapshot() == before);
    }

private:
    Result<Vault> make() const
    {
        return Vault::create(m_home, secret(kPassphrase), m_recovery, kLow, fill);
    }

    std::map<std::string, std::string> snapshot() const
    {
        std::map<std::string, std::string> files;
        for (const auto &entry : fs::directory_iterator{m_home}) {
            files[entry.path().filename()] = contentOf(entry.path());
        }
        return files;
    }

    static inline const crypto::PassphraseCost kLow = crypto::PassphraseCost::low();
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_home;
    identity::RecoveryKey m_recovery = [] {
        crypto::initialise();
        return identity::RecoveryKey::random();
    }();
};

QTEST_APPLESS_MAIN(VaultTest)
#include "vault_test.moc"
