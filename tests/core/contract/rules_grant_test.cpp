// SPDX-License-Identifier: Apache-2.0
#include "core/contract/state.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

/// The rules of shares: given, updated, ended (docs/spec/transaction.md).
/// One test each, at the edge where it changes its mind.
class RulesGrantTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

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
};

void RulesGrantTest::grant_idMustBeNew()
{
    World world;
    QCOMPARE(world.code(world.owner, world.grant()), Code::Done);
    auto body = world.grant();
    body.grantee = world.owner.key();
    QCOMPARE(world.code(world.stranger, body), Code::Exists);
}

void RulesGrantTest::grant_notForOneself()
{
    World world;
    auto body = world.grant();
    body.grantee = world.owner.key();
    QCOMPARE(world.code(world.owner, body), Code::Party);
}

void RulesGrantTest::grant_notForADeadKey()
{
    World world;
    QCOMPARE(world.code(world.doctor, RevokeKeyBody{}), Code::Done);
    QCOMPARE(world.code(world.owner, world.grant()), Code::Party);
}

void RulesGrantTest::grant_windowMustBeAPeriod()
{
    World world;
    auto body = world.grant();
    body.terms.notBefore = body.terms.expires;
    QCOMPARE(world.code(world.owner, body), Code::Window);
    body.terms.notBefore = body.terms.expires - 1s;
    QCOMPARE(world.code(world.owner, body), Code::Done);
}

void RulesGrantTest::grant_windowMustEndLaterButWithin400Days()
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

void RulesGrantTest::grant_startsAtEpoch1()
{
    World world;
    QCOMPARE(world.code(world.owner, world.grant()), Code::Done);
    const GrantRow row = world.grantRow();
    QCOMPARE(row.owner, world.owner.key());
    QCOMPARE(row.epoch, 1U);
    QCOMPARE(row.opens, 0U);
    QVERIFY(row.live);
    QCOMPARE(row.terms, world.grant().terms);
}

void RulesGrantTest::update_mustExist()
{
    World world;
    QCOMPARE(world.code(world.owner, world.update(2)), Code::NotFound);
}

void RulesGrantTest::update_onlyByTheOwner()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.code(world.doctor, world.update(2)), Code::Auth);
}

void RulesGrantTest::update_notAfterRevoking()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.owner, world.revoke());
    QCOMPARE(world.code(world.owner, world.update(2)), Code::Revoked);
}

void RulesGrantTest::update_notAfterExpiry()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.code(world.owner, world.update(2), kExpires), Code::Expired);
    QCOMPARE(world.code(world.owner, world.update(2), kExpires - 1s), Code::Done);
}

void RulesGrantTest::update_epochMustBeTheNext()
{
    World world;
    world.code(world.owner, world.grant());
    for (const std::uint32_t epoch : {0U, 1U, 3U}) {
        QCOMPARE(world.code(world.owner, world.update(epoch)), Code::Epoch);
    }
    QCOMPARE(world.code(world.owner, world.update(2)), Code::Done);
    QCOMPARE(world.grantRow().epoch, 2U);
    QCOMPARE(world.grantRow().manifest, Commitment{bytesNamed("manifest 2")});
}

void RulesGrantTest::update_purgesTheOldEpoch()
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

void RulesGrantTest::revoke_mustExist()
{
    World world;
    QCOMPARE(world.code(world.owner, world.revoke()), Code::NotFound);
}

void RulesGrantTest::revoke_onlyByTheOwnerOfAll()
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
    QVERIFY(world.grantRow().live);
}

void RulesGrantTest::revoke_onlyOnce()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.code(world.owner, world.revoke()), Code::Done);
    QCOMPARE(world.code(world.owner, world.revoke()), Code::Revoked);
}

void RulesGrantTest::revoke_endedOnlyAfterExpiry()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.code(world.owner, world.revoke(RevokeReason::Ended), kExpires - 1s),
             Code::Early);
    QCOMPARE(world.code(world.owner, world.revoke(RevokeReason::Ended), kExpires), Code::Done);
}

void RulesGrantTest::revoke_endedOnlyWhenUsedUpFor600Seconds()
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

void RulesGrantTest::revoke_purges()
{
    World world;
    world.code(world.owner, world.grant());
    QVERIFY(world.give(Deposit::release(world.gid, 1, world.release)));
    QVERIFY(world.give(Deposit::notice(world.gid, 1, world.notice)));
    QCOMPARE(world.code(world.owner, world.revoke()), Code::Done);
    for (const auto &[key, value] : world.state.privateValues()) {
        QVERIFY(!value.value);
    }
    QVERIFY(!world.grantRow().live);
}

void RulesGrantTest::revoke_isNeverEarlierThanItsGrants()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.run(world.doctor, world.request(), kStart + 90s)->t, kStart + 90s);
    QCOMPARE(world.run(world.owner, world.revoke(), kStart + 10s)->t, kStart + 90s);
    QCOMPARE(world.grantRow().t, kStart + 90s);
}

QTEST_GUILESS_MAIN(RulesGrantTest)
#include "rules_grant_test.moc"
