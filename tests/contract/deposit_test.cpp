// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/contract/opened_world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

/// The contract's function Deposit over a driven stream: a test double stands in for the peer.
class DepositTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void deposit_writesExactlyOnePrivateValue();
    void deposit_mayComeAgain();
    void deposit_readsTheLiveState();
    void deposit_isNotForAnotherOrganisation();
    void deposit_needsItsValueInTheTransientMap();
    void deposit_ofAWrongValueIsRefused();
    void deposit_ofAnotherTimeIsRefused();
    void deposit_endsWithTheLaterOfTwoClocks();
};

void DepositTest::deposit_writesExactlyOnePrivateValue()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    QCOMPARE(world.codeOfDeposit(Deposit::release(world.gid, 1, world.release)), Code::Done);
    QCOMPARE(world.last.writes.size(), 1UL);
    QCOMPARE(world.last.writes[0].collection(), kCustody);
    QVERIFY(!world.last.event && world.last.response.payload().empty());
    QVERIFY(bytesOf(*world.peer.value(kCustody, releaseKey(world.gid))).size() == kReleaseBytes);
}

void DepositTest::deposit_mayComeAgain()
{
    OpenedWorld world;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(world.codeOfDeposit(Deposit::notice(world.gid, 1, world.notice)), Code::Done);
        QCOMPARE(world.last.writes.size(), 1UL);
    }
}

/// A deposit endorsed before a revoke must not be committed after it.
void DepositTest::deposit_readsTheLiveState()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    const Simulation early
        = world.peer.simulate(world.depositOf(Deposit::release(world.gid, 1, world.release)));
    QCOMPARE(early.response.status(), kStatusDone);
    QCOMPARE(world.codeOfSubmit(world.owner, world.revoke()), Code::Done);
    QVERIFY2(!world.peer.commit(early), "a read conflict");
    QVERIFY(!world.peer.value(kCustody, releaseKey(world.gid)));
}

void DepositTest::deposit_isNotForAnotherOrganisation()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt("Org2MSP"));
    QCOMPARE(world.codeOfDeposit(Deposit::release(world.gid, 1, world.release)), Code::Host);
    QCOMPARE(world.last.response.status(), kStatusFault);
    QVERIFY(world.last.writes.empty());
}

void DepositTest::deposit_needsItsValueInTheTransientMap()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    const Deposit value = Deposit::release(world.gid, 1, world.release);
    Invocation call = world.depositOf(value);
    call.transient.clear();
    QCOMPARE(world.codeOf(call), Code::Enc);
    call = world.depositOf(value);
    call.transient["more"] = Bytes(1);
    QCOMPARE(world.codeOf(call), Code::Enc);
    call = world.depositOf(value);
    call.transient["value"] = Bytes(kMostNoticeBytes + 1);
    QCOMPARE(world.codeOf(call), Code::Size);
}

void DepositTest::deposit_ofAWrongValueIsRefused()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    QCOMPARE(world.codeOfDeposit(Deposit::release(world.gid, 1, bytesNamed("x"))), Code::Mismatch);
    QCOMPARE(world.codeOfDeposit(Deposit::release(world.gid, 1, Bytes(31))), Code::Size);
    QCOMPARE(world.codeOfDeposit(Deposit::release(GrantId{}, 1, world.release)), Code::NotFound);
    QVERIFY(world.last.writes.empty());
}

void DepositTest::deposit_ofAnotherTimeIsRefused()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    const Deposit value = Deposit::release(world.gid, 1, world.release);
    QCOMPARE(world.codeOfDeposit(value, kStart + 121s), Code::Time);
    QCOMPARE(world.codeOfDeposit(value, kStart - 121s), Code::Time);
    QCOMPARE(world.codeOfDeposit(value, kStart + 120s), Code::Done);
}

void DepositTest::deposit_endsWithTheLaterOfTwoClocks()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    const Deposit value = Deposit::release(world.gid, 1, world.release);
    const Instant end = world.grant().terms.expires;
    world.server.clock.set(end - 1s);
    QCOMPARE(world.codeOfDeposit(value, end - 1s), Code::Done);
    QCOMPARE(world.codeOfDeposit(value, end), Code::State);
    world.server.clock.set(end);
    QCOMPARE(world.codeOfDeposit(value, end - 1s), Code::State);
}

QTEST_GUILESS_MAIN(DepositTest)
#include "deposit_test.moc"
