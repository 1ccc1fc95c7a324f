// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/contract/shim_world.hpp"

#include <QTest>

#include <future>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

namespace {

contractserver::LoopOptions withLimits(const contractserver::SessionLimits &limits)
{
    auto options = ShimWorld::loopOptions();
    options.session = limits;
    return options;
}

Message ofType(Message::Type type, std::string payload = {})
{
    Message message;
    message.set_type(type);
    message.set_payload(std::move(payload));
    return message;
}

/// An entry that needs nothing but its own key.
Invocation anchorBy(ShimWorld &world, Actor &actor)
{
    const auto transaction = actor.next(AnchorBody{bytesNamed("root")}, kStart);
    actor.accepted(transaction.id());
    return world.submission(transaction);
}

Code codeOf(const Simulation &simulation)
{
    const auto rejection = parseRejection(simulation.response.message());
    return rejection ? rejection->code : Code::Done;
}

} // namespace

/// One peer's stream, and several: a test double stands in for the peers.
class StreamTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void transactions_runInterleaved();
    void transactions_moreThanMayBeAreRefused();
    void transaction_thatIsGivenUpFreesItsPlace();
    void transaction_ofAPeerThatNeverAnswersEnds();
    void answer_thatWasNotAskedForIsLeft();
    void answer_ofTrouble_isTheHostsFault();
    void answer_thatIsTooLargeIsRefused();
    void answers_moreThanMayBeHeldAreRefused();
    void answer_ofARangeMustBeOfTheRange_data();
    void answer_ofARangeMustBeOfTheRange();
    void answers_withFlippedBitsEndInARejection();
    void peer_thatBreaksTheProtocolIsLetGo_data();
    void peer_thatBreaksTheProtocolIsLetGo();
    void peer_olderThanBatchesIsServed();
    void peer_thatReadsNothingHoldsUpNobody();
    void transaction_thatCannotBeReadIsRejected();
    void keepalive_isAnswered();
    void init_isNotNeeded();
    void streamLost_freesEverything();
    void peers_areServedAtOnceAndApart();
    void peers_moreThanMayBeAreRefused();
    void stop_letsTransactionsEnd();
    void stop_cutsOffWhatDoesNotEnd();
    void log_namesNobody();
};

void StreamTest::initTestCase()
{
    contractserver::silenceLibraries();
    crypto::initialise();
}

void StreamTest::transactions_runInterleaved()
{
    constexpr int kMany = 200;
    ShimWorld world{{}, withLimits({.mostAtWork = kMany})};
    std::vector<Actor> actors;
    std::vector<Invocation> calls;
    world.peer.holdAnswers(true);
    for (int i = 0; i < kMany; ++i) {
        actors.emplace_back(world.network, "actor " + std::to_string(i));
        calls.push_back(anchorBy(world, actors.back()));
        world.peer.start(calls.back());
    }
    // All are in the middle; now they are answered in random order.
    world.peer.awaitRequestsHeld(kMany);
    QCOMPARE(world.peer.requestsHeld(), static_cast<std::size_t>(kMany));
    world.peer.holdAnswers(false);
    for (const Invocation &call : calls) {
        const Simulation done = world.peer.finish(call.txId);
        QVERIFY(done.isDone && done.response.status() == kStatusDone);
        QVERIFY(world.peer.commit(done));
    }
    QCOMPARE(world.peer.rows().size(), 2UL * kMany);
    QVERIFY(world.peer.unexpected().empty());
}

void StreamTest::transactions_moreThanMayBeAreRefused()
{
    ShimWorld world{{}, withLimits({.mostAtWork = 3})};
    world.peer.holdAnswers(true);
    std::vector<Invocation> calls;
    for (int i = 0; i < 5; ++i) {
        Actor actor{world.network, "actor " + std::to_string(i)};
        calls.push_back(anchorBy(world, actor));
        world.peer.start(calls.back());
    }
    for (std::size_t i = 3; i < calls.size(); ++i) {
        const Simulation refused = world.peer.finish(calls[i].txId);
        QCOMPARE(codeOf(refused), Code::Host);
        QVERIFY(refused.response.message().contains("busy"));
    }
    world.peer.holdAnswers(false);
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(codeOf(world.peer.finish(calls[i].txId)), Code::Done);
    }
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.owner))), Code::Done);
}

/// A peer gives a transaction up without a word; that it starts the same again is how one sees it.
void StreamTest::transaction_thatIsGivenUpFreesItsPlace()
{
    ShimWorld world{{}, withLimits({.mostAtWork = 1})};
    world.peer.holdAnswers(true);
    const Invocation call = anchorBy(world, world.owner);
    world.peer.start(call);
    world.peer.awaitRequestsHeld(1);
    const Simulation again = world.peer.simulate(call);
    QCOMPARE(codeOf(again), Code::Host);
    QVERIFY(again.writes.empty());
    world.peer.holdAnswers(false);
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.doctor))), Code::Done);
}

