// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/embedded/ledger_check.hpp"
#include "core/ledger/embedded/sqlite.hpp"
#include "tests/core/ledger/ledger_fixture.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::test;
using namespace std::chrono_literals;
using contract::Code;
using contract::Deposit;
using contract::QueryNumber;

class EmbeddedLedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void open_createsANetworkNamedByItsFirstLeaf();
    void open_missingFileIsNotFoundUnlessItMayCreate();
    void open_refusesWhatIsNoLedger_data();
    void open_refusesWhatIsNoLedger();
    void submit_storesTheEntryForTheNextOpening();
    void submit_sameEnvelopeAgainGivesTheSameEntry();
    void submit_rejectsWithTheContractsCode();
    void submit_refusesAClockBehindTheNewestEntry();
    void story_shareOpenRevoke();
    void query_answersNothingOnceTheClockWasTurnedBack();
    void proofs_leadToTheHead();
    void twoOpenLedgers_seeEachOthersEntries();
    void stateHash_isTheSameAfterReplay();
    void busyFile_isWaitedForAsLongAsToldAndNotOnceStopped();
    void check_whileAnotherAppendsSeesOneState();
};

void EmbeddedLedgerTest::open_createsANetworkNamedByItsFirstLeaf()
{
    const LedgerFolder place;
    const auto ledger = place.open();
    const auto head = ledger->head();
    QVERIFY(head);
    QCOMPARE(head->size, 1U);
    QCOMPARE(head->newest, kStart);
    const auto entries = ledger->entries(0, 10);
    QVERIFY(entries);
    QCOMPARE(entries->size(), 1U);
    QCOMPARE(ledger->info().network.bytes(), ledger::leafHash(entries->front()));
    QCOMPARE(entries->front().envelope.payload.size(), 32U);
    const auto mode = std::filesystem::status(place.file()).permissions();
    QCOMPARE(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

void EmbeddedLedgerTest::open_missingFileIsNotFoundUnlessItMayCreate()
{
    const LedgerFolder place;
    const auto opened = ledger::EmbeddedLedger::open(place.file(), place.clock);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotFound);
    QVERIFY(!std::filesystem::exists(place.file()));
}

void EmbeddedLedgerTest::open_refusesWhatIsNoLedger_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray{};
    QTest::newRow("text") << QByteArray{"this is not a database at all, it is a text"};
    QTest::newRow("header alone") << QByteArray{"SQLite format 3\0", 16};
    QTest::newRow("header and noise")
        << QByteArray{"SQLite format 3\0", 16} + QByteArray{5000, '\x7f'};
}

void EmbeddedLedgerTest::open_refusesWhatIsNoLedger()
{
    QFETCH(QByteArray, bytes);
    const LedgerFolder place;
    const Bytes content = copyOf(bytesOf(bytes.toStdString()));
    writeFile(place.file(), content);
    const auto opened = place.tryOpen();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::InvalidInput);
    QVERIFY(opened.error().detail.starts_with("not a Keepwell ledger"));
    QCOMPARE(readFile(place.file()), content);
}

void EmbeddedLedgerTest::submit_storesTheEntryForTheNextOpening()
{
    const LedgerFolder place;
    auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    const auto entry = submit(*ledger, anna, contract::AnchorBody{bytesNamed("root")}, kStart);
    QCOMPARE(entry.index, 1U);
    QCOMPARE(entry.t, kStart);
    const auto before = ledger->head();
    ledger.reset();
    ledger = place.open();
    QCOMPARE(ledger->head().value(), before.value());
    QCOMPARE(ledger->entries(1, 10).value().front(), entry);
}

void EmbeddedLedgerTest::submit_sameEnvelopeAgainGivesTheSameEntry()
{
    const LedgerFolder place;
    const auto ledger = place.open();
    const Actor anna{ledger->info().network, "anna"};
    const auto envelope = anna.next(contract::AnchorBody{bytesNamed("root")}, kStart).envelope();
    const auto first = ledger->submit(envelope);
    const auto second = ledger->submit(envelope);
    QVERIFY(first && second);
    QCOMPARE(*second, *first);
    QCOMPARE(ledger->head()->size, 2U);
}

void EmbeddedLedgerTest::submit_rejectsWithTheContractsCode()
{
    const LedgerFolder place;
    const auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    auto forged = anna.next(contract::AnchorBody{bytesNamed("root")}, kStart).envelope();
    forged.signature[3] ^= std::byte{1};
    const auto rejected = ledger->submit(forged);
    QVERIFY(!rejected);
    QCOMPARE(rejected.error().code, Code::Sig);
    submit(*ledger, anna, contract::SetPointerBody{{}, 5}, kStart);
    const auto lower
        = ledger->submit(anna.next(contract::SetPointerBody{{}, 5}, kStart).envelope());
    QVERIFY(!lower);
    QCOMPARE(lower.error().code, Code::Range);
    QCOMPARE(ledger->head()->size, 2U);
}

