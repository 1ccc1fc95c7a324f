// SPDX-License-Identifier: Apache-2.0
#include "core/contract/state.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

/// The rules of opening a share (docs/spec/transaction.md).
/// One test each, at the edge where it changes its mind.
class RulesAccessTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

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
};

void RulesAccessTest::request_mustExist()
{
    World world;
    QCOMPARE(world.run(world.doctor, world.request()).error().code, Code::NotFound);
}

void RulesAccessTest::request_byAnotherKeyIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.run(world.stranger, world.request())->code, Code::Party);
    QCOMPARE(world.run(world.owner, world.request())->code, Code::Party);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Done);
}

void RulesAccessTest::request_afterRevokingIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.owner, world.revoke());
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Revoked);
}

void RulesAccessTest::request_tooEarlyIsRefused()
{
    World world;
    auto body = world.grant();
    body.terms.notBefore = kStart + 1h;
    world.code(world.owner, body);
    QCOMPARE(world.run(world.doctor, world.request(), kStart + 1h - 1s)->code, Code::Early);
    QCOMPARE(world.run(world.doctor, world.request(), kStart + 1h)->code, Code::Done);
}

void RulesAccessTest::request_afterExpiryIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    QCOMPARE(world.run(world.doctor, world.request(), kExpires - 1s)->code, Code::Done);
    QCOMPARE(world.run(world.doctor, world.request(), kExpires)->code, Code::Expired);
}

void RulesAccessTest::request_ofAnotherEpochIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.owner, world.update(2));
    QCOMPARE(world.run(world.doctor, world.request(1))->code, Code::Epoch);
    QCOMPARE(world.run(world.doctor, world.request(3))->code, Code::Epoch);
    QCOMPARE(world.run(world.doctor, world.request(2))->code, Code::Done);
}

void RulesAccessTest::request_usedUpIsRefused()
{
    World world;
    auto body = world.grant();
    body.terms.maxOpens = 2;
    world.code(world.owner, body);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Done);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Done);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Opens);
}

void RulesAccessTest::request_withADeadOwnerIsRefused()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.owner, RevokeKeyBody{});
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::KeyRevoked);
}

void RulesAccessTest::request_countsOpensAndRemembersTheLast()
{
    World world;
    world.code(world.owner, world.grant());
    world.code(world.doctor, world.request(), kStart + 5s);
    world.code(world.doctor, world.request(), kStart + 9s);
    const GrantRow row = world.grantRow();
    QCOMPARE(row.opens, 2U);
    QCOMPARE(row.last, kStart + 9s);
    QCOMPARE(row.t, kStart + 9s);
}

void RulesAccessTest::request_refusedTouchesOnlyKeyAccessAndRefusals()
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

void RulesAccessTest::request_seventeenthRefusalIsRejected()
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

void RulesAccessTest::request_grantedIsNeverStoppedByTheQuota()
{
    World world;
    world.code(world.owner, world.grant());
    for (int i = 0; i < 16; ++i) {
        QCOMPARE(world.run(world.doctor, world.request(9))->code, Code::Epoch);
    }
    QCOMPARE(world.code(world.doctor, world.request(9)), Code::Quota);
    QCOMPARE(world.run(world.doctor, world.request())->code, Code::Done);
}

QTEST_GUILESS_MAIN(RulesAccessTest)
#include "rules_access_test.moc"
