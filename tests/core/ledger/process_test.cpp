// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/embedded/ledger_check.hpp"
#include "tests/core/ledger/ledger_fixture.hpp"

#include <QTest>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <set>

using namespace keepwell;
using namespace keepwell::test;

namespace {

/// Runs `work` in a process of its own; its result is the exit status.
template <class Work>
pid_t inChild(Work work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(work());
    }
    return child;
}

int statusOf(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

struct Pipe
{
    Pipe()
    {
        if (::pipe(ends.data()) != 0) {
            qFatal("no pipe");
        }
    }
    ~Pipe()
    {
        ::close(ends[0]);
        if (ends[1] >= 0) {
            ::close(ends[1]);
        }
    }
    void closeWriter()
    {
        ::close(ends[1]);
        ends[1] = -1;
    }
    std::array<int, 2> ends{-1, -1};
};

/// Appends `count` anchors, acknowledging each by writing its id into `pipe`.
int appendAndAcknowledge(const LedgerFolder &place, const std::string &name, int count, int pipe)
{
    const auto ledger = place.tryOpen();
    if (!ledger) {
        return 1;
    }
    Actor actor{(*ledger)->info().network, name};
    for (int i = 0; i < count; ++i) {
        const auto entry = (*ledger)->submit(
            actor.next(contract::AnchorBody{bytesNamed(std::to_string(i))}, kStart).envelope());
        if (!entry) {
            return 2;
        }
        actor.accepted(entry->envelope.id());
        const Bytes32 id = entry->envelope.id().bytes();
        if (pipe >= 0 && ::write(pipe, id.data(), id.size()) != ssize_t(id.size())) {
            return 3;
        }
    }
    return 0;
}

std::vector<contract::TxId> readAcknowledged(int pipe)
{
    std::vector<contract::TxId> ids;
    Bytes32 id{};
    while (::read(pipe, id.data(), id.size()) == ssize_t(id.size())) {
        ids.emplace_back(id);
    }
    return ids;
}

std::set<contract::TxId> committedIds(const LedgerFolder &place)
{
    std::set<contract::TxId> ids;
    const auto entries = place.open()->entries(1, 1'000'000).value();
    for (const auto &entry : entries) {
        ids.insert(entry.envelope.id());
    }
    return ids;
}

} // namespace

class ProcessTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void genesis_isMadeOnceInARace();
    void appends_ofSeveralProcessesAllCount();
    void killed_whileAppendingLosesNothingAcknowledged();
};

void ProcessTest::genesis_isMadeOnceInARace()
{
    for (int round = 0; round < 5; ++round) {
        const LedgerFolder place;
        Pipe pipe;
        std::vector<pid_t> children;
        for (int i = 0; i < 6; ++i) {
            children.push_back(inChild([&] {
                const auto ledger = place.tryOpen();
                if (!ledger) {
                    return 1;
                }
                const Bytes32 network = (*ledger)->info().network.bytes();
                return ::write(pipe.ends[1], network.data(), network.size()) == 32 ? 0 : 2;
            }));
        }
        for (const pid_t child : children) {
            QCOMPARE(statusOf(child), 0);
        }
        pipe.closeWriter();
        const auto networks = readAcknowledged(pipe.ends[0]);
        QCOMPARE(networks.size(), 6U);
        QCOMPARE(std::set(networks.begin(), networks.end()).size(), 1U);
        place.open().reset(); // of two that close at the same moment, neither removes the -wal
        int files = 0;
        for (const auto &file :
             std::filesystem::directory_iterator{place.folder.path().toStdString()}) {
            files += file.path().filename().string().starts_with("ledger.db") ? 1 : 0;
        }
        QVERIFY2(files == 1, "no draft is left behind");
    }
}

void ProcessTest::appends_ofSeveralProcessesAllCount()
{
    const LedgerFolder place;
    place.open().reset();
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
        children.push_back(inChild([&place, i] {
            return appendAndAcknowledge(place, "actor " + std::to_string(i), 25, -1);
        }));
    }
    for (const pid_t child : children) {
        QCOMPARE(statusOf(child), 0);
    }
    QCOMPARE(place.open()->head()->size, 101U);
    const auto report = ledger::checkLedgerFile(place.file());
    QVERIFY(report);
    QVERIFY(report->problems.empty());
}

void ProcessTest::killed_whileAppendingLosesNothingAcknowledged()
{
    const LedgerFolder place;
    place.open().reset();
    std::mt19937_64 random{4711};
    std::set<contract::TxId> acknowledged;
    const int rounds = qEnvironmentVariableIsSet("KEEPWELL_LONG") ? 300 : 20;
    for (int round = 0; round < rounds; ++round) {
        Pipe pipe;
        const pid_t child = inChild([&] {
            return appendAndAcknowledge(place, "round " + std::to_string(round), 100'000,
                                        pipe.ends[1]);
        });
        pipe.closeWriter();
        // Anywhere in the work: after a random number of acknowledged entries, in the next one.
        Bytes32 id{};
        for (auto left = random() % 30; left > 0; --left) {
            QCOMPARE(::read(pipe.ends[0], id.data(), id.size()), ssize_t(id.size()));
            acknowledged.insert(contract::TxId{id});
        }
        ::usleep(useconds_t(random() % 3000));
        ::kill(child, SIGKILL);
        QVERIFY(WIFSIGNALED(statusOf(child)));
        for (const auto &more : readAcknowledged(pipe.ends[0])) {
            acknowledged.insert(more);
        }
        const auto committed = committedIds(place);
        QVERIFY(std::ranges::includes(committed, acknowledged));
        const auto report = ledger::checkLedgerFile(place.file());
        QVERIFY(report && report->problems.empty());
        QCOMPARE(report->entries, committed.size() + 1);
    }
    QVERIFY(acknowledged.size() > 100);
}

QTEST_GUILESS_MAIN(ProcessTest)
#include "process_test.moc"
