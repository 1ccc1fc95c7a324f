// SPDX-License-Identifier: Apache-2.0
#include "core/contract/state.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::days kMonth{30};

GrantRow grantRow(World &world)
{
    return parseGrantRow(*world.state.get(grantRowKey(world.gid)).value()).value();
}

KeyRow keyRow(World &world, const Actor &actor)
{
    return parseKeyRow(*world.state.get(keyRowKey(actor.key())).value()).value();
}

} // namespace

/// One test per rule of docs/spec/transaction.md, at the edge where it changes its mind.
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

    void grant_idMustBeNew();
    void grant_notForOneself();
    void grant_notForADeadKey();
    void grant_windowMustBeAPeriod();
    void grant_windowMustEndLaterButWithin400Days();
    void grant_startsAtEpoch1();

    void update_mustExist();
    void update_onlyByTheOwner();
    void update_notAfterRevoking();
    void update_notAfterExpiry();
    void update_epochMustBeTheNext();
    void update_purgesTheOldEpoch();

    void revoke_mustExist();
    void revoke_onlyByTheOwnerOfAll();
    void revoke_onlyOnce();
    void revoke_endedOnlyAfterExpiry();
    void revoke_endedOnlyWhenUsedUpFor600Seconds();
    void revoke_purges();
    void revoke_isNeverEarlierThanItsGrants();

    void request_mustExist();
    void request_byAnotherKeyIsRefused();
    void request_afterRevokingIsRefused();
    void request_tooEarlyIsRefused();
    void request_afterExpiryIsRefused();
    void request_ofAnotherEpochIsRefused();
    void request_usedUpIsRefused();
    void request_withADeadOwnerIsRefused();
    void request_countsOpensAndRemembersTheLast();
    void request_refusedTouchesOnlyKeyAccessAndRefusals();
    void request_seventeenthRefusalIsRejected();
    void request_grantedIsNeverStoppedByTheQuota();

    void deliver_idMustBeNew();
    void deliver_notToADeadKey();
    void acknowledge_mustExist();
    void acknowledge_onlyByTheReceiver();
    void acknowledge_onlyOnce();
    void acknowledge_purgesTheNotice();
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
    QCOMPARE(keyRow(world, world.owner).t, kStart + 60s);
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

void RulesTest::grant_idMustBeNew()
{
    World world;
    QCOMPARE(world.code(world.owner, world.grant()), Code::Done);
    auto body = world.grant();
    body.grantee = world.owner.key();
    QCOMPARE(world.code(world.stranger, body), Code::Exists);
}

void RulesTest::grant_notForOneself()
{
    World world;
    auto body = world.grant();
    body.grantee = world.owner.key();
    QCOMPARE(world.code(world.owner, body), Code::Party);
}

void RulesTest::grant_notForADeadKey()
{
    World world;
    QCOMPARE(world.code(world.doctor, RevokeKeyBody{}), Code::Done);
    QCOMPARE(world.code(world.owner, world.grant()), Code::Party);
}

void RulesTest::grant_windowMustBeAPeriod()
{
    World world;
    auto body = world.grant();
    body.terms.notBefore = body.terms.expires;
    QCOMPARE(world.code(world.owner, body), Code::Window);
    body.terms.notBefore = body.terms.expires - 1s;
    QCOMPARE(world.code(world.owner, body), Code::Done);
}

void RulesTest::grant_windowMustEndLaterButWithin400Days()
{
    World world;
    auto body = world.grant();
    body.terms.notBefore = kStart - 10s;
    body.terms.expires = kStart;
    QCOMPARE(world.code(world.owner, body), Code::Window);
    body.terms.expires = kStart + std::chrono::days{400} + 1s;
    QCOMPARE(world.code(world.owner, body), Code::Window);
    body.terms.expires = kStart + std::chrono::days{400};
    QCOMPARE(world.code(world.owner, body), Code::Done);
    body.grant = GrantId{bytesNamed("second")};
    body.terms.expires = kStart + 1s;
    QCOMPARE(world.code(world.owner, body), Code::Done);
}

void RulesTest::grant_startsAtEpoch1()
{
    World world;
    QCOMPARE(world.code(world.owner, world.grant()), Code::Done);
    const GrantRow row = grantRow(world);
    QCOMPARE(row.owner, world.owner.key());
    QCOMPARE(row.epoch, 1U);
    QCOMPARE(row.opens, 0U);
    QVERIFY(row.live);
    QCOMPARE(row.terms, world.grant().terms);
}

void RulesTest::update_mustExist()
{
    World world;
    QCOMPARE(world.code(world.owner, world.update(2)), Code::NotFound);
}

void RulesTest::update_onlyByTheOwner()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.code(world.doctor, world.update(2)), Code::Auth);
}

void RulesTest::update_notAfterRevoking()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.owner, world.revoke());
    QCOMPARE(world.code(world.owner, world.update(2)), Code::Revoked);
}

