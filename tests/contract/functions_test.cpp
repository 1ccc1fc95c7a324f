// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/contract/shim_world.hpp"

#include <QTest>

#include <algorithm>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

namespace {

const std::string kCustody = "_implicit_org_Org1MSP";

std::string releaseKey(const GrantId &grant, std::uint32_t epoch = 1)
{
    return PrivateKey{.custodian = {}, .field = Field::Release, .id = grant.bytes(), .epoch = epoch}
        .text();
}

std::size_t countOf(const Simulation &simulation, protos::WriteRecord::Type type)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        simulation.writes, [type](const auto &write) { return write.type() == type; }));
}

/// A world with a share that was opened once and has all its private values.
struct OpenedWorld : ShimWorld
{
    explicit OpenedWorld(const PeerDouble::Ways &ways = {}) : ShimWorld{ways}
    {
        codeOfSubmit(owner, grantAt());
        codeOfDeposit(Deposit::release(gid, 1, release));
        codeOfDeposit(Deposit::notice(gid, 1, notice));
        rid = submit(doctor, request())->id;
        codeOfDeposit(Deposit::reason(rid, reason));
    }

    Code askRelease(Instant time = kStart)
    {
        return codeOf(question(QueryNumber::GetRelease, rid.bytes(), doctor, time));
    }

    TxId rid;
};

} // namespace

/// The functions of the contract over a driven stream: a test double stands in for the peer.
class FunctionsTest : public QObject
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
    void deposit_writesExactlyOnePrivateValue();
    void deposit_mayComeAgain();
    void deposit_readsTheLiveState();
    void deposit_isNotForAnotherOrganisation();
    void deposit_needsItsValueInTheTransientMap();
    void deposit_ofAWrongValueIsRefused();
    void deposit_ofAnotherTimeIsRefused();
    void deposit_endsWithTheLaterOfTwoClocks();
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
    void info_saysWhoAnswers();
    void call_thatIsNoneIsRejected();
    void call_ofAnotherChannelIsRejected();
    void call_byAnotherChaincodeIsRejected();
};

void FunctionsTest::submit_writesWhatTheRulesWrite_data()
{
    QTest::addColumn<bool>("batches");
    QTest::newRow("batches") << true;
    QTest::newRow("one by one") << false;
}

void FunctionsTest::submit_writesWhatTheRulesWrite()
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

void FunctionsTest::submit_writesOneByOneWithoutBatches()
{
    ShimWorld world{{.batches = false}};
    QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt()), Code::Done);
    QCOMPARE(world.last.requests[Message::WRITE_BATCH_STATE], 0);
    QCOMPARE(world.last.requests[Message::PUT_STATE], static_cast<int>(world.last.writes.size()));
}

void FunctionsTest::submit_cutsBatchesAsThePeerWants()
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

void FunctionsTest::submit_emitsOneEventThatNamesNobody()
{
    ShimWorld world;
    const auto outcome = world.submit(world.owner, world.grantAt());
    QVERIFY(world.last.event);
    QCOMPARE(world.last.event->event_name(), std::string{kEntryEvent});
    const auto event = parseEntryEvent(bytesOf(world.last.event->payload()));
    QVERIFY(event && event->first == outcome->id && event->second == Code::Done);
    QVERIFY(!world.last.event->payload().contains(textOf(world.owner.key().view())));
}

void FunctionsTest::submit_rejectedLeavesNothing()
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

void FunctionsTest::submit_refusedIsAnEntryOfStatus200()
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

void FunctionsTest::submit_ofAnotherTimeIsRejected()
{
    ShimWorld world;
    for (const auto difference : {-121s, 121s}) {
        QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt(), kStart + difference), Code::Time);
    }
    QCOMPARE(world.codeOfSubmit(world.owner, world.grantAt(), kStart + 120s), Code::Done);
}

void FunctionsTest::submit_needsACustodianOfTheChannel()
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

void FunctionsTest::submit_takesNoTransientMap()
{
    ShimWorld world;
    Invocation call = world.submission(world.owner.next(world.grantAt(), kStart));
    call.transient["value"] = Bytes(32);
    QCOMPARE(world.codeOf(call), Code::Enc);
}

void FunctionsTest::submit_readsNoRange()
{
    OpenedWorld world;
    world.codeOfSubmit(world.owner, world.revoke());
    QCOMPARE(world.last.requests[Message::GET_STATE_BY_RANGE], 0);
    QVERIFY(!world.last.reads.empty());
}

void FunctionsTest::revoke_purgesInTheSameTransaction()
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

void FunctionsTest::revoke_endsWhenTheCustodianLeftTheChannel()
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

void FunctionsTest::deposit_writesExactlyOnePrivateValue()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    QCOMPARE(world.codeOfDeposit(Deposit::release(world.gid, 1, world.release)), Code::Done);
    QCOMPARE(world.last.writes.size(), 1UL);
    QCOMPARE(world.last.writes[0].collection(), kCustody);
    QVERIFY(!world.last.event && world.last.response.payload().empty());
    QVERIFY(bytesOf(*world.peer.value(kCustody, releaseKey(world.gid))).size() == kReleaseBytes);
}

void FunctionsTest::deposit_mayComeAgain()
{
    OpenedWorld world;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(world.codeOfDeposit(Deposit::notice(world.gid, 1, world.notice)), Code::Done);
        QCOMPARE(world.last.writes.size(), 1UL);
    }
}

