// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/embedded/ledger_check.hpp"
#include "core/ledger/embedded/sqlite.hpp"
#include "tests/core/ledger/ledger_fixture.hpp"

#include <QTest>

#include <algorithm>

using namespace keepwell;
using namespace keepwell::test;

namespace {

/// A small closed ledger of every kind of row, whose signers say which head they had seen.
class SmallLedger
{
public:
    SmallLedger()
    {
        const auto ledger = place.open();
        const auto network = ledger->info().network;
        Actor anna{network, "anna"};
        Actor doctor{network, "doctor"};
        const SharedThing thing{network, "share", doctor.key(), kStart};
        add(*ledger, anna, thing.body);
        add(*ledger, doctor, contract::RequestAccessBody{thing.body.grant, 1, {}, {}});
        add(*ledger, doctor, contract::RequestAccessBody{thing.body.grant, 7, {}, {}});
        add(*ledger, anna, contract::AnchorBody{bytesNamed("root")});
        add(*ledger, doctor, contract::AnchorBody{bytesNamed("another root")});
        entries = ledger->entries(0, 100).value();
        const auto head = ledger->head().value();
        pin = {head.size, head.root};
    }

    void edit(const char *sql) const
    {
        const auto file = ledger::Sqlite::open(place.file(), ledger::Sqlite::Mode::ReadWrite);
        if (!file || !(*file)->execute(sql)) {
            qFatal("cannot run %s", sql);
        }
    }

    LedgerFolder place;
    std::vector<ledger::Entry> entries;
    ledger::Pin pin;

private:
    void add(ledger::Ledger &ledger, Actor &actor, contract::Body body) const
    {
        const auto head = ledger.head().value();
        auto payload = actor.payload(std::move(body), kStart);
        payload.seen = {.height = head.size, .root = head.root};
        const auto entry
            = ledger.submit(contract::Transaction::sign(payload, actor.signingKey()).envelope());
        if (!entry) {
            qFatal("%s", entry.error().error.detail.c_str());
        }
        actor.accepted(entry->envelope.id());
    }
};

struct Expectation
{
    const char *sql;
    const char *word; ///< What opening with a pin begins its report with.
    int row;          ///< The row that a check of the file alone names first; -1: none needed.
};

} // namespace
Q_DECLARE_METATYPE(Expectation)

class TamperTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void untouched_isFineEitherWay();
    void change_isNamed_data();
    void change_isNamed();
    void flippedByte_ofARowIsDetected();
    void flippedByte_elsewhereChangesNothingOrIsDetected();
    void olderCopy_isRolledBack();
    void otherHistory_isForked();
    void whileOpen_isDetectedToo();
    void damagedLedger_writesNothingMore();
};

void TamperTest::untouched_isFineEitherWay()
{
    const SmallLedger small;
    QVERIFY(small.place.tryOpen(small.pin));
    QVERIFY(small.place.tryOpen());
    const auto report = ledger::checkLedgerFile(small.place.file());
    QVERIFY(report);
    QCOMPARE(report->entries, 6U);
    QCOMPARE(report->root, small.pin.root);
    QVERIFY2(report->problems.empty(),
             report->problems.empty() ? "" : report->problems.front().what.c_str());
}