void StreamTest::transaction_ofAPeerThatNeverAnswersEnds()
{
    ShimWorld world{{}, withLimits({.mostAtWork = 1, .transaction = 30ms})};
    world.peer.holdAnswers(true);
    for (Actor *actor : {&world.owner, &world.doctor}) {
        const Simulation done = world.peer.simulate(anchorBy(world, *actor));
        QCOMPARE(codeOf(done), Code::Host);
        QVERIFY(done.isDone && done.response.message().contains("in time"));
    }
}

void StreamTest::answer_thatWasNotAskedForIsLeft()
{
    ShimWorld world;
    world.peer.holdAnswers(true);
    const Invocation call = anchorBy(world, world.owner);
    world.peer.start(call);
    world.peer.awaitRequestsHeld(1);
    Message stray = ofType(Message::RESPONSE, "another transaction's");
    stray.set_txid(world.newTxId());
    stray.set_channel_id("keepwell");
    world.peer.send(stray);
    stray.set_txid(call.txId);
    stray.set_channel_id("another channel");
    world.peer.send(stray);
    world.peer.holdAnswers(false);
    QCOMPARE(codeOf(world.peer.finish(call.txId)), Code::Done);
}

void StreamTest::answer_ofTrouble_isTheHostsFault()
{
    PeerDouble::Ways ways;
    ways.lies = [](const Message &, Message &reply) {
        reply.set_type(Message::ERROR);
        reply.set_payload("leveldb: the disk is full");
    };
    ShimWorld world{ways};
    const Simulation done = world.peer.simulate(anchorBy(world, world.owner));
    QCOMPARE(codeOf(done), Code::Host);
    QCOMPARE(done.response.status(), kStatusFault);
    QVERIFY(done.isDone && !done.isBroken);
}

void StreamTest::answer_thatIsTooLargeIsRefused()
{
    PeerDouble::Ways ways;
    ways.lies = [](const Message &, Message &reply) { reply.set_payload(std::string(5000, 'x')); };
    ShimWorld world{ways, withLimits({.mostAnswerBytes = 4000})};
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.owner))), Code::Host);
}

void StreamTest::answers_moreThanMayBeHeldAreRefused()
{
    ShimWorld world{{.rangePage = 10}, withLimits({.mostBytes = 5000})};
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(world.codeOfSubmit(world.doctor, AnchorBody{bytesNamed(std::to_string(i))}),
                 Code::Done);
    }
    const auto asked = world.peer.simulate(
        world.question(QueryNumber::EntriesOf, world.doctor.key().bytes(), world.stranger));
    QCOMPARE(codeOf(asked), Code::Host);
    QVERIFY(asked.response.message().contains("busy"));
    // What it held is free again.
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.stranger))), Code::Done);
}

void StreamTest::answer_ofARangeMustBeOfTheRange_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("more");
    QTest::newRow("a row of another key") << QByteArray::fromStdString(
        "i3~" + std::string(64, 'f') + "~" + std::string(64, 'a') + "~" + std::string(64, 'b'))
                                          << false;
    QTest::newRow("no index row") << QByteArray{"k/00"} << false;
    QTest::newRow("nothing, and more of it") << QByteArray{} << true;
}

void StreamTest::answer_ofARangeMustBeOfTheRange()
{
    QFETCH(QByteArray, key);
    QFETCH(bool, more);
    PeerDouble::Ways ways;
    ways.lies = [&](const Message &request, Message &reply) {
        if (request.type() != Message::GET_STATE_BY_RANGE) {
            return;
        }
        protos::QueryResponse response;
        if (!key.isEmpty()) {
            protos::KV row;
            row.set_key(key.toStdString());
            response.add_results()->set_result_bytes(row.SerializeAsString());
        }
        response.set_has_more(more);
        response.set_id("1");
        reply.set_payload(response.SerializeAsString());
    };
    ShimWorld world{ways};
    const auto done = world.peer.simulate(
        world.question(QueryNumber::EntriesOf, world.owner.key().bytes(), world.doctor));
    QCOMPARE(codeOf(done), Code::Host);
}

