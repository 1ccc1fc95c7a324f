// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/embedded/sqlite.hpp"
#include "tests/core/ledger/ledger_fixture.hpp"

#include <QTest>

#include <algorithm>
#include <random>

using namespace keepwell;
using namespace keepwell::test;
using namespace std::chrono_literals;
using contract::Code;
using contract::Deposit;

namespace {

bool anyFileHolds(const LedgerFolder &place, ByteView secret)
{
    return std::ranges::any_of(std::array{"", "-wal", "-shm", "-journal"}, [&](const char *suffix) {
        const Bytes content = readFile(place.file().string() + suffix);
        return !std::ranges::search(content, secret).empty();
    });
}

void share(ledger::Ledger &ledger, Actor &owner, const SharedThing &thing, Instant now)
{
    submit(ledger, owner, thing.body, now);
    if (!ledger.deposit(Deposit::release(thing.body.grant, 1, thing.release))
        || !ledger.deposit(Deposit::notice(thing.body.grant, 1, thing.notice))) {
        qFatal("deposit failed");
    }
}

} // namespace

class PurgeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void revoke_leavesNoByteEvenWhileOpen();
    void revoke_whileAnotherReadsLeavesNothingAfterTheLastClose();
    void append_sweepsExpiredGrants();
    void append_sweepsUsedUpGrantsAfter600Seconds();
    void acknowledge_leavesNoByteOfTheNotice();
    void manyShares_leaveNothingOfTheEndedOnes();
};

void PurgeTest::revoke_leavesNoByteEvenWhileOpen()
{
    const LedgerFolder place;
    const auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    const Actor doctor{ledger->info().network, "doctor"};
    const SharedThing thing{ledger->info().network, "share", doctor.key(), kStart};
    share(*ledger, anna, thing, kStart);
    QVERIFY(anyFileHolds(place, thing.release));
    QVERIFY(anyFileHolds(place, thing.notice));
    submit(*ledger, anna, contract::RevokeBody{{thing.body.grant}, {}}, kStart);
    QVERIFY(!anyFileHolds(place, thing.release));
    QVERIFY(!anyFileHolds(place, thing.notice));
}

void PurgeTest::revoke_whileAnotherReadsLeavesNothingAfterTheLastClose()
{
    const LedgerFolder place;
    auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    const Actor doctor{ledger->info().network, "doctor"};
    const SharedThing thing{ledger->info().network, "share", doctor.key(), kStart};
    share(*ledger, anna, thing, kStart);
    auto reader = ledger::Sqlite::open(place.file(), ledger::Sqlite::Mode::ReadOnly).value();
    QVERIFY(reader->execute("BEGIN"));
    QVERIFY(reader->number("SELECT count(*) FROM entry"));
    submit(*ledger, anna, contract::RevokeBody{{thing.body.grant}, {}}, kStart);
    QVERIFY(anyFileHolds(place, thing.release));
    QVERIFY(reader->execute("COMMIT"));
    QVERIFY(ledger->head());
    QVERIFY2(!anyFileHolds(place, thing.release), "the next call cuts the -wal");

    const SharedThing second{ledger->info().network, "second", doctor.key(), kStart};
    share(*ledger, anna, second, kStart);
    QVERIFY(reader->execute("BEGIN"));
    QVERIFY(reader->number("SELECT count(*) FROM entry"));
    submit(*ledger, anna, contract::RevokeBody{{second.body.grant}, {}}, kStart);
    ledger.reset();
    reader.reset();
    place.open().reset();
    QVERIFY(!anyFileHolds(place, second.release));
    QVERIFY(!anyFileHolds(place, second.notice));
}

