// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/contract/opened_world.hpp"

#include <QTest>

#include <algorithm>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

/// The contract's function Query over a driven stream: a test double stands in for the peer.
class QuestionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void release_writesNothingAndIsSealedToTheOneTimeKey();
    void release_recordedInABlockOpensForNobodyElse();
    void release_isRefusedWithoutARequest();
    void release_isRefusedAfterTheEnd();
    void release_isRefusedWhenTheClocksDisagree();
    void release_ofAnotherCustodianIsNotAnswered();
    void notice_andReasonAreAnswered();
    void keyHead_isAnswered();
    void entriesOf_pagesThroughAllRows();
    void entriesOf_goesOnWhereThePeerStopsSilently();
};

void QuestionsTest::release_writesNothingAndIsSealedToTheOneTimeKey()
{
    OpenedWorld world;
    QCOMPARE(world.askRelease(), Code::Done);
    QVERIFY2(world.last.writes.empty() && !world.last.event, "a query writes nothing");
    const Bytes answer = world.answer();
    QVERIFY2(std::ranges::search(answer, world.release).empty(), "and answers no plain r");
    const auto opened = openRelease(world.network, world.rid, world.oneTime, world.gid, 1,
                                    world.grant().release, answer);
    QVERIFY(opened);
}

/// A modified client may submit the query: then the answer stands in a block for ever.
void QuestionsTest::release_recordedInABlockOpensForNobodyElse()
{
    OpenedWorld world;
    const auto query = world.question(QueryNumber::GetRelease, world.rid.bytes(), world.doctor);
    QCOMPARE(world.codeOf(query), Code::Done);
    QVERIFY(world.peer.commit(world.last));
    const auto stranger = crypto::SealingKey::random();
    QVERIFY(!openRelease(world.network, world.rid, stranger, world.gid, 1, world.grant().release,
                         world.answer()));
    const Bytes answer = world.answer();
    for (const Bytes &secret : {world.release, world.notice, world.reason}) {
        QVERIFY(std::ranges::search(answer, secret).empty());
    }
}

void QuestionsTest::release_isRefusedWithoutARequest()
{
    OpenedWorld world;
    QCOMPARE(
        world.codeOf(world.question(QueryNumber::GetRelease, bytesNamed("none"), world.doctor)),
        Code::NotLogged);
    QCOMPARE(
        world.codeOf(world.question(QueryNumber::GetRelease, world.rid.bytes(), world.stranger)),
        Code::Auth);
    // Endorsed, but not committed: nobody has seen it yet.
    const auto request = world.doctor.next(world.request(), kStart);
    QCOMPARE(world.codeOf(world.submission(request)), Code::Done);
    QCOMPARE(
        world.codeOf(world.question(QueryNumber::GetRelease, request.id().bytes(), world.doctor)),
        Code::NotLogged);
}

void QuestionsTest::release_isRefusedAfterTheEnd()
{
    OpenedWorld world;
    world.server.clock.set(kStart + 601s);
    QCOMPARE(world.askRelease(kStart + 601s), Code::ServeWindow);
    world.server.clock.set(kStart);
    world.codeOfSubmit(world.owner, world.revoke());
    QCOMPARE(world.askRelease(), Code::Revoked);
    OpenedWorld expired;
    expired.server.clock.set(kStart + 24h * 30);
    QVERIFY(expired.askRelease(kStart + 24h * 30) != Code::Done);
}

void QuestionsTest::release_isRefusedWhenTheClocksDisagree()
{
    OpenedWorld world;
    for (const std::chrono::seconds difference : {-121s, 121s, 600s, -315'360'000s}) {
        world.server.clock.set(kStart + difference);
        QCOMPARE(world.askRelease(), Code::Time);
        QVERIFY(world.last.response.payload().empty());
    }
    // The question within the window of the server, but not the transaction that carries it.
    world.server.clock.set(kStart + 60s);
    for (const auto difference : {-61s, 181s}) {
        auto late = world.question(QueryNumber::GetRelease, world.rid.bytes(), world.doctor);
        late.time = kStart + difference;
        QCOMPARE(world.codeOf(late), Code::Time);
    }
    // The asker's header within the window of the server, but not the question itself.
    world.server.clock.set(kStart + 121s);
    auto call = world.question(QueryNumber::GetRelease, world.rid.bytes(), world.doctor);
    call.time = kStart + 60s;
    QCOMPARE(world.codeOf(call), Code::Time);
}

void QuestionsTest::release_ofAnotherCustodianIsNotAnswered()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt("Org2MSP"));
    const TxId rid = world.submit(world.doctor, world.request())->id;
    QCOMPARE(world.codeOf(world.question(QueryNumber::GetRelease, rid.bytes(), world.doctor)),
             Code::Host);
    QVERIFY(world.last.response.message().contains("not the custodian"));
}

void QuestionsTest::notice_andReasonAreAnswered()
{
    OpenedWorld world;
    QCOMPARE(world.codeOf(world.question(QueryNumber::GetNotice, world.gid.bytes(), world.doctor)),
             Code::Done);
    QCOMPARE(world.answer(), world.notice);
    QCOMPARE(world.codeOf(world.question(QueryNumber::GetReason, world.rid.bytes(), world.owner)),
             Code::Done);
    QCOMPARE(world.answer(), world.reason);
    QCOMPARE(
        world.codeOf(world.question(QueryNumber::GetNotice, world.gid.bytes(), world.stranger)),
        Code::Auth);
    ShimWorld fresh;
    fresh.codeOfSubmit(fresh.owner, fresh.grantAt());
    QCOMPARE(fresh.codeOf(fresh.question(QueryNumber::GetNotice, fresh.gid.bytes(), fresh.doctor)),
             Code::Wait);
}

void QuestionsTest::keyHead_isAnswered()
{
    OpenedWorld world;
    QCOMPARE(world.codeOf(
                 world.question(QueryNumber::KeyHead, world.owner.key().bytes(), world.stranger)),
             Code::Done);
    QCOMPARE(parseKeyRow(world.answer())->seq, 1U);
}

void QuestionsTest::entriesOf_pagesThroughAllRows()
{
    ShimWorld world{{.rangePage = 7}};
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(world.codeOfSubmit(world.owner, AnchorBody{bytesNamed(std::to_string(i))}),
                 Code::Done);
    }
    QCOMPARE(world.codeOf(
                 world.question(QueryNumber::EntriesOf, world.owner.key().bytes(), world.stranger)),
             Code::Done);
    QCOMPARE(parseEntriesOf(world.answer())->size(), 40UL);
    QVERIFY(world.last.requests[Message::QUERY_STATE_NEXT] >= 5);
    QVERIFY(world.last.writes.empty());
}

void QuestionsTest::entriesOf_goesOnWhereThePeerStopsSilently()
{
    ShimWorld world{{.rangeLimit = 110}};
    for (int i = 0; i < 250; ++i) {
        world.codeOfSubmit(world.owner, AnchorBody{bytesNamed(std::to_string(i))});
    }
    QCOMPARE(world.codeOf(
                 world.question(QueryNumber::EntriesOf, world.owner.key().bytes(), world.stranger)),
             Code::Done);
    const auto rows = parseEntriesOf(world.answer());
    QCOMPARE(rows->size(), 250UL);
    QCOMPARE(rows->front().locator.size(), 32UL);
}

QTEST_GUILESS_MAIN(QuestionsTest)
#include "questions_test.moc"