void StreamTest::answers_withFlippedBitsEndInARejection()
{
    std::mt19937_64 random{5};
    PeerDouble::Ways ways;
    ways.lies = [&random](const Message &, Message &reply) {
        std::string payload = reply.payload();
        if (payload.empty()) {
            payload.assign(1 + random() % 50, static_cast<char>(random() % 256));
        } else {
            payload[random() % payload.size()] ^= static_cast<char>(1U << (random() % 8));
        }
        reply.set_payload(payload);
    };
    ShimWorld world{ways};
    for (int i = 0; i < 300; ++i) {
        const Simulation submitted
            = world.peer.simulate(world.submission(world.owner.next(world.grantAt(), kStart)));
        QVERIFY(submitted.isDone && !submitted.isBroken);
        QVERIFY(codeOf(submitted) != Code::Done && submitted.writes.empty());
        const Simulation asked = world.peer.simulate(
            world.question(QueryNumber::EntriesOf, world.owner.key().bytes(), world.doctor));
        QVERIFY(asked.isDone && !asked.isBroken);
    }
}

void StreamTest::peer_thatBreaksTheProtocolIsLetGo_data()
{
    QTest::addColumn<QList<int>>("types");
    QTest::newRow("a transaction before it is ready") << QList<int>{Message::TRANSACTION};
    QTest::newRow("ready before it is registered") << QList<int>{Message::READY};
    QTest::newRow("registered twice") << QList<int>{Message::REGISTERED, Message::REGISTERED};
    QTest::newRow("what only a chaincode says")
        << QList<int>{Message::REGISTERED, Message::READY, Message::PUT_STATE};
    QTest::newRow("an unknown type") << QList<int>{Message::REGISTERED, Message::READY, 99};
    QTest::newRow("an answer too early") << QList<int>{Message::RESPONSE};
}

void StreamTest::peer_thatBreaksTheProtocolIsLetGo()
{
    QFETCH(QList<int>, types);
    ShimWorld world;
    PeerDouble hostile{world.server.channel(), {}, false};
    for (const int type : types) {
        hostile.send(ofType(static_cast<Message::Type>(type)));
    }
    QVERIFY(hostile.awaitEnd());
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.owner))), Code::Done);
}

void StreamTest::peer_olderThanBatchesIsServed()
{
    ShimWorld world;
    PeerDouble old{world.server.channel(), {}, false};
    old.send(ofType(Message::REGISTERED));
    old.send(ofType(Message::READY));
    const Simulation done = old.simulate(anchorBy(world, world.owner));
    QCOMPARE(codeOf(done), Code::Done);
    Simulation copy = done;
    QCOMPARE(copy.requests[Message::WRITE_BATCH_STATE], 0);
    QVERIFY(copy.requests[Message::PUT_STATE] > 0);
}

/// It makes the server answer and takes no answer: soon the server reads nothing more of it.
void StreamTest::peer_thatReadsNothingHoldsUpNobody()
{
    ShimWorld world;
    const auto stub = protos::Chaincode::NewStub(world.server.channel());
    grpc::ClientContext context;
    const auto stream = stub->Connect(&context);
    std::atomic<int> written = 0;
    std::thread hostile{[&] {
        constexpr int kFarTooMany = 1'000'000;
        const Message message = ofType(Message::KEEPALIVE, std::string(1000, 'x'));
        while (written < kFarTooMany && stream->Write(message)) {
            ++written;
        }
    }};
    QTRY_VERIFY_WITH_TIMEOUT(written > 100, 60'000);
    for (int i = 0; i < 50; ++i) {
        Actor actor{world.network, "actor " + std::to_string(i)};
        QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, actor))), Code::Done);
    }
    context.TryCancel();
    hostile.join();
    stream->Finish();
    QVERIFY2(written < 100'000, "what waits for a peer is bounded");
    QTRY_COMPARE_WITH_TIMEOUT(world.server.loop.streams(), 1UL, 60'000);
}

void StreamTest::transaction_thatCannotBeReadIsRejected()
{
    ShimWorld world;
    Message message = ofType(Message::TRANSACTION, "\xff\xff");
    for (int i = 0; i < 3; ++i) {
        message.set_txid(world.newTxId());
        world.peer.send(message);
        message.mutable_proposal()->set_proposal_bytes(
            std::string(static_cast<std::size_t>(i), 'x'));
    }
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.owner))), Code::Done);
    const auto answers = world.peer.unexpected();
    QCOMPARE(answers.size(), 3UL);
    for (const Message &answer : answers) {
        wire::Response response;
        QVERIFY(answer.type() == Message::COMPLETED && response.ParseFromString(answer.payload()));
        QCOMPARE(parseRejection(response.message())->code, Code::Enc);
    }
}

void StreamTest::keepalive_isAnswered()
{
    ShimWorld world;
    world.peer.send(ofType(Message::KEEPALIVE));
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.owner))), Code::Done);
    QCOMPARE(world.peer.unexpected().size(), 1UL);
    QCOMPARE(world.peer.unexpected()[0].type(), Message::KEEPALIVE);
}