void PurgeTest::append_sweepsExpiredGrants()
{
    LedgerFolder place;
    const auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    const Actor doctor{ledger->info().network, "doctor"};
    const SharedThing thing{ledger->info().network, "share", doctor.key(), kStart};
    share(*ledger, anna, thing, kStart);
    place.clock.set(thing.body.terms.expires - 1s);
    submit(*ledger, anna, contract::AnchorBody{}, place.clock.now());
    QVERIFY(anyFileHolds(place, thing.release));
    place.clock.advance(1s);
    Actor other{ledger->info().network, "other"};
    submit(*ledger, other, contract::AnchorBody{}, place.clock.now());
    QVERIFY(!anyFileHolds(place, thing.release));
    QVERIFY(!anyFileHolds(place, thing.notice));
    QCOMPARE(ledger->deposit(Deposit::release(thing.body.grant, 1, thing.release)).error().code,
             Code::State);
}

void PurgeTest::append_sweepsUsedUpGrantsAfter600Seconds()
{
    LedgerFolder place;
    const auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    Actor doctor{ledger->info().network, "doctor"};
    const SharedThing thing{ledger->info().network, "share", doctor.key(), kStart, 1};
    share(*ledger, anna, thing, kStart);
    submit(*ledger, doctor, contract::RequestAccessBody{thing.body.grant, 1, {}, {}}, kStart);
    place.clock.advance(600s);
    submit(*ledger, anna, contract::AnchorBody{}, place.clock.now());
    QVERIFY(anyFileHolds(place, thing.release));
    place.clock.advance(1s);
    submit(*ledger, anna, contract::AnchorBody{}, place.clock.now());
    QVERIFY(!anyFileHolds(place, thing.release));
}

void PurgeTest::acknowledge_leavesNoByteOfTheNotice()
{
    const LedgerFolder place;
    const auto ledger = place.open();
    const auto network = ledger->info().network;
    Actor anna{network, "anna"};
    Actor doctor{network, "doctor"};
    const contract::DeliveryId did{bytesNamed("delivery")};
    const Bytes notice = copyOf(bytesOf(std::string(20'000, 'n') + "the sealed notice"));
    submit(*ledger, doctor,
           contract::DeliverBody{
               did, anna.key(), contract::noticeCommitment(network, did, notice), {}},
           kStart);
    QVERIFY(ledger->deposit(Deposit::notice(did, notice)));
    QVERIFY(anyFileHolds(place, bytesOf("the sealed notice")));
    submit(*ledger, anna, contract::AckDeliveryBody{did, contract::Decision::Filed}, kStart);
    QVERIFY(!anyFileHolds(place, bytesOf("the sealed notice")));
    QVERIFY(!anyFileHolds(place, bytesOf("nnnnnnnnnnnnnnnnnnnnnnnnnnnn")));
}

void PurgeTest::manyShares_leaveNothingOfTheEndedOnes()
{
    std::mt19937_64 random{20260704};
    const LedgerFolder place;
    auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    const Actor doctor{ledger->info().network, "doctor"};
    std::vector<SharedThing> live;
    std::vector<SharedThing> ended;
    for (int i = 0; i < 150; ++i) {
        live.emplace_back(ledger->info().network, "share " + std::to_string(i), doctor.key(),
                          kStart);
        share(*ledger, anna, live.back(), kStart);
        if (random() % 3 == 0) {
            const auto at = std::ptrdiff_t(random() % live.size());
            const auto &thing = live[std::size_t(at)];
            submit(*ledger, anna, contract::RevokeBody{{thing.body.grant}, {}}, kStart);
            ended.push_back(thing);
            live.erase(live.begin() + at);
        }
        if (random() % 20 == 0) {
            ledger.reset();
            ledger = place.open();
        }
    }
    ledger.reset();
    const Bytes content = readFile(place.file());
    for (const SharedThing &thing : ended) {
        QVERIFY(std::ranges::search(content, thing.release).empty());
        QVERIFY(std::ranges::search(content, thing.notice).empty());
    }
    for (const SharedThing &thing : live) {
        QVERIFY(!std::ranges::search(content, thing.release).empty());
    }
    QVERIFY(ended.size() > 30);
}

QTEST_GUILESS_MAIN(PurgeTest)
#include "purge_test.moc"