/// A deposit endorsed before a revoke must not be committed after it.
void FunctionsTest::deposit_readsTheLiveState()
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

void FunctionsTest::deposit_isNotForAnotherOrganisation()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt("Org2MSP"));
    QCOMPARE(world.codeOfDeposit(Deposit::release(world.gid, 1, world.release)), Code::Host);
    QCOMPARE(world.last.response.status(), kStatusFault);
    QVERIFY(world.last.writes.empty());
}

void FunctionsTest::deposit_needsItsValueInTheTransientMap()
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

void FunctionsTest::deposit_ofAWrongValueIsRefused()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    QCOMPARE(world.codeOfDeposit(Deposit::release(world.gid, 1, bytesNamed("x"))), Code::Mismatch);
    QCOMPARE(world.codeOfDeposit(Deposit::release(world.gid, 1, Bytes(31))), Code::Size);
    QCOMPARE(world.codeOfDeposit(Deposit::release(GrantId{}, 1, world.release)), Code::NotFound);
    QVERIFY(world.last.writes.empty());
}

void FunctionsTest::deposit_ofAnotherTimeIsRefused()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt());
    const Deposit value = Deposit::release(world.gid, 1, world.release);
    QCOMPARE(world.codeOfDeposit(value, kStart + 121s), Code::Time);
    QCOMPARE(world.codeOfDeposit(value, kStart - 121s), Code::Time);
    QCOMPARE(world.codeOfDeposit(value, kStart + 120s), Code::Done);
}

void FunctionsTest::deposit_endsWithTheLaterOfTwoClocks()
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

void FunctionsTest::release_writesNothingAndIsSealedToTheOneTimeKey()
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
void FunctionsTest::release_recordedInABlockOpensForNobodyElse()
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

void FunctionsTest::release_isRefusedWithoutARequest()
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

void FunctionsTest::release_isRefusedAfterTheEnd()
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

void FunctionsTest::release_isRefusedWhenTheClocksDisagree()
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

void FunctionsTest::release_ofAnotherCustodianIsNotAnswered()
{
    ShimWorld world;
    world.codeOfSubmit(world.owner, world.grantAt("Org2MSP"));
    const TxId rid = world.submit(world.doctor, world.request())->id;
    QCOMPARE(world.codeOf(world.question(QueryNumber::GetRelease, rid.bytes(), world.doctor)),
             Code::Host);
    QVERIFY(world.last.response.message().contains("not the custodian"));
}

void FunctionsTest::notice_andReasonAreAnswered()
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

void FunctionsTest::keyHead_isAnswered()
{
    OpenedWorld world;
    QCOMPARE(world.codeOf(
                 world.question(QueryNumber::KeyHead, world.owner.key().bytes(), world.stranger)),
             Code::Done);
    QCOMPARE(parseKeyRow(world.answer())->seq, 1U);
}

void FunctionsTest::entriesOf_pagesThroughAllRows()
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

void FunctionsTest::entriesOf_goesOnWhereThePeerStopsSilently()
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

void FunctionsTest::info_saysWhoAnswers()
{
    ShimWorld world;
    Invocation call = world.invocation(kInfoFunction, {});
    QCOMPARE(world.codeOf(call), Code::Enc); // an empty argument is one too many
    call.arguments.pop_back();
    call.txId = world.newTxId();
    QCOMPARE(world.codeOf(call), Code::Done);
    QVERIFY(parseHostInfo(world.answer())
            == (HostInfo{.version = 1, .network = world.network, .mspId = "Org1MSP"}));
}

void FunctionsTest::call_thatIsNoneIsRejected()
{
    ShimWorld world;
    QCOMPARE(world.codeOf(world.invocation("Steal", Bytes(3))), Code::Enc);
    QCOMPARE(world.codeOf(world.invocation("", Bytes(3))), Code::Enc);
    Invocation many = world.invocation(kSubmitFunction, Bytes(3));
    many.arguments.push_back(Bytes(1));
    QCOMPARE(world.codeOf(many), Code::Enc);
    Invocation none = world.invocation(kSubmitFunction, Bytes(3));
    none.arguments.clear();
    QCOMPARE(world.codeOf(none), Code::Enc);
    QCOMPARE(world.codeOf(world.invocation(kSubmitFunction, Bytes(70'000))), Code::Enc);
    Invocation shortId = world.invocation(kInfoFunction, {});
    shortId.txId = "abc";
    QCOMPARE(world.codeOf(shortId), Code::Enc);
}

void FunctionsTest::call_ofAnotherChannelIsRejected()
{
    ShimWorld world;
    Invocation call = world.submission(world.owner.next(world.grantAt(), kStart));
    call.channel = "another";
    QCOMPARE(world.codeOf(call), Code::Net);
}

/// A chaincode that calls this one hands on its own transaction, where no wallet looks for entries.
void FunctionsTest::call_byAnotherChaincodeIsRejected()
{
    ShimWorld world;
    for (const char *other : {"another", ""}) {
        Invocation call = world.submission(world.owner.next(world.grantAt(), kStart));
        call.contract = other;
        QCOMPARE(world.codeOf(call), Code::Net);
    }
}

QTEST_GUILESS_MAIN(FunctionsTest)
#include "functions_test.moc"
