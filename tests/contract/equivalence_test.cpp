// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/contract/shim_world.hpp"
#include "tests/core/contract/model.hpp"
#include "tests/core/contract/transaction_generator.hpp"

#include <QTest>

#include <algorithm>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;

namespace {

int stepsToDo()
{
    if (qEnvironmentVariableIsSet("KEEPWELL_LONG")) {
        return 200'000;
    }
#ifdef NDEBUG
    return 100'000;
#else
    return 5'000;
#endif
}

quint64 seedToUse()
{
    bool given = false;
    const quint64 seed = qEnvironmentVariable("KEEPWELL_SEED").toULongLong(&given);
    return given ? seed : 11;
}

std::vector<Bytes> sorted(const std::vector<IndexRow> &rows)
{
    std::vector<Bytes> flat;
    for (const IndexRow &row : rows) {
        flat.push_back(concat(
            {bigEndian32(static_cast<std::uint32_t>(row.kind)), row.of, row.id, row.locator}));
    }
    std::ranges::sort(flat);
    flat.erase(std::unique(flat.begin(), flat.end()), flat.end());
    return flat;
}

} // namespace

/// Random transactions through the contract over a map, and through the contract server by a driven
/// stream (a test double of the peer): the same results, events, answers and state.
class EquivalenceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void hosts_agree_data();
    void hosts_agree();

private:
    struct Pair;
    void submitOne(Pair &pair, const Envelope &envelope, Instant time);
    void depositOne(Pair &pair);
    void askOne(Pair &pair);
    void compareEntries(Pair &pair, const PublicKey &key);
};

struct EquivalenceTest::Pair
{
    Pair(quint64 seed, const PeerDouble::Ways &ways)
        : generator{seed, "Org1MSP"}
        , server{{.network = generator.network(),
                  .channel = "keepwell",
                  .contract = "keepwell",
                  .mspId = "Org1MSP"},
                 ShimWorld::loopOptions()}
        , peer{server.channel(), ways}
    {
        model.network = generator.network();
    }

    Simulation call(std::string_view function, Bytes argument,
                    std::map<std::string, Bytes> transient, Instant time)
    {
        server.clock.set(time);
        txId = toHex(crypto::sha256(bytesOf("channel tx " + std::to_string(++calls))));
        return peer.simulate({.arguments = {copyOf(bytesOf(function)), std::move(argument)},
                              .transient = std::move(transient),
                              .time = time,
                              .txId = txId});
    }

    static Code codeOf(const Simulation &simulation)
    {
        if (simulation.response.status() == kStatusDone) {
            return Code::Done;
        }
        const auto rejection = parseRejection(simulation.response.message());
        return rejection ? rejection->code : Code::Host;
    }

    TransactionGenerator generator;
    Model model;
    MapState map;
    InProcessServer server;
    PeerDouble peer;
    std::string txId;
    int calls = 0;
    int accepted = 0;
    int rejected = 0;
    int deposited = 0;
    int released = 0;
};

void EquivalenceTest::submitOne(Pair &pair, const Envelope &envelope, Instant time)
{
    const Simulation shim = pair.call(kSubmitFunction, encode(envelope), {}, time);
    pair.map.setLocator(locatorOf(pair.txId).value());
    const auto expected = apply(pair.map, pair.model.network, envelope, time);
    if (!expected) {
        ++pair.rejected;
        QCOMPARE(Pair::codeOf(shim), expected.error().code);
        QVERIFY(shim.writes.empty() && !shim.event);
        QCOMPARE(shim.response.message(), rejectionText(expected.error()));
        return;
    }
    ++pair.accepted;
    QCOMPARE(Pair::codeOf(shim), Code::Done);
    const auto outcome = parseOutcome(bytesOf(shim.response.payload()));
    QVERIFY(outcome && *outcome == *expected);
    QVERIFY(shim.event);
    const auto event = parseEntryEvent(bytesOf(shim.event->payload()));
    QVERIFY(event && event->first == expected->id && event->second == expected->code);
    QVERIFY(pair.peer.commit(shim));
}

