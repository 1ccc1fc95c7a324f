// SPDX-License-Identifier: Apache-2.0
#include "core/vault/replace_file.hpp"
#include "core/vault/vault.hpp"
#include "tests/core/vault/test_vault.hpp"

#include <QTest>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

using namespace keepwell;
using namespace keepwell::test;
using vault::Vault;
namespace fs = std::filesystem;

namespace {

constexpr int kRounds = 20;

crypto::SecretText secret(std::string text) { return crypto::SecretText::take(text); }

/// A child that does `work` again and again, a byte through a pipe after each, until it is killed.
class Worker
{
public:
    explicit Worker(const std::function<bool()> &work)
    {
        if (::pipe(m_pipe) != 0) {
            qFatal("no pipe");
        }
        m_child = ::fork();
        if (m_child == 0) {
            while (work() && ::write(m_pipe[1], "x", 1) == 1) {}
            ::_exit(1);
        }
    }

    /// Kills it after `times` bytes and up to `milliseconds` more.
    bool killAfter(unsigned times, int milliseconds)
    {
        char byte = 0;
        bool alive = true;
        for (unsigned i = 0; i < times && alive; ++i) {
            alive = ::read(m_pipe[0], &byte, 1) == 1;
        }
        pollfd none{.fd = -1, .events = 0, .revents = 0};
        ::poll(&none, 1, milliseconds);
        ::kill(m_child, SIGKILL);
        int status = 0;
        ::waitpid(m_child, &status, 0);
        ::close(m_pipe[0]);
        ::close(m_pipe[1]);
        return alive && WIFSIGNALED(status);
    }

private:
    int m_pipe[2] = {-1, -1};
    pid_t m_child = -1;
};

} // namespace

class VaultCrashTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void replaceFile_killedAnywhereLeavesOldOrNew()
    {
        const QTemporaryDir folder;
        const fs::path file = folder.path().toStdString() + "/vault.head";
        const Bytes one(344, std::byte{1});
        const Bytes two(300, std::byte{2});
        QVERIFY(vault::replaceFile(file, one));
        for (int round = 0; round < kRounds; ++round) {
            Worker worker{
                [&] { return vault::replaceFile(file, one) && vault::replaceFile(file, two); }};
            QVERIFY(worker.killAfter(below(20), static_cast<int>(below(3))));
            const auto left = vault::readWhole(file, 4096);
            QVERIFY(left && (*left == one || *left == two));
        }
    }

    void passphraseChange_killedAnywhereLeavesOldOrNew()
    {
        const QTemporaryDir folder;
        const fs::path home = folder.path().toStdString() + "/home";
        const auto recovery = identity::RecoveryKey::random();
        const std::string passphrases[] = {"the first passphrase", "the second passphrase"};
        QVERIFY(Vault::create(home, secret(passphrases[0]), recovery, crypto::PassphraseCost::low(),
                              [](vault::Database &) { return Result<>{}; }));
        int changed = 0;
        for (int round = 0; round < kRounds; ++round) {
            Worker worker{[&] {
                return Vault::resetPassphrase(home, recovery, secret(passphrases[1]))
                    && Vault::resetPassphrase(home, recovery, secret(passphrases[0]));
            }};
            QVERIFY(worker.killAfter(below(2), static_cast<int>(below(400))));
            const bool first = Vault::unlock(home, secret(passphrases[0])).has_value();
            changed += first ? 0 : 1;
            QVERIFY(first || Vault::unlock(home, secret(passphrases[1])));
        }
        QVERIFY(changed < kRounds);
    }

    void create_killedAnywhereLeavesNoneOrAWholeOne()
    {
        const QTemporaryDir folder;
        const auto recovery = identity::RecoveryKey::random();
        for (int round = 0; round < kRounds; ++round) {
            const fs::path home = folder.path().toStdString() + "/" + std::to_string(round);
            const auto create = [&] {
                return Vault::create(home, secret("the first passphrase"), recovery,
                                     crypto::PassphraseCost::low(), [](vault::Database &database) {
                                         return database.run(
                                             "INSERT INTO setting(name, value) VALUES('a', 'b')");
                                     });
            };
            Worker worker{[&] { return create().has_value(); }};
            worker.killAfter(0, static_cast<int>(below(300)));
            if (!Vault::existsAt(home)) {
                QVERIFY(create());
            }
            auto open = Vault::unlock(home, secret("the first passphrase"));
            QVERIFY2(open, open ? "" : open.error().detail.c_str());
            QVERIFY(open->database().run("SELECT value FROM setting WHERE name = 'a'"));
        }
    }

    void rows_acknowledgedSurviveAKill()
    {
        const QTemporaryDir folder;
        const fs::path home = folder.path().toStdString() + "/home";
        const auto recovery = identity::RecoveryKey::random();
        QVERIFY(
            Vault::create(home, secret("the first passphrase"), recovery,
                          crypto::PassphraseCost::low(), [](vault::Database &database) {
                              return database.execute(
                                  "CREATE TABLE n(i INTEGER PRIMARY KEY, pair INTEGER) STRICT;");
                          }));
        std::int64_t before = 0;
        for (int round = 0; round < kRounds; ++round) {
            const unsigned times = 1 + below(10);
            Worker worker{[&, open = std::make_shared<std::optional<Vault>>()] {
                if (!*open) {
                    *open = *Vault::unlock(home, secret("the first passphrase"));
                }
                auto &database = (*open)->database();
                auto transaction = vault::Transaction::begin(database);
                return transaction && database.run("INSERT INTO n(pair) VALUES(1)")
                    && database.run("INSERT INTO n(pair) VALUES(2)") && transaction->commit();
            }};
            QVERIFY(worker.killAfter(times, 0));
            auto open = Vault::unlock(home, secret("the first passphrase"));
            QVERIFY(open && open->database().checkIntegrity());
            auto rows = *open->database().prepare("SELECT count(*), sum(pair) FROM n");
            QVERIFY(*rows.step());
            const std::int64_t count = rows.integerAt(0);
            QVERIFY2(count >= before + 2 * static_cast<std::int64_t>(times),
                     "what was acknowledged is there");
            QCOMPARE(rows.integerAt(1) * 2, count * 3);
            before = count;
        }
    }

private:
    unsigned below(unsigned end) { return std::uniform_int_distribution{0U, end - 1}(m_random); }
    std::mt19937 m_random{20261122};
};

QTEST_APPLESS_MAIN(VaultCrashTest)
#include "vault_crash_test.moc"