void StreamTest::init_isNotNeeded()
{
    ShimWorld world;
    world.peer.send(ofType(Message::INIT));
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.owner))), Code::Done);
    QCOMPARE(world.peer.unexpected()[0].type(), Message::COMPLETED);
}

void StreamTest::streamLost_freesEverything()
{
    ShimWorld world;
    {
        PeerDouble other{world.server.channel(), {}};
        other.holdAnswers(true);
        std::vector<Actor> actors;
        for (int i = 0; i < 20; ++i) {
            actors.emplace_back(world.network, "actor " + std::to_string(i));
            other.start(anchorBy(world, actors.back()));
        }
        other.awaitRequestsHeld(20);
        QCOMPARE(world.server.loop.streams(), 2UL);
        other.cut();
        QVERIFY(other.awaitEnd());
    }
    QTRY_COMPARE_WITH_TIMEOUT(world.server.loop.streams(), 1UL, 60'000);
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.owner))), Code::Done);
}

void StreamTest::peers_areServedAtOnceAndApart()
{
    ShimWorld world;
    PeerDouble other{world.server.channel(), {}};
    other.holdAnswers(true);
    Actor actor{world.network, "owner"};
    const Invocation call = anchorBy(world, actor);
    // The same transaction at two peers, as when both endorse it; one of them is slow.
    other.start(call);
    other.awaitRequestsHeld(1);
    const Simulation first = world.peer.simulate(call);
    QCOMPARE(codeOf(first), Code::Done);
    other.holdAnswers(false);
    const Simulation second = other.finish(call.txId);
    QCOMPARE(second.response.SerializeAsString(), first.response.SerializeAsString());
    QVERIFY(world.peer.commit(first) && other.commit(second));
    QCOMPARE(other.stateHash(), world.peer.stateHash());
}

void StreamTest::peers_moreThanMayBeAreRefused()
{
    auto options = ShimWorld::loopOptions();
    options.mostStreams = 1;
    ShimWorld world{{}, options};
    PeerDouble second{world.server.channel(), {}};
    QVERIFY(second.awaitEnd());
    QVERIFY(second.registeredAs().empty());
    QCOMPARE(codeOf(world.peer.simulate(anchorBy(world, world.owner))), Code::Done);
}

void StreamTest::stop_letsTransactionsEnd()
{
    ShimWorld world;
    world.peer.holdAnswers(true);
    const Invocation call = anchorBy(world, world.owner);
    world.peer.start(call);
    world.peer.awaitRequestsHeld(1);
    auto stopped = std::async(std::launch::async, [&] { return world.server.loop.stop(20s); });
    // New ones are refused as soon as it stops.
    Simulation refused;
    do {
        Actor actor{world.network, "late " + world.newTxId()};
        Invocation late = anchorBy(world, actor);
        late.channel = "another"; // refused one way or the other, without asking the peer
        refused = world.peer.simulate(late);
    } while (codeOf(refused) == Code::Net);
    QCOMPARE(codeOf(refused), Code::Host);
    QVERIFY(refused.response.message().contains("stopping"));
    world.peer.holdAnswers(false);
    QCOMPARE(codeOf(world.peer.finish(call.txId)), Code::Done);
    QVERIFY(stopped.get());
    QVERIFY(world.peer.awaitEnd());
}

void StreamTest::stop_cutsOffWhatDoesNotEnd()
{
    ShimWorld world;
    world.peer.holdAnswers(true);
    const Invocation call = anchorBy(world, world.owner);
    world.peer.start(call);
    world.peer.awaitRequestsHeld(1);
    QVERIFY(!world.server.loop.stop(0ms));
    QVERIFY(world.peer.awaitEnd());
    QVERIFY(!world.peer.finish(call.txId).isDone);
}

void StreamTest::log_namesNobody()
{
    ShimWorld world;
    const Invocation call = anchorBy(world, world.owner);
    QCOMPARE(codeOf(world.peer.simulate(call)), Code::Done);
    QCOMPARE(world.codeOfSubmit(world.doctor, world.request()), Code::NotFound);
    world.peer.cut();
    QVERIFY(world.peer.awaitEnd());
    QTRY_COMPARE_WITH_TIMEOUT(world.server.loop.streams(), 0UL, 60'000);
    const std::string log = world.server.logged();
    QVERIFY(log.contains(R"("event":"call","function":"Submit","code":11)"));
    for (const std::string &secret :
         {call.txId, world.owner.key().toHex(), world.gid.toHex(), toHex(bytesNamed("root"))}) {
        QVERIFY(!log.contains(secret));
    }
}

QTEST_GUILESS_MAIN(StreamTest)
#include "stream_test.moc"
