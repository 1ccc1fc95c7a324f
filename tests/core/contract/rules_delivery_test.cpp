// SPDX-License-Identifier: Apache-2.0
#include "core/contract/state.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/world.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;

/// The rules of deliveries (docs/spec/transaction.md).
/// One test each, at the edge where it changes its mind.
class RulesDeliveryTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }

    void deliver_idMustBeNew();
    void deliver_notToADeadKey();

    void acknowledge_mustExist();
    void acknowledge_onlyByTheReceiver();
    void acknowledge_onlyOnce();
    void acknowledge_purgesTheNotice();
};

void RulesDeliveryTest::deliver_idMustBeNew()
{
    World world;
    QCOMPARE(world.code(world.doctor, world.delivery()), Code::Done);
    QCOMPARE(world.code(world.stranger, world.delivery()), Code::Exists);
}

void RulesDeliveryTest::deliver_notToADeadKey()
{
    World world;
    world.code(world.owner, RevokeKeyBody{});
    QCOMPARE(world.code(world.doctor, world.delivery()), Code::Party);
}

void RulesDeliveryTest::acknowledge_mustExist()
{
    World world;
    QCOMPARE(world.code(world.owner, AckDeliveryBody{world.did, Decision::Filed}), Code::NotFound);
}

void RulesDeliveryTest::acknowledge_onlyByTheReceiver()
{
    World world;
    world.code(world.doctor, world.delivery());
    QCOMPARE(world.code(world.doctor, AckDeliveryBody{world.did, Decision::Filed}), Code::Auth);
}

void RulesDeliveryTest::acknowledge_onlyOnce()
{
    World world;
    world.code(world.doctor, world.delivery());
    QCOMPARE(world.code(world.owner, AckDeliveryBody{world.did, Decision::Refused}), Code::Done);
    QCOMPARE(world.code(world.owner, AckDeliveryBody{world.did, Decision::Filed}), Code::State);
    const auto row = parseDeliveryRow(*world.state.get(deliveryRowKey(world.did)).value()).value();
    QCOMPARE(row.decision, std::optional{Decision::Refused});
}

void RulesDeliveryTest::acknowledge_purgesTheNotice()
{
    World world;
    world.code(world.doctor, world.delivery());
    QVERIFY(world.give(Deposit::notice(world.did, world.notice)));
    world.code(world.owner, AckDeliveryBody{world.did, Decision::Filed});
    QCOMPARE(world.state.privateValues().size(), 1U);
    QVERIFY(!world.state.privateValues().begin()->second.value);
}

QTEST_GUILESS_MAIN(RulesDeliveryTest)
#include "rules_delivery_test.moc"