void EmbeddedLedgerTest::submit_refusesAClockBehindTheNewestEntry()
{
    LedgerFolder place;
    const auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    place.clock.set(kStart + 1h);
    submit(*ledger, anna, contract::AnchorBody{bytesNamed("late")}, place.clock.now());
    place.clock.set(kStart + 1h - 121s);
    const auto early
        = ledger->submit(anna.next(contract::AnchorBody{}, place.clock.now()).envelope());
    QVERIFY(!early);
    QCOMPARE(early.error().code, Code::Time);
    place.clock.set(kStart + 1h - 120s);
    const auto entry = submit(*ledger, anna, contract::AnchorBody{}, place.clock.now());
    QCOMPARE(entry.time, kStart + 1h - 120s);
    QCOMPARE(entry.t, kStart + 1h);
}

void EmbeddedLedgerTest::story_shareOpenRevoke()
{
    LedgerFolder place;
    const auto ledger = place.open();
    const auto network = ledger->info().network;
    Actor anna{network, "anna"};
    Actor doctor{network, "doctor"};
    const SharedThing thing{network, "share", doctor.key(), kStart};
    const auto ask = [&](QueryNumber number, const Bytes32 &id, const Actor &who) {
        return ledger->query(
            contract::makeQuery(network, number, id, place.clock.now(), who.signingKey()));
    };

    QVERIFY(!ledger->deposit(Deposit::release(thing.body.grant, 1, thing.release)));
    submit(*ledger, anna, thing.body, kStart);
    QCOMPARE(ask(QueryNumber::GetNotice, thing.body.grant.bytes(), doctor).error().code,
             Code::Wait);
    QVERIFY(ledger->deposit(Deposit::release(thing.body.grant, 1, thing.release)));
    QVERIFY(ledger->deposit(Deposit::release(thing.body.grant, 1, thing.release)));
    QVERIFY(ledger->deposit(Deposit::notice(thing.body.grant, 1, thing.notice)));
    QCOMPARE(ask(QueryNumber::GetNotice, thing.body.grant.bytes(), doctor).value(), thing.notice);
    QCOMPARE(ask(QueryNumber::GetNotice, thing.body.grant.bytes(), anna).error().code, Code::Auth);

    const auto oneTime = crypto::SealingKey::random();
    const Bytes reason = copyOf(bytesOf("sealed reason"));
    const contract::RequestAccessBody request{
        .grant = thing.body.grant,
        .epoch = 1,
        .respondTo = oneTime.publicKey(),
        .reason = contract::reasonCommitment(network, thing.body.grant, 1, reason)};
    const auto opening = submit(*ledger, doctor, request, kStart);
    QCOMPARE(opening.outcome, Code::Done);
    const auto rid = opening.envelope.id();
    QVERIFY(ledger->deposit(Deposit::reason(rid, reason)));
    QCOMPARE(ask(QueryNumber::GetReason, rid.bytes(), anna).value(), reason);
    const auto sealed = ask(QueryNumber::GetRelease, rid.bytes(), doctor);
    QVERIFY(sealed);
    const auto release = contract::openRelease(network, rid, oneTime, thing.body.grant, 1,
                                               thing.body.release, *sealed);
    QVERIFY(release);
    QCOMPARE(copyOf(release->expose()), thing.release);

    submit(*ledger, anna, contract::RevokeBody{{thing.body.grant}, contract::RevokeReason::Stopped},
           kStart);
    QCOMPARE(ask(QueryNumber::GetRelease, rid.bytes(), doctor).error().code, Code::Revoked);
    QCOMPARE(ask(QueryNumber::GetNotice, thing.body.grant.bytes(), doctor).error().code,
             Code::Purged);
    QCOMPARE(ledger->deposit(Deposit::release(thing.body.grant, 1, thing.release)).error().code,
             Code::State);
    const auto refused = submit(*ledger, doctor, request, kStart);
    QCOMPARE(refused.outcome, Code::Revoked);
    QCOMPARE(ask(QueryNumber::GetRelease, refused.envelope.id().bytes(), doctor).error().code,
             Code::Revoked);
}

void EmbeddedLedgerTest::query_answersNothingOnceTheClockWasTurnedBack()
{
    LedgerFolder place;
    const auto ledger = place.open();
    const auto network = ledger->info().network;
    Actor anna{network, "anna"};
    Actor doctor{network, "doctor"};
    const SharedThing thing{network, "share", doctor.key(), kStart};
    submit(*ledger, anna, thing.body, kStart);
    QVERIFY(ledger->deposit(Deposit::release(thing.body.grant, 1, thing.release)));
    const auto oneTime = crypto::SealingKey::random();
    const auto opening
        = submit(*ledger, doctor,
                 contract::RequestAccessBody{thing.body.grant, 1, oneTime.publicKey(), {}}, kStart);
    const auto ask = [&] {
        return ledger->query(contract::makeQuery(network, QueryNumber::GetRelease,
                                                 opening.envelope.id().bytes(), place.clock.now(),
                                                 doctor.signingKey()));
    };
    QVERIFY(ask());
    place.clock.set(kStart + 601s);
    QCOMPARE(ask().error().code, Code::ServeWindow);
    submit(*ledger, anna, contract::AnchorBody{}, place.clock.now());
    place.clock.set(kStart);
    QCOMPARE(ask().error().code, Code::ServeWindow);
}

