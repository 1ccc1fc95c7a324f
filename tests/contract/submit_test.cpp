// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/contract/opened_world.hpp"

#include <QTest>

#include <algorithm>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

namespace {

std::size_t countOf(const Simulation &simulation, protos::WriteRecord::Type type)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        simulation.writes, [type](const auto &write) { return write.type() == type; }));
}

} // namespace

/// The contract's function Submit over a driven stream: a test double stands in for the peer.
class SubmitTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void submit_writesWhatTheRulesWrite_data();
    void submit_writesWhatTheRulesWrite();
    void submit_writesOneByOneWithoutBatches();
    void submit_cutsBatchesAsThePeerWants();
    void submit_emitsOneEventThatNamesNobody();
    void submit_rejectedLeavesNothing();
    void submit_refusedIsAnEntryOfStatus200();
    void submit_ofAnotherTimeIsRejected();
    void submit_needsACustodianOfTheChannel();
    void submit_takesNoTransientMap();
    void submit_readsNoRange();
    void revoke_purgesInTheSameTransaction();
    void revoke_endsWhenTheCustodianLeftTheChannel();
};

void SubmitTest::submit_writesWhatTheRulesWrite_data()
{
    QTest::addColumn<bool>("batches");
    QTest::newRow("batches") << true;
    QTest::newRow("one by one") << false;
}

void SubmitTest::submit_writesWhatTheRulesWrite()
{
    QFETCH(bool, batches);
    ShimWorld world{{.batches = batches}};
    QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt()), Code::Done);
    const auto expected = apply(world.state, World{}.owner.next(world.grantAt(), kStart), kStart);
    QVERIFY(expected);
    QCOMPARE(world.peer.rows(), world.state.rows());
    QCOMPARE(world.peer.stateHash(), world.state.stateHash());
    QCOMPARE(parseOutcome(world.answer()).value(), *expected);
    QVERIFY(world.last.response.message().empty());
    QCOMPARE(world.peer.registeredAs(), std::string{"keepwell_1:00ff"});
}

void SubmitTest::submit_writesOneByOneWithoutBatches()
{
    ShimWorld world{{.batches = false}};
    QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt()), Code::Done);
    QCOMPARE(world.last.requests[Message::WRITE_BATCH_STATE], 0);
    QCOMPARE(world.last.requests[Message::PUT_STATE], static_cast<int>(world.last.writes.size()));
}

void SubmitTest::submit_cutsBatchesAsThePeerWants()
{
    ShimWorld world{{.mostWrites = 2}};
    QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt()), Code::Done);
    QCOMPARE(world.last.writes.size(), 5UL); // key, grant, and three index rows
    QCOMPARE(world.last.requests[Message::WRITE_BATCH_STATE], 3);
    ShimWorld whole;
    QCOMPARE(whole.codeOfSubmit(whole.owner, whole.grantAt()), Code::Done);
    QCOMPARE(whole.last.requests[Message::WRITE_BATCH_STATE], 1);
    QCOMPARE(whole.peer.stateHash(), world.peer.stateHash());
}

void SubmitTest::submit_emitsOneEventThatNamesNobody()
{
    ShimWorld world;
    const auto outcome = world.submit(world.owner, world.grantAt());
    QVERIFY(world.last.event);
    QCOMPARE(world.last.event->event_name(), std::string{kEntryEvent});
    const auto event = parseEntryEvent(bytesOf(world.last.event->payload()));
    QVERIFY(event && event->first == outcome->id && event->second == Code::Done);
    QVERIFY(!world.last.event->payload().contains(textOf(world.owner.key().view())));
}

