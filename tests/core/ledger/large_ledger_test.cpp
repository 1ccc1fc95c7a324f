// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/embedded/history.hpp"
#include "core/ledger/embedded/ledger_check.hpp"
#include "core/ledger/embedded/ledger_file.hpp"
#include "tests/core/ledger/ledger_fixture.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::test;

namespace {

constexpr int kEntries = 5000; // more than one batch of rows, and enough for every processor

/// Written in one transaction: 5000 waits for the disk would not make the test better.
void writeLargeLedger(const LedgerFolder &place)
{
    const auto network = place.open()->info().network;
    auto file = ledger::LedgerFile::open(place.file(), ledger::Sqlite::Mode::ReadWrite).value();
    std::vector<Actor> actors;
    for (int i = 0; i < 7; ++i) {
        actors.emplace_back(network, "actor " + std::to_string(i));
    }
    const auto written = file.writing([&]() -> Result<> {
        for (int i = 1; i <= kEntries; ++i) {
            Actor &actor = actors[std::size_t(i) % actors.size()];
            const auto transaction
                = actor.next(contract::AnchorBody{bytesNamed(std::to_string(i))}, kStart);
            actor.accepted(transaction.id());
            KEEPWELL_CHECK(
                file.append({.index = i,
                             .time = kStart.time_since_epoch().count(),
                             .outcome = 0,
                             .payload = transaction.envelope().payload,
                             .signature = copyOf(ByteView{transaction.envelope().signature})}));
        }
        return {};
    });
    if (!written) {
        qFatal("%s", written.error().detail.c_str());
    }
}

void edit(const LedgerFolder &place, const std::string &sql)
{
    const auto file = ledger::Sqlite::open(place.file(), ledger::Sqlite::Mode::ReadWrite);
    if (!file || !(*file)->execute(sql.c_str())) {
        qFatal("cannot run %s", sql.c_str());
    }
}

} // namespace

class LargeLedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void open_replaysAllOfIt();
    void open_saysHowFarItIs();
    void open_canBeStopped();
    void open_namesTheFirstBadSignature_data();
    void open_namesTheFirstBadSignature();
    void check_readsAllOfItAndCanBeStopped();
    void entries_comeInPages();

private:
    LedgerFolder m_place;
    Bytes m_original;
};

void LargeLedgerTest::initTestCase()
{
    crypto::initialise();
    writeLargeLedger(m_place);
    m_original = readFile(m_place.file());
}

void LargeLedgerTest::open_replaysAllOfIt()
{
    const auto head = m_place.open()->head().value();
    QCOMPARE(head.size, std::uint64_t(kEntries + 1));
    const ledger::Pin pin{head.size, head.root};
    QCOMPARE(m_place.open(pin)->head().value(), head);
    QCOMPARE(m_place.open(pin)->stateHash(), m_place.open()->stateHash());
}

void LargeLedgerTest::open_saysHowFarItIs()
{
    std::vector<std::uint64_t> reached;
    const auto ledger
        = ledger::EmbeddedLedger::open(m_place.file(), m_place.clock,
                                       {.pin = {},
                                        .mayCreate = false,
                                        .progress =
                                            [&](std::uint64_t done, std::uint64_t total) {
                                                reached.push_back(done);
                                                QCOMPARE(total, std::uint64_t(kEntries + 1));
                                            },
                                        .stop = {}});
    QVERIFY(ledger);
    QVERIFY(reached.size() >= 3);
    QVERIFY(std::ranges::is_sorted(reached));
    QCOMPARE(reached.back(), std::uint64_t(kEntries + 1));
}

void LargeLedgerTest::open_canBeStopped()
{
    std::stop_source source;
    const auto stopAtOnce = [&](std::uint64_t, std::uint64_t) { source.request_stop(); };
    const auto ledger = ledger::EmbeddedLedger::open(
        m_place.file(), m_place.clock,
        {.pin = {}, .mayCreate = false, .progress = stopAtOnce, .stop = source.get_token()});
    QVERIFY(!ledger);
    QCOMPARE(ledger.error().code, ErrorCode::Cancelled);
}

void LargeLedgerTest::open_namesTheFirstBadSignature_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("early and late") << 17 << 4900;
    QTest::newRow("on both sides of two threads") << 2000 << 2100;
    QTest::newRow("the last") << 5000 << 5000;
}

void LargeLedgerTest::open_namesTheFirstBadSignature()
{
    QFETCH(int, first);
    QFETCH(int, second);
    for (const int index : {first, second}) {
        edit(m_place,
             "UPDATE entry SET signature = zeroblob(64) WHERE idx = " + std::to_string(index));
    }
    const auto opened = m_place.tryOpen();
    writeFile(m_place.file(), m_original);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Tampered);
    const std::string begin = "edited: entry " + std::to_string(first) + ":";
    QVERIFY2(opened.error().detail.starts_with(begin), opened.error().detail.c_str());
}

void LargeLedgerTest::check_readsAllOfItAndCanBeStopped()
{
    const auto report = ledger::checkLedgerFile(m_place.file());
    QVERIFY(report);
    QCOMPARE(report->entries, std::uint64_t(kEntries + 1));
    QCOMPARE(report->root, m_place.open()->head()->root);
    QVERIFY(report->problems.empty());
    std::stop_source source;
    source.request_stop();
    QCOMPARE(ledger::checkLedgerFile(m_place.file(), {}, source.get_token()).error().code,
             ErrorCode::Cancelled);
}

void LargeLedgerTest::entries_comeInPages()
{
    const auto ledger = m_place.open();
    std::uint64_t next = 0;
    while (true) {
        const auto page = ledger->entries(next, 999).value();
        if (page.empty()) {
            break;
        }
        QVERIFY(page.size() <= 999);
        for (const auto &entry : page) {
            QCOMPARE(entry.index, next++);
        }
    }
    QCOMPARE(next, std::uint64_t(kEntries + 1));
}

QTEST_GUILESS_MAIN(LargeLedgerTest)
#include "large_ledger_test.moc"
