// SPDX-License-Identifier: Apache-2.0
#include "core/contract/map_state.hpp"
#include "core/contract/query.hpp"
#include "core/contract/replay.hpp"
#include "core/contract/state.hpp"
#include "core/crypto/sodium.hpp"
#include "tests/core/contract/model.hpp"
#include "tests/core/contract/transaction_generator.hpp"

#include <QTest>

#include <algorithm>
#include <random>

using namespace keepwell;
using namespace keepwell::contract;
using namespace keepwell::test;
using namespace std::chrono_literals;

namespace {

int stepsToDo()
{
    if (qEnvironmentVariableIsSet("KEEPWELL_LONG")) {
        return 500'000;
    }
#ifdef NDEBUG
    return 200'000;
#else
    return 10'000;
#endif
}

/// A seed that is known to meet every code, unless asked otherwise: a few in a hundred do not.
quint64 seedToUse()
{
    constexpr quint64 kMeetsEverything = 7;
    bool given = false;
    const quint64 seed = qEnvironmentVariable("KEEPWELL_SEED").toULongLong(&given);
    if (given) {
        return seed;
    }
    return qEnvironmentVariableIsSet("KEEPWELL_LONG") ? std::random_device{}() : kMeetsEverything;
}

/// Tells which public rows were written.
class RecordingState final : public MapState
{
public:
    Result<> put(const std::string &key, ByteView value) override
    {
        written.push_back(key);
        return MapState::put(key, value);
    }

    std::vector<std::string> written;
};

bool holds(ByteView where, ByteView what)
{
    return std::ranges::search(where, what).begin() != where.end();
}

} // namespace

/// The invariants at the end of docs/spec/transaction.md, over random adversarial transactions.
/// A failure prints its seed; KEEPWELL_SEED=… repeats it.
class PropertyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void contract_keepsItsInvariants();

private:
    struct Step
    {
        Transaction transaction;
        Instant time;
        Code outcome;
    };

    void applyOne(const Transaction &transaction, Instant time);
    void checkAccepted(const Transaction &transaction, const Outcome &outcome,
                       const std::optional<GrantRow> &before);
    void depositSome(TransactionGenerator &generator);
    void queryOne(TransactionGenerator &generator);
    void sendDamaged(TransactionGenerator &generator);
    std::optional<GrantRow> grantBefore(const Transaction &transaction);
    void replayAll();

    RecordingState m_state;
    Model m_model;
    std::vector<Step> m_log;
    std::map<Code, int> m_met;
    int m_released = 0;
};

std::optional<GrantRow> PropertyTest::grantBefore(const Transaction &transaction)
{
    const auto *request = std::get_if<RequestAccessBody>(&transaction.payload().body);
    const auto *revoke = std::get_if<RevokeBody>(&transaction.payload().body);
    if (request == nullptr && revoke == nullptr) {
        return std::nullopt;
    }
    const GrantId id = request != nullptr ? request->grant : revoke->grants.front();
    const auto row = m_state.get(grantRowKey(id)).value();
    return row ? std::optional{parseGrantRow(*row).value()} : std::nullopt;
}

void PropertyTest::applyOne(const Transaction &transaction, Instant time)
{
    const auto expected = m_model.predict(transaction, time);
    const auto before = grantBefore(transaction);
    m_state.written.clear();
    const auto outcome = apply(m_state, transaction, time);
    const Code code = outcome ? outcome->code : outcome.error().code;
    ++m_met[code];
    QVERIFY2(outcome.has_value() == expected.accepted && code == expected.code,
             qPrintable(QString("said %1, expected %2")
                            .arg(QString::fromStdString(std::string{name(code)}),
                                 QString::fromStdString(std::string{name(expected.code)}))));
    if (!outcome) {
        QVERIFY2(m_state.written.empty(), "an error changes no state");
        return;
    }
    QCOMPARE(outcome->t, expected.t);
    checkAccepted(transaction, *outcome, before);
    m_model.accept(transaction, expected);
    m_log.push_back({transaction, time, code});
}

void PropertyTest::checkAccepted(const Transaction &transaction, const Outcome &outcome,
                                 const std::optional<GrantRow> &before)
{
    const Payload &payload = transaction.payload();
    const auto known = m_model.keys.find(payload.key);
    const bool isFirst = known == m_model.keys.end();
    const KeyRow key = parseKeyRow(*m_state.get(keyRowKey(payload.key)).value()).value();
    QVERIFY2(key.seq == (isFirst ? 1 : known->second.seq + 1), "seq rises by exactly one");
    QVERIFY2(isFirst || key.t >= known->second.t, "t never falls per key");
    if (outcome.refused()) {
        for (const std::string &written : m_state.written) {
            QVERIFY2(std::string_view{"kar"}.find(written.front()) != std::string_view::npos,
                     "a refusal changes only Key, Access and Refusals");
        }
    }
    const auto after = grantBefore(transaction);
    if (before && after) {
        QVERIFY2(outcome.refused() || after->t >= before->t, "t never falls per grant");
        QVERIFY2(before->live == after->live || before->owner == payload.key,
                 "only the owner ends a grant");
        QVERIFY2(after->live <= before->live, "nothing revives");
    }
}