void RulesTest::update_notAfterExpiry()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.code(world.owner, world.update(2), kStart + kMonth), Code::Expired);
    QCOMPARE(world.code(world.owner, world.update(2), kStart + kMonth - 1s), Code::Done);
}

void RulesTest::update_epochMustBeTheNext()
{
    World world;
    world.code(world.owner, world.grant());
    for (const std::uint32_t epoch : {0U, 1U, 3U}) {
        QCOMPARE(world.code(world.owner, world.update(epoch)), Code::Epoch);
    }
    QCOMPARE(world.code(world.owner, world.update(2)), Code::Done);
    QCOMPARE(grantRow(world).epoch, 2U);
    QCOMPARE(grantRow(world).manifest, Commitment{bytesNamed("manifest 2")});
}

void RulesTest::update_purgesTheOldEpoch()
{
    World world;
    world.code(world.owner, world.grant());
    QVERIFY(world.give(Deposit::release(world.gid, 1, world.release)));
    QVERIFY(world.give(Deposit::notice(world.gid, 1, world.notice)));
    QCOMPARE(world.code(world.owner, world.update(2)), Code::Done);
    for (const auto &[key, value] : world.state.privateValues()) {
        QVERIFY(!value.value);
    }
    QCOMPARE(world.state.privateValues().size(), 2U);
}

void RulesTest::revoke_mustExist()
{
    World world;
    QCOMPARE(world.code(world.owner, world.revoke()), Code::NotFound);
}

void RulesTest::revoke_onlyByTheOwnerOfAll()
{
    World world;
    world.code(world.owner, world.grant());
    auto other = world.grant();
    other.grant = GrantId{bytesNamed("other")};
    world.code(world.stranger, other);
    QCOMPARE(world.code(world.doctor, world.revoke()), Code::Auth);
    auto both = world.revoke();
    both.grants.push_back(other.grant);
    QCOMPARE(world.code(world.owner, both), Code::Auth);
    QVERIFY(grantRow(world).live);
}

void RulesTest::revoke_onlyOnce()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.code(world.owner, world.revoke()), Code::Done);
    QCOMPARE(world.code(world.owner, world.revoke()), Code::Revoked);
}

void RulesTest::revoke_endedOnlyAfterExpiry()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.code(world.owner, world.revoke(RevokeReason::Ended), kStart + kMonth - 1s),
             Code::Early);
    QCOMPARE(world.code(world.owner, world.revoke(RevokeReason::Ended), kStart + kMonth),
             Code::Done);
}

void RulesTest::revoke_endedOnlyWhenUsedUpFor600Seconds()
{
    World world;
    auto body = world.grant();
    body.terms.maxOpens = 1;
    world.code(world.owner, body);
    QCOMPARE(world.code(world.owner, world.revoke(RevokeReason::Ended), kStart + 1h), Code::Early);
    QCOMPARE(world.code(world.doctor, world.request(), kStart + 2h), Code::Done);
    QCOMPARE(world.code(world.owner, world.revoke(RevokeReason::Ended), kStart + 2h + 600s),
             Code::Early);
    QCOMPARE(world.code(world.owner, world.revoke(RevokeReason::Ended), kStart + 2h + 601s),
             Code::Done);
}

void RulesTest::revoke_purges()
{
    World world;
    world.code(world.owner, world.grant());
    QVERIFY(world.give(Deposit::release(world.gid, 1, world.release)));
    QVERIFY(world.give(Deposit::notice(world.gid, 1, world.notice)));
    QCOMPARE(world.code(world.owner, world.revoke()), Code::Done);
    for (const auto &[key, value] : world.state.privateValues()) {
        QVERIFY(!value.value);
    }
    QVERIFY(!grantRow(world).live);
}

void RulesTest::revoke_isNeverEarlierThanItsGrants()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.run(world.doctor, world.request(), kStart + 90s)->t, kStart + 90s);
    QCOMPARE(world.run(world.owner, world.revoke(), kStart + 10s)->t, kStart + 90s);
    QCOMPARE(grantRow(world).t, kStart + 90s);
}

void RulesTest::request_mustExist()
{
    World world;
    QCOMPARE(world.run(world.doctor, world.request()).error().code, Code::NotFound);
}

void RulesTest::request_byAnotherKeyIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.run(world.stranger, world.request())->code, Code::Party);
    QCOMPARE(world.run(world.owner, world.request())->code, Code::Party);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Done);
}

void RulesTest::request_afterRevokingIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.owner, world.revoke());
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Revoked);
}

void RulesTest::request_tooEarlyIsRefused()
{
    World world;
    auto body = world.grant();
    body.terms.notBefore = kStart + 1h;
    world.code(world.owner, body);
    QCOMPARE(world.run(world.doctor, world.request(), kStart + 1h - 1s)->code, Code::Early);
    QCOMPARE(world.run(world.doctor, world.request(), kStart + 1h)->code, Code::Done);
}