void TamperTest::change_isNamed_data()
{
    QTest::addColumn<Expectation>("expected");
    const auto row = [](const char *name, const char *sql, const char *word, int at) {
        QTest::newRow(name) << Expectation{sql, word, at};
    };
    row("time", "UPDATE entry SET t = t + 1 WHERE idx = 1", "forked:", 2);
    row("time below 1970", "UPDATE entry SET t = -1 WHERE idx = 2", "edited: entry 2:", 2);
    row("time past its life", "UPDATE entry SET t = t + 1801 WHERE idx = 2", "edited: entry 2:", 2);
    row("outcome", "UPDATE entry SET outcome = 0 WHERE idx = 3", "edited: entry 3:", 3);
    row("outcome of an anchor", "UPDATE entry SET outcome = 16 WHERE idx = 4",
        "edited: entry 4:", 4);
    row("outcome without meaning", "UPDATE entry SET outcome = 99 WHERE idx = 4",
        "edited: entry 4:", 4);
    row("payload", "UPDATE entry SET payload = zeroblob(300) WHERE idx = 2", "edited: entry 2:", 2);
    row("signature", "UPDATE entry SET signature = zeroblob(64) WHERE idx = 2",
        "edited: entry 2:", 2);
    row("signature of 63 bytes", "UPDATE entry SET signature = zeroblob(63) WHERE idx = 2",
        "edited: entry 2:", 2);
    row("genesis", "UPDATE entry SET payload = randomblob(32) WHERE idx = 0",
        "edited: entry 1:", 1);
    row("genesis of 31 bytes", "UPDATE entry SET payload = randomblob(31) WHERE idx = 0",
        "edited: entry 0:", 0);
    row("deleted in the middle", "DELETE FROM entry WHERE idx = 3", "truncated: entry 3", 3);
    row("deleted and closed up",
        "DELETE FROM entry WHERE idx = 3; UPDATE entry SET idx = 3 WHERE idx = 4;"
        "UPDATE entry SET idx = 4 WHERE idx = 5",
        "edited: entry 4:", 3);
    row("first deleted", "DELETE FROM entry WHERE idx = 0", "truncated: entry 0", 0);
    row("last deleted", "DELETE FROM entry WHERE idx = 5", "rolled back:", -1);
    row("all deleted", "DELETE FROM entry", "truncated: entry 0", -1);
    row("swapped",
        "UPDATE entry SET idx = 99 WHERE idx = 4; UPDATE entry SET idx = 4 WHERE idx = 5;"
        "UPDATE entry SET idx = 5 WHERE idx = 99",
        "forked:", 4);
    row("copied to the end",
        "INSERT INTO entry SELECT 6, t, outcome, payload, signature FROM entry WHERE idx = 5",
        "edited: entry 6:", 6);
    row("negative row",
        "INSERT INTO entry SELECT -1, t, outcome, payload, signature FROM entry "
        "WHERE idx = 5",
        "edited:", -1);
}

void TamperTest::change_isNamed()
{
    QFETCH(Expectation, expected);
    const SmallLedger small;
    small.edit(expected.sql);
    const auto opened = small.place.tryOpen(small.pin);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Tampered);
    QVERIFY2(opened.error().detail.starts_with(expected.word), opened.error().detail.c_str());
    if (expected.row >= 0) {
        const auto report = ledger::checkLedgerFile(small.place.file());
        QVERIFY(report);
        QVERIFY(!report->problems.empty());
        const auto &first = report->problems.front();
        QVERIFY2(first.index == std::uint64_t(expected.row), first.what.c_str());
    }
}

void TamperTest::flippedByte_ofARowIsDetected()
{
    const SmallLedger small;
    const Bytes original = readFile(small.place.file());
    int flips = 0;
    for (const auto &entry : small.entries) {
        const Bytes &payload = entry.envelope.payload;
        const auto found = std::ranges::search(original, payload);
        QVERIFY(!found.empty());
        const auto begin = found.begin() - original.begin();
        const auto end = begin + std::ssize(payload) + (entry.index > 0 ? 64 : 0);
        for (auto at = begin; at < end; ++at) {
            Bytes changed = original;
            changed[std::size_t(at)] ^= static_cast<std::byte>(1U << (std::size_t(at) % 8));
            writeFile(small.place.file(), changed);
            const auto opened = small.place.tryOpen(small.pin);
            QVERIFY2(!opened, qPrintable(QString("entry %1 byte %2").arg(entry.index).arg(at)));
            QCOMPARE(opened.error().code, ErrorCode::Tampered);
            ++flips;
        }
    }
    QVERIFY(flips > 1000);
}