void EquivalenceTest::depositOne(Pair &pair)
{
    const auto value = pair.generator.deposit(pair.model);
    if (!value) {
        return;
    }
    const Instant now = pair.generator.now();
    const Simulation shim
        = pair.call(kDepositFunction, encodeDepositSlot(*value), {{"value", value->value}}, now);
    const auto expected = deposit(pair.map, pair.model.network, *value, now);
    QCOMPARE(Pair::codeOf(shim), expected ? Code::Done : expected.error().code);
    QCOMPARE(shim.writes.size(), expected ? 1UL : 0UL);
    if (expected) {
        ++pair.deposited;
        QVERIFY(pair.peer.commit(shim));
    }
}

void EquivalenceTest::askOne(Pair &pair)
{
    const auto question = pair.generator.releaseQuestion(pair.model);
    if (!question) {
        return;
    }
    const Simulation shim = pair.call(kQueryFunction, question->query, {}, question->now);
    const auto expected = answer(pair.map, pair.model.network, question->query, question->now);
    QCOMPARE(Pair::codeOf(shim), expected ? Code::Done : expected.error().code);
    QVERIFY(shim.writes.empty() && !shim.event);
    if (expected) {
        ++pair.released;
        QCOMPARE(shim.response.payload().size(), expected->size());
    }
}

void EquivalenceTest::compareEntries(Pair &pair, const PublicKey &key)
{
    Actor anybody{pair.model.network, "anybody"};
    const Instant now = pair.generator.now();
    const auto query = makeQuery(pair.model.network, QueryNumber::EntriesOf, key.bytes(), now,
                                 anybody.signingKey());
    const Simulation shim = pair.call(kQueryFunction, query, {}, now);
    const auto expected = answer(pair.map, pair.model.network, query, now);
    const auto rows = parseEntriesOf(bytesOf(shim.response.payload()));
    QVERIFY(rows && expected);
    QCOMPARE(sorted(*rows), sorted(parseEntriesOf(*expected).value()));
}

void EquivalenceTest::hosts_agree_data()
{
    QTest::addColumn<bool>("batches");
    QTest::newRow("batches") << true;
    QTest::newRow("one by one") << false;
}

void EquivalenceTest::hosts_agree()
{
    QFETCH(bool, batches);
    const quint64 seed = seedToUse() + (batches ? 0 : 1);
    Pair pair{seed, {.batches = batches}};
    const int steps = batches ? stepsToDo() : stepsToDo() / 5;
    for (int i = 0; i < steps && !QTest::currentTestFailed(); ++i) {
        const Transaction transaction = pair.generator.next(pair.model);
        const Instant time = pair.generator.now();
        const auto prediction = pair.model.predict(transaction, time);
        submitOne(pair, transaction.envelope(), time);
        if (prediction.accepted) {
            pair.model.accept(transaction, prediction);
        }
        if (pair.generator.oneIn(3)) {
            depositOne(pair);
        }
        if (pair.generator.oneIn(8)) {
            askOne(pair);
        }
        if (pair.generator.oneIn(50)) {
            submitOne(pair, pair.generator.damagedEnvelope(pair.model), pair.generator.now());
        }
        if (pair.generator.oneIn(100)) {
            compareEntries(pair, transaction.payload().key);
        }
    }
    QCOMPARE(pair.peer.stateHash(), pair.map.stateHash());
    QCOMPARE(pair.peer.rows(), pair.map.rows());
    if (QTest::currentTestFailed()) {
        qWarning("seed %llu", seed);
    }
    QVERIFY(pair.accepted > steps / 10 && pair.rejected > 0);
    QVERIFY(pair.deposited > 0 && pair.released > 0);
    QVERIFY(pair.peer.unexpected().empty());
}

QTEST_GUILESS_MAIN(EquivalenceTest)
#include "equivalence_test.moc"
