// SPDX-License-Identifier: Apache-2.0
#include "core/contract/replay_partial.hpp"
#include "core/contract/state.hpp"
#include "tests/core/contract/world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using test::kStart;
using test::World;

namespace {

constexpr std::chrono::seconds kLater{5};

/// What a wallet of the owner sees: her share, and not what else the doctor did.
struct Seen
{
    World world;
    MapState state;

    Seen()
    {
        const auto grant = world.owner.next(world.grant(), kStart);
        if (!replayPartial(state, grant, kStart, Code::Done, kStart)) {
            qFatal("the share itself does not replay");
        }
        world.owner.accepted(grant.id());
        for (const char *unseen : {"one", "two", "three"}) {
            world.doctor.accepted(TxId{test::bytesNamed(unseen)});
        }
    }

    Verdict<Outcome> take(test::Actor &signer, Body body, Code recorded, Instant t = kStart)
    {
        return replayPartial(state, signer.next(std::move(body), kStart), kStart, recorded, t);
    }

    GrantRow grant()
    {
        const auto row = state.get(grantRowKey(world.gid));
        return *parseGrantRow(**row);
    }
};

} // namespace

class ReplayPartialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapOfAnotherKey_isBelieved()
    {
        Seen seen;
        const auto taken = seen.take(seen.world.doctor, seen.world.request(), Code::Done);
        QVERIFY(taken);
        QCOMPARE(seen.grant().opens, 1U);
    }

    void laterTimeOfAnotherKey_isBelieved()
    {
        Seen seen;
        const auto taken
            = seen.take(seen.world.doctor, seen.world.request(), Code::Done, kStart + kLater);
        QVERIFY(taken);
        QVERIFY(taken->t == kStart + kLater);
        QVERIFY(seen.grant().last == kStart + kLater);
    }

    void earlierTime_isRejected()
    {
        Seen seen;
        const auto taken
            = seen.take(seen.world.doctor, seen.world.request(), Code::Done, kStart - kLater);
        QVERIFY(!taken);
        QCOMPARE(taken.error().error.code, ErrorCode::Tampered);
        QCOMPARE(seen.grant().opens, 0U);
    }

    void earlierThanItsShare_isRejected()
    {
        Seen seen;
        QVERIFY(seen.take(seen.world.doctor, seen.world.request(), Code::Done, kStart + kLater));
        QVERIFY(!seen.take(seen.world.doctor, seen.world.request(), Code::Done, kStart));
    }

    void outcome_isDecidedAgain()
    {
        Seen seen;
        const auto granted = seen.take(seen.world.stranger, seen.world.request(), Code::Done);
        QVERIFY(!granted);
        QCOMPARE(granted.error().error.code, ErrorCode::Tampered);
        QVERIFY(seen.take(seen.world.stranger, seen.world.request(), Code::Party));
        QVERIFY(!seen.take(seen.world.doctor, seen.world.request(2), Code::Done));
        QVERIFY(!seen.take(seen.world.doctor, seen.world.request(), Code::Expired));
    }

    void deadOwner_isBelieved_forTheRefusalAlone()
    {
        Seen seen;
        QVERIFY(seen.take(seen.world.doctor, seen.world.request(), Code::KeyRevoked));
        QCOMPARE(seen.grant().opens, 0U);
        QVERIFY(seen.take(seen.world.doctor, seen.world.request(), Code::Done));
    }

    void unseenGrants_ofARevoke_areTheSigners()
    {
        Seen seen;
        const GrantId other{test::bytesNamed("another gid")};
        const RevokeBody both{.grants = {seen.world.gid, other}, .reason = RevokeReason::Stopped};
        QVERIFY(!seen.take(seen.world.stranger, both, Code::Done));
        QVERIFY(seen.take(seen.world.owner, both, Code::Done));
        QVERIFY(!seen.grant().live);
        QVERIFY(!seen.state.get(grantRowKey(other))->has_value());
    }

    void ownKey_isFollowed()
    {
        Seen seen;
        const auto next = seen.world.owner.next(seen.world.revoke(), kStart);
        QVERIFY(followsItsKey(seen.state, next));
        seen.world.owner.accepted(next.id());
        const auto afterIt = seen.world.owner.next(AnchorBody{.root = {}}, kStart);
        const auto followed = followsItsKey(seen.state, afterIt);
        QVERIFY(!followed);
        QCOMPARE(followed.error().code, Code::Seq);
        QCOMPARE(followed.error().error.code, ErrorCode::Tampered);
        const auto first = seen.world.stranger.next(AnchorBody{.root = {}}, kStart);
        QVERIFY(followsItsKey(seen.state, first));
    }
};

QTEST_GUILESS_MAIN(ReplayPartialTest)
#include "replay_partial_test.moc"