void TamperTest::flippedByte_elsewhereChangesNothingOrIsDetected()
{
    const SmallLedger small;
    const Bytes original = readFile(small.place.file());
    for (std::size_t at = 0; at < original.size(); at += at < 200 ? 1 : 41) {
        Bytes changed = original;
        changed[at] ^= std::byte{0x40};
        writeFile(small.place.file(), changed);
        const auto opened = small.place.tryOpen(small.pin);
        if (opened) {
            QCOMPARE((*opened)->entries(0, 100).value(), small.entries);
        } else {
            const ErrorCode code = opened.error().code;
            QVERIFY2(code == ErrorCode::Tampered || code == ErrorCode::InvalidInput
                         || code == ErrorCode::Unsupported,
                     qPrintable(QString("byte %1: ").arg(at) + opened.error().detail.c_str()));
        }
        for (const char *suffix : {"-wal", "-shm", "-journal"}) {
            std::filesystem::remove(small.place.file().string() + suffix);
        }
    }
}

void TamperTest::olderCopy_isRolledBack()
{
    SmallLedger small;
    const Bytes older = readFile(small.place.file());
    ledger::Pin newer;
    {
        const auto ledger = small.place.open();
        Actor eve{ledger->info().network, "eve"};
        submit(*ledger, eve, contract::AnchorBody{}, kStart);
        const auto head = ledger->head().value();
        newer = {head.size, head.root};
    }
    writeFile(small.place.file(), older);
    const auto opened = small.place.tryOpen(newer);
    QVERIFY(!opened);
    QVERIFY2(opened.error().detail.starts_with("rolled back:"), opened.error().detail.c_str());
    QVERIFY(small.place.tryOpen(small.pin));
    QVERIFY(ledger::checkLedgerFile(small.place.file())->problems.empty());
}

void TamperTest::otherHistory_isForked()
{
    const SmallLedger small;
    const Bytes common = readFile(small.place.file());
    const auto continueAs = [&](std::string_view name) {
        writeFile(small.place.file(), common);
        const auto ledger = small.place.open();
        Actor actor{ledger->info().network, name};
        submit(*ledger, actor, contract::AnchorBody{bytesNamed(name)}, kStart);
        const auto head = ledger->head().value();
        return ledger::Pin{head.size, head.root};
    };
    const auto left = continueAs("left");
    const auto right = continueAs("right");
    QVERIFY(small.place.tryOpen(right));
    const auto opened = small.place.tryOpen(left);
    QVERIFY(!opened);
    QVERIFY2(opened.error().detail.starts_with("forked:"), opened.error().detail.c_str());
}

void TamperTest::whileOpen_isDetectedToo()
{
    const SmallLedger small;
    const auto ledger = small.place.open(small.pin);
    small.edit("DELETE FROM entry WHERE idx = 5");
    const auto head = ledger->head();
    QVERIFY(!head);
    QVERIFY2(head.error().detail.starts_with("rolled back:"), head.error().detail.c_str());

    const SmallLedger other;
    const auto second = other.place.open(other.pin);
    other.edit("UPDATE entry SET t = t + 1 WHERE idx = 2");
    const auto entries = second->entries(0, 100);
    QVERIFY(!entries);
    QVERIFY2(entries.error().detail.starts_with("forked: entry 2"), entries.error().detail.c_str());
}

void TamperTest::damagedLedger_writesNothingMore()
{
    const SmallLedger small;
    const auto ledger = small.place.open(small.pin);
    small.edit("UPDATE entry SET outcome = 16 WHERE idx = 5");
    Actor eve{ledger->info().network, "eve"};
    const auto envelope = eve.next(contract::AnchorBody{}, kStart).envelope();
    QCOMPARE(ledger->submit(envelope).error().error.code, ErrorCode::Tampered);
    small.edit("UPDATE entry SET outcome = 0 WHERE idx = 5");
    QCOMPARE(ledger->submit(envelope).error().error.code, ErrorCode::Tampered);
    QCOMPARE(ledger::checkLedgerFile(small.place.file())->entries, 6U);
}

QTEST_GUILESS_MAIN(TamperTest)
#include "tamper_test.moc"