void EmbeddedLedgerTest::proofs_leadToTheHead()
{
    const LedgerFolder place;
    const auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    std::vector<ledger::Head> heads{ledger->head().value()};
    for (int i = 0; i < 9; ++i) {
        submit(*ledger, anna, contract::AnchorBody{bytesNamed(std::to_string(i))}, kStart);
        heads.push_back(ledger->head().value());
    }
    const auto entries = ledger->entries(0, 100).value();
    for (const auto &entry : entries) {
        const auto proof = ledger->inclusionProof(entry.index, heads.back().size);
        QVERIFY(proof);
        QVERIFY(crypto::merkle::verifyInclusion(ledger::leafHash(entry), entry.index,
                                                heads.back().size, *proof, heads.back().root));
    }
    for (const auto &head : heads) {
        const auto proof = ledger->consistencyProof(head.size, heads.back().size);
        QVERIFY(proof);
        QVERIFY(crypto::merkle::verifyConsistency(head.size, heads.back().size, *proof, head.root,
                                                  heads.back().root));
    }
    QVERIFY(!ledger->inclusionProof(10, 10));
    QVERIFY(!ledger->consistencyProof(3, 11));
}

void EmbeddedLedgerTest::twoOpenLedgers_seeEachOthersEntries()
{
    const LedgerFolder place;
    const auto one = place.open();
    const auto two = place.open();
    QCOMPARE(one->info().network, two->info().network);
    Actor anna{one->info().network, "anna"};
    Actor doctor{one->info().network, "doctor"};
    submit(*one, anna, contract::AnchorBody{bytesNamed("a")}, kStart);
    submit(*two, doctor, contract::AnchorBody{bytesNamed("b")}, kStart);
    submit(*one, anna, contract::AnchorBody{bytesNamed("c")}, kStart);
    QCOMPARE(one->head().value(), two->head().value());
    QCOMPARE(two->entries(0, 100)->size(), 4U);
}

void EmbeddedLedgerTest::stateHash_isTheSameAfterReplay()
{
    const LedgerFolder place;
    auto ledger = place.open();
    const auto network = ledger->info().network;
    Actor anna{network, "anna"};
    Actor doctor{network, "doctor"};
    const SharedThing thing{network, "share", doctor.key(), kStart, 1};
    submit(*ledger, anna, thing.body, kStart);
    submit(*ledger, doctor, contract::RequestAccessBody{thing.body.grant, 1, {}, {}}, kStart);
    submit(*ledger, doctor, contract::RequestAccessBody{thing.body.grant, 1, {}, {}}, kStart);
    const auto head = ledger->head().value();
    const auto hash = ledger->stateHash();
    ledger.reset();
    QCOMPARE(place.open()->stateHash(), hash);
    QCOMPARE(place.open(ledger::Pin{head.size, head.root})->stateHash(), hash);
}

void EmbeddedLedgerTest::busyFile_isWaitedForAsLongAsToldAndNotOnceStopped()
{
    const LedgerFolder place;
    const auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    const auto envelope = anna.next(contract::AnchorBody{}, kStart).envelope();
    const auto other = ledger::Sqlite::open(place.file(), ledger::Sqlite::Mode::ReadWrite).value();
    QVERIFY(other->execute("BEGIN IMMEDIATE"));
    const auto late = ledger->submit(envelope, {.stop = {}, .atMost = 30ms});
    QVERIFY(!late);
    QCOMPARE(late.error().error.code, ErrorCode::Unavailable);
    std::stop_source source;
    source.request_stop();
    const auto stopped = ledger->submit(envelope, {.stop = source.get_token(), .atMost = 1h});
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().error.code, ErrorCode::Cancelled);
    QVERIFY2(ledger->head(), "reading needs no lock");
    QVERIFY(other->execute("ROLLBACK"));
    QVERIFY(ledger->submit(envelope));
    QCOMPARE(ledger->head()->size, 2U);
}

void EmbeddedLedgerTest::check_whileAnotherAppendsSeesOneState()
{
    const LedgerFolder place;
    const auto ledger = place.open();
    Actor anna{ledger->info().network, "anna"};
    submit(*ledger, anna, contract::AnchorBody{bytesNamed("first")}, kStart);
    const auto head = ledger->head().value();
    const auto check = [&] {
        return ledger::checkLedgerFile(place.file(), [&](std::uint64_t, std::uint64_t) {
            submit(*ledger, anna, contract::AnchorBody{bytesNamed("meanwhile")}, kStart);
        });
    };
    const auto report = check();
    QVERIFY(report);
    QCOMPARE(report->entries, head.size);
    QCOMPARE(report->root, head.root);
    QVERIFY(report->problems.empty());
    QCOMPARE(ledger->head()->size, head.size + 1);
}

QTEST_GUILESS_MAIN(EmbeddedLedgerTest)
#include "embedded_ledger_test.moc"