void PropertyTest::depositSome(TransactionGenerator &generator)
{
    const auto value = generator.deposit(m_model);
    if (!value) {
        return;
    }
    m_state.written.clear();
    const auto stored = deposit(m_state, m_model.network, *value, generator.now());
    QVERIFY2(m_state.written.empty(), "a deposit writes nothing public");
    if (stored && value->field == Field::Release) {
        const auto &grant = m_model.grants.at(GrantId{value->id});
        QVERIFY2(!grant.ended && grant.epoch == value->epoch
                     && generator.now() < grant.body.terms.expires,
                 "nobody brings back what was destroyed");
    }
}

void PropertyTest::queryOne(TransactionGenerator &generator)
{
    const auto question = generator.releaseQuestion(m_model);
    if (!question) {
        return;
    }
    const Instant now = question->now;
    m_state.written.clear();
    const auto answered = answer(m_state, m_model.network, question->query, now);
    QVERIFY2(m_state.written.empty(), "a query writes nothing");
    if (!answered) {
        return;
    }
    ++m_released;
    const auto request = m_model.requests.find(question->request);
    QVERIFY2(request != m_model.requests.end() && request->second.granted
                 && request->second.key == question->asker,
             "no release without a committed granted request of the same key");
    const auto &grant = m_model.grants.at(request->second.grant);
    QVERIFY2(grant.epoch == request->second.epoch, "… of the same epoch");
    QVERIFY2(now < grant.body.terms.expires, "nothing opens after expiry");
    QVERIFY2(!grant.ended, "nothing opens after revocation");
    QVERIFY2(!m_model.isDead(grant.owner) && !m_model.isDead(question->asker),
             "nothing opens after key revocation");
    QVERIFY2(now <= request->second.t + 600s, "nothing opens later than 600 s");
}

void PropertyTest::sendDamaged(TransactionGenerator &generator)
{
    const auto envelope = generator.damagedEnvelope(m_model);
    m_state.written.clear();
    const auto outcome = apply(m_state, m_model.network, envelope, generator.now());
    QVERIFY2(!outcome, "a damaged envelope is never accepted");
    ++m_met[outcome.error().code];
    QVERIFY(m_state.written.empty());
}

void PropertyTest::replayAll()
{
    MapState again;
    for (const Step &step : m_log) {
        QVERIFY2(replay(again, step.transaction, step.time, step.outcome),
                 "every entry replays to its outcome");
    }
    QCOMPARE(again.stateHash(), m_state.stateHash());
    QCOMPARE(again.rows(), m_state.rows());
}

void PropertyTest::contract_keepsItsInvariants()
{
    const quint64 seed = seedToUse();
    TransactionGenerator generator{seed};
    m_model.network = generator.network();
    const int steps = stepsToDo();
    for (int i = 0; i < steps && !QTest::currentTestFailed(); ++i) {
        applyOne(generator.next(m_model), generator.now());
        if (generator.oneIn(3)) {
            depositSome(generator);
        }
        if (generator.oneIn(8)) {
            queryOne(generator);
        }
        if (generator.oneIn(50)) {
            sendDamaged(generator);
        }
    }
    if (!QTest::currentTestFailed()) {
        replayAll();
    }
    const auto secrets = generator.privateValues();
    for (const auto &[key, row] : m_state.rows()) {
        for (const Bytes &secret : secrets) {
            QVERIFY2(!holds(row, secret), "no private value in public state");
        }
    }
    if (QTest::currentTestFailed()) {
        qWarning("seed %llu", seed);
        return;
    }
    for (const Code code :
         {Code::Done,  Code::Net,    Code::Enc,   Code::Sig,      Code::KeyRevoked,
          Code::Seq,   Code::Ttl,    Code::Auth,  Code::NotFound, Code::Exists,
          Code::Party, Code::Window, Code::Early, Code::Expired,  Code::Revoked,
          Code::Epoch, Code::Opens,  Code::State, Code::Range,    Code::Quota}) {
        QVERIFY2(m_met[code] > 0,
                 qPrintable(QString("seed %1 never met %2")
                                .arg(seed)
                                .arg(QString::fromStdString(std::string{name(code)}))));
    }
    QVERIFY2(m_released > 0, "no release was ever granted");
}

QTEST_GUILESS_MAIN(PropertyTest)
#include "property_test.moc"
