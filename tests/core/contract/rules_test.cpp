// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

/// The rules of every transaction and of single keys (docs/spec/transaction.md).
/// One test each, at the edge where it changes its mind.
class RulesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void any_keyThatWasRevoked();
    void any_seqMustBeTheNext();
    void any_previousMustBeTheLast();
    void any_firstFollowsTheNetwork();
    void any_timeToLive();
    void any_timeIsADate();
    void any_effectiveTimeNeverFallsPerKey();
    void any_rejectionChangesNothing();
    void host_timeWithin120Seconds();

    void pointer_numberMustRise();

    void revokeKey_killsTheKey();
};

void RulesTest::any_keyThatWasRevoked()
{
    World world;
    QCOMPARE(world.code(world.owner, RevokeKeyBody{}), Code::Done);
    QCOMPARE(world.code(world.owner, AnchorBody{}), Code::KeyRevoked);
}

void RulesTest::any_seqMustBeTheNext()
{
    World world;
    auto payload = world.owner.payload(AnchorBody{}, kStart);
    for (const std::uint32_t seq : {0U, 2U}) {
        payload.seq = seq;
        const auto outcome
            = apply(world.state, Transaction::sign(payload, world.owner.signingKey()), kStart);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, Code::Seq);
    }
    const auto first = world.owner.next(AnchorBody{}, kStart);
    QVERIFY(apply(world.state, first, kStart));
    QCOMPARE(apply(world.state, first, kStart).error().code, Code::Seq);
}

void RulesTest::any_previousMustBeTheLast()
{
    World world;
    QCOMPARE(world.code(world.owner, AnchorBody{}), Code::Done);
    auto payload = world.owner.payload(AnchorBody{}, kStart);
    payload.previous = TxId{bytesNamed("another")};
    QCOMPARE(apply(world.state, Transaction::sign(payload, world.owner.signingKey()), kStart)
                 .error()
                 .code,
             Code::Seq);
}

void RulesTest::any_firstFollowsTheNetwork()
{
    World world;
    auto payload = world.owner.payload(AnchorBody{}, kStart);
    payload.previous = TxId{};
    QCOMPARE(apply(world.state, Transaction::sign(payload, world.owner.signingKey()), kStart)
                 .error()
                 .code,
             Code::Seq);
}

void RulesTest::any_timeToLive()
{
    World world;
    auto payload = world.owner.payload(AnchorBody{}, kStart);
    const auto codeFor = [&](Instant notAfter) {
        MapState state;
        payload.notAfter = notAfter;
        const auto outcome
            = apply(state, Transaction::sign(payload, world.owner.signingKey()), kStart);
        return outcome ? outcome->code : outcome.error().code;
    };
    QCOMPARE(codeFor(kStart - 1s), Code::Ttl);
    QCOMPARE(codeFor(kStart), Code::Done);
    QCOMPARE(codeFor(kStart + 3600s), Code::Done);
    QCOMPARE(codeFor(kStart + 3601s), Code::Ttl);
}

void RulesTest::any_timeIsADate()
{
    World world;
    const auto transaction = world.owner.next(AnchorBody{}, kStart);
    QCOMPARE(apply(world.state, transaction, Instant{-1s}).error().code, Code::Time);
    QCOMPARE(apply(world.state, transaction, instantOf(kLatestSecond) + 1s).error().code,
             Code::Time);
}

void RulesTest::any_effectiveTimeNeverFallsPerKey()
{
    World world;
    QCOMPARE(world.run(world.owner, AnchorBody{}, kStart + 60s)->t, kStart + 60s);
    QCOMPARE(world.run(world.owner, AnchorBody{}, kStart)->t, kStart + 60s);
    QCOMPARE(world.keyRow(world.owner).t, kStart + 60s);
}

void RulesTest::any_rejectionChangesNothing()
{
    World world;
    QCOMPARE(world.code(world.owner, world.grant()), Code::Done);
    const auto before = world.state.stateHash();
    QCOMPARE(world.code(world.owner, world.grant()), Code::Exists);
    QCOMPARE(world.code(world.stranger, world.revoke()), Code::Auth);
    QCOMPARE(world.state.stateHash(), before);
}

void RulesTest::host_timeWithin120Seconds()
{
    QVERIFY(checkHostTime(kStart, kStart + 120s));
    QVERIFY(checkHostTime(kStart, kStart - 120s));
    QCOMPARE(checkHostTime(kStart, kStart + 121s).error().code, Code::Time);
    QCOMPARE(checkHostTime(kStart, kStart - 121s).error().code, Code::Time);
    QCOMPARE(checkHostTime(kStart, kStart + 1h).error().error.detail,
             std::string{"E_TIME: the transaction time is 2027-01-15 08:00:00 UTC, more than 120 s "
                         "from the host's clock, 2027-01-15 09:00:00 UTC"});
}

void RulesTest::pointer_numberMustRise()
{
    World world;
    QCOMPARE(world.code(world.owner, SetPointerBody{{}, 0}), Code::Done);
    QCOMPARE(world.code(world.owner, SetPointerBody{{}, 0}), Code::Range);
    QCOMPARE(world.code(world.owner, SetPointerBody{{}, 7}), Code::Done);
    QCOMPARE(world.code(world.owner, SetPointerBody{{}, 6}), Code::Range);
}

void RulesTest::revokeKey_killsTheKey()
{
    World world;
    QCOMPARE(world.code(world.owner, RevokeKeyBody{}), Code::Done);
    QVERIFY(!world.keyRow(world.owner).live);
    QCOMPARE(world.keyRow(world.owner).seq, 1U);
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