void SubmitTest::submit_rejectedLeavesNothing()
{
    ShimWorld world;
    auto envelope = world.owner.next(world.grantAt(), kStart).envelope();
    envelope.signature[3] ^= std::byte{1};
    QCOMPARE(world.codeOf(world.invocation(kSubmitFunction, encode(envelope))), Code::Sig);
    QCOMPARE(world.last.response.status(), kStatusRejected);
    QVERIFY(world.last.writes.empty() && !world.last.event);
    QVERIFY(world.last.response.payload().empty() && !world.last.isBroken);
    QCOMPARE(world.codeOfSubmit(world.doctor, world.request()), Code::NotFound);
    QVERIFY(world.last.writes.empty() && !world.last.event);
    QVERIFY(world.peer.rows().empty());
}

void SubmitTest::submit_refusedIsAnEntryOfStatus200()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    const auto refused = world.submit(world.stranger, world.request());
    QVERIFY(refused && refused->code == Code::Party);
    QCOMPARE(world.last.response.status(), kStatusDone);
    QVERIFY(world.last.response.message().empty());
    QVERIFY(parseEntryEvent(bytesOf(world.last.event->payload()))->second == Code::Party);
    QVERIFY(world.peer.value({}, accessRowKey(refused->id)));
}

void SubmitTest::submit_ofAnotherTimeIsRejected()
{
    ShimWorld world;
    for (const auto difference : {-121s, 121s}) {
        QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt(), kStart + difference), Code::Time);
    }
    QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt(), kStart + 120s), Code::Done);
}

void SubmitTest::submit_needsACustodianOfTheChannel()
{
    ShimWorld world;
    for (const char *custodian : {"", "Org3MSP", "Org1MSP ", "../Org1MSP", "Org1MSP~"}) {
        QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt(custodian)), Code::Party);
        QCOMPARE(world.codeOfSubmit(world.owner, world.deliveryAt(custodian)), Code::Party);
    }
    QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt("Org2MSP")), Code::Done);
    world.peer.addOrganisation("Org3MSP");
    QCOMPARE(world.codeOfSubmit(world.stranger, world.deliveryAt("Org3MSP")), Code::Done);
}

void SubmitTest::submit_takesNoTransientMap()
{
    ShimWorld world;
    Invocation call = world.submission(world.owner.next(world.grantAt(), kStart));
    call.transient["value"] = Bytes(32);
    QCOMPARE(world.codeOf(call), Code::Enc);
}

void SubmitTest::submit_readsNoRange()
{
    OpenedWorld world;
    world.codeOfSubmit(world.owner, world.revoke());
    QCOMPARE(world.last.requests[Message::GET_STATE_BY_RANGE], 0);
    QVERIFY(!world.last.reads.empty());
}

void SubmitTest::revoke_purgesInTheSameTransaction()
{
    for (const bool batches : {true, false}) {
        OpenedWorld world{{.batches = batches}};
        QVERIFY(world.peer.value(kCustody, releaseKey(world.gid)));
        QCOMPARE(world.codeOfSubmit(world.owner, world.revoke()), Code::Done);
        QCOMPARE(countOf(world.last, protos::WriteRecord::PURGE_PRIVATE_DATA), 2UL);
        QVERIFY(!world.peer.value(kCustody, releaseKey(world.gid)));
        QCOMPARE(world.codeOfDeposit(Deposit::release(world.gid, 1, world.release)), Code::State);
    }
}

void SubmitTest::revoke_endsWhenTheCustodianLeftTheChannel()
{
    for (const bool batches : {true, false}) {
        ShimWorld world{{.batches = batches}};
        QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt("Org2MSP")), Code::Done);
        world.peer.removeOrganisation("Org2MSP");
        QCOMPARE(world.codeOfSubmit(world.owner, world.revoke()), Code::Done);
        QCOMPARE(countOf(world.last, protos::WriteRecord::PURGE_PRIVATE_DATA), 0UL);
        const auto row = world.peer.value({}, grantRowKey(world.gid));
        QVERIFY(!parseGrantRow(bytesOf(*row))->live);
    }
}

QTEST_GUILESS_MAIN(SubmitTest)
#include "submit_test.moc"