void RulesTest::request_afterExpiryIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.run(world.doctor, world.request(), kStart + kMonth - 1s)->code, Code::Done);
    QCOMPARE(world.run(world.doctor, world.request(), kStart + kMonth)->code, Code::Expired);
}

void RulesTest::request_ofAnotherEpochIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.owner, world.update(2));
    QCOMPARE(world.run(world.doctor, world.request(1))->code, Code::Epoch);
    QCOMPARE(world.run(world.doctor, world.request(3))->code, Code::Epoch);
    QCOMPARE(world.run(world.doctor, world.request(2))->code, Code::Done);
}

void RulesTest::request_usedUpIsRefused()
{
    World world;
    auto body = world.grant();
    body.terms.maxOpens = 2;
    world.code(world.owner, body);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Done);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Done);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Opens);
}

void RulesTest::request_withADeadOwnerIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.owner, RevokeKeyBody{});
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::KeyRevoked);
}

void RulesTest::request_countsOpensAndRemembersTheLast()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.doctor, world.request(), kStart + 5s);
    world.code(world.doctor, world.request(), kStart + 9s);
    const GrantRow row = grantRow(world);
    QCOMPARE(row.opens, 2U);
    QCOMPARE(row.last, kStart + 9s);
    QCOMPARE(row.t, kStart + 9s);
}

void RulesTest::request_refusedTouchesOnlyKeyAccessAndRefusals()
{
    World world;
    world.code(world.owner, world.grant());
    const auto before = world.state.rows();
    const auto outcome = world.run(world.stranger, world.request(), kStart + 50s);
    QVERIFY(outcome->refused());
    std::vector<std::string> changed;
    for (const auto &[key, value] : world.state.rows()) {
        const auto old = before.find(key);
        if (old == before.end() || old->second != value) {
            changed.push_back(key);
        }
    }
    const std::vector<std::string> expected{accessRowKey(outcome->id),
                                            keyRowKey(world.stranger.key()),
                                            refusalsRowKey(world.gid, world.stranger.key())};
    QCOMPARE(changed, expected);
}

void RulesTest::request_seventeenthRefusalIsRejected()
{
    World world;
    world.code(world.owner, world.grant());
    for (int i = 0; i < 16; ++i) {
        QCOMPARE(world.run(world.stranger, world.request())->code, Code::Party);
    }
    const auto before = world.state.stateHash();
    const auto rejected = world.run(world.stranger, world.request());
    QVERIFY(!rejected);
    QCOMPARE(rejected.error().code, Code::Quota);
    QCOMPARE(world.state.stateHash(), before);
    Actor other{world.network, "another stranger"};
    QCOMPARE(world.run(other, world.request())->code, Code::Party);
}

void RulesTest::request_grantedIsNeverStoppedByTheQuota()
{
    World world;
    world.code(world.owner, world.grant());
    for (int i = 0; i < 16; ++i) {
        QCOMPARE(world.run(world.doctor, world.request(9))->code, Code::Epoch);
    }
    QCOMPARE(world.code(world.doctor, world.request(9)), Code::Quota);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Done);
}

void RulesTest::deliver_idMustBeNew()
{
    World world;
    QCOMPARE(world.code(world.doctor, world.delivery()), Code::Done);
    QCOMPARE(world.code(world.stranger, world.delivery()), Code::Exists);
}

void RulesTest::deliver_notToADeadKey()
{
    World world;
    world.code(world.owner, RevokeKeyBody{});
    QCOMPARE(world.code(world.doctor, world.delivery()), Code::Party);
}

void RulesTest::acknowledge_mustExist()
{
    World world;
    QCOMPARE(world.code(world.owner, AckDeliveryBody{world.did, Decision::Filed}), Code::NotFound);
}

void RulesTest::acknowledge_onlyByTheReceiver()
{
    World world;
    world.code(world.doctor, world.delivery());
    QCOMPARE(world.code(world.doctor, AckDeliveryBody{world.did, Decision::Filed}), Code::Auth);
}

void RulesTest::acknowledge_onlyOnce()
{
    World world;
    world.code(world.doctor, world.delivery());
    QCOMPARE(world.code(world.owner, AckDeliveryBody{world.did, Decision::Refused}), Code::Done);
    QCOMPARE(world.code(world.owner, AckDeliveryBody{world.did, Decision::Filed}), Code::State);
    const auto row = parseDeliveryRow(*world.state.get(deliveryRowKey(world.did)).value()).value();
    QCOMPARE(row.decision, std::optional{Decision::Refused});
}

void RulesTest::acknowledge_purgesTheNotice()
{
    World world;
    world.code(world.doctor, world.delivery());
    QVERIFY(world.give(Deposit::notice(world.did, world.notice)));
    world.code(world.owner, AckDeliveryBody{world.did, Decision::Filed});
    QCOMPARE(world.state.privateValues().size(), 1U);
    QVERIFY(!world.state.privateValues().begin()->second.value);
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
    QVERIFY(!keyRow(world, world.owner).live);
    QCOMPARE(keyRow(world, world.owner).seq, 1U);
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
