// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

class DepositTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void size_isThatOfTheField();
    void value_mustBeTheCommittedOne();
    void value_mustBeCommittedFirst();
    void value_mayComeAgainWhileItsObjectLives();
    void endedGrant_takesNothingBack_data();
    void endedGrant_takesNothingBack();
    void otherEpoch_isRefused();
    void acknowledgedDelivery_takesNothingBack();
    void reason_isTakenOnceTheRequestGaveOne();
    void deposit_changesNothingPublic();
    void deliveryBearingAGrantsId_doesNotMixWithIt();
};

void DepositTest::size_isThatOfTheField()
{
    World world;
    world.code(world.owner, world.grant());
    for (const std::size_t size : {0UL, 31UL, 33UL}) {
        QCOMPARE(world.give(Deposit::release(world.gid, 1, Bytes(size))).error().code, Code::Size);
    }
    QCOMPARE(world.give(Deposit::notice(world.gid, 1, Bytes(48 * 1024 + 1))).error().code,
             Code::Size);
    QCOMPARE(world.give(Deposit::notice(world.gid, 1, Bytes(48 * 1024))).error().code,
             Code::Mismatch);
    QCOMPARE(world.give(Deposit::notice(world.gid, 1, {})).error().code, Code::Size);
    QCOMPARE(world.give(Deposit::reason(TxId{}, Bytes(513))).error().code, Code::Size);
    QCOMPARE(world.give(Deposit::reason(TxId{}, Bytes(512))).error().code, Code::NotFound);
}

void DepositTest::value_mustBeTheCommittedOne()
{
    World world;
    world.code(world.owner, world.grant());
    Bytes other = world.release;
    other[31] ^= std::byte{1};
    QCOMPARE(world.give(Deposit::release(world.gid, 1, other)).error().code, Code::Mismatch);
    QCOMPARE(world.give(Deposit::notice(world.gid, 1, other)).error().code, Code::Mismatch);
    QVERIFY(world.state.privateValues().empty());
}

void DepositTest::value_mustBeCommittedFirst()
{
    World world;
    QCOMPARE(world.give(Deposit::release(world.gid, 1, world.release)).error().code,
             Code::NotFound);
    QCOMPARE(world.give(Deposit::notice(world.gid, 1, world.notice)).error().code, Code::NotFound);
    QCOMPARE(world.give(Deposit::notice(world.did, world.notice)).error().code, Code::NotFound);
}

void DepositTest::value_mayComeAgainWhileItsObjectLives()
{
    World world;
    world.code(world.owner, world.grant());
    for (int i = 0; i < 2; ++i) {
        QVERIFY(world.give(Deposit::release(world.gid, 1, world.release)));
        QVERIFY(world.give(Deposit::notice(world.gid, 1, world.notice)));
    }
    QCOMPARE(world.state.privateValues().size(), 2U);
}

void DepositTest::endedGrant_takesNothingBack_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("revoked") << 0;
    QTest::newRow("expired") << 1;
    QTest::newRow("used up and 601 s past") << 2;
}

void DepositTest::endedGrant_takesNothingBack()
{
    QFETCH(int, how);
    World world;
    auto body = world.grant();
    body.terms.maxOpens = 1;
    world.code(world.owner, body);
    Instant now = kStart;
    if (how == 0) {
        world.code(world.owner, world.revoke());
    } else if (how == 1) {
        now = body.terms.expires;
    } else {
        world.code(world.doctor, world.request());
        QVERIFY(world.give(Deposit::release(world.gid, 1, world.release), kStart + 600s));
        now = kStart + 601s;
    }
    QCOMPARE(world.give(Deposit::release(world.gid, 1, world.release), now).error().code,
             Code::State);
    QCOMPARE(world.give(Deposit::notice(world.gid, 1, world.notice), now).error().code,
             Code::State);
}

void DepositTest::otherEpoch_isRefused()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.give(Deposit::release(world.gid, 2, world.release)).error().code, Code::State);
    world.code(world.owner, world.update(2));
    QCOMPARE(world.give(Deposit::release(world.gid, 1, world.release)).error().code, Code::State);
    QVERIFY(world.give(Deposit::release(world.gid, 2, world.release)));
}

void DepositTest::acknowledgedDelivery_takesNothingBack()
{
    World world;
    world.code(world.doctor, world.delivery());
    QVERIFY(world.give(Deposit::notice(world.did, world.notice)));
    world.code(world.owner, AckDeliveryBody{world.did, Decision::Filed});
    QCOMPARE(world.give(Deposit::notice(world.did, world.notice)).error().code, Code::State);
}

void DepositTest::reason_isTakenOnceTheRequestGaveOne()
{
    World world;
    world.code(world.owner, world.grant());
    const auto rid = world.run(world.doctor, world.request())->id;
    auto silent = world.request();
    silent.reason = Commitment{};
    const auto silentRid = world.run(world.doctor, silent)->id;
    QVERIFY(world.give(Deposit::reason(rid, world.reason)));
    QCOMPARE(world.give(Deposit::reason(rid, world.notice)).error().code, Code::Mismatch);
    QCOMPARE(world.give(Deposit::reason(silentRid, world.reason)).error().code, Code::State);
}

void DepositTest::deposit_changesNothingPublic()
{
    World world;
    world.code(world.owner, world.grant());
    const auto before = world.state.stateHash();
    QVERIFY(world.give(Deposit::release(world.gid, 1, world.release)));
    QCOMPARE(world.state.stateHash(), before);
}

void DepositTest::deliveryBearingAGrantsId_doesNotMixWithIt()
{
    World world;
    world.code(world.owner, world.grant());
    auto body = world.delivery();
    body.delivery = DeliveryId{world.gid.bytes()};
    body.to = world.stranger.key();
    body.notice = noticeCommitment(world.network, body.delivery, world.reason);
    world.code(world.stranger, body);
    QVERIFY(world.give(Deposit::notice(world.gid, 1, world.notice)));
    QVERIFY(world.give(Deposit::notice(body.delivery, world.reason)));
    QCOMPARE(world.ask(QueryNumber::GetNotice, world.gid.bytes(), world.doctor).value(),
             world.notice);
    QCOMPARE(world.ask(QueryNumber::GetNotice, world.gid.bytes(), world.stranger).value(),
             world.reason);
}

QTEST_GUILESS_MAIN(DepositTest)
#include "deposit_test.moc"
