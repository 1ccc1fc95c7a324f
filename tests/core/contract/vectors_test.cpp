// SPDX-License-Identifier: Apache-2.0
#include "core/contract/commitments.hpp"
#include "core/contract/envelope.hpp"
#include "core/contract/map_state.hpp"
#include "core/contract/query.hpp"
#include "core/contract/replay.hpp"
#include "core/crypto/sodium.hpp"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace keepwell;
using namespace keepwell::contract;

namespace {

/// Written by tests/vectors/contract/make_contract.py, which shares no code with us.
QJsonObject readVectors(const char *name)
{
    QFile file{QStringLiteral(KEEPWELL_TEST_VECTORS) + "/contract/" + name + ".json"};
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no vectors %s", name);
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

Bytes bytesFrom(const QJsonValue &hex) { return fromHex(hex.toString().toStdString()).value(); }

Bytes32 bytes32From(const QJsonValue &hex)
{
    const Bytes bytes = bytesFrom(hex);
    Bytes32 out{};
    std::ranges::copy(bytes, out.begin());
    return out;
}

template <class Id>
Id idFrom(const QJsonValue &hex)
{
    return Id{bytes32From(hex)};
}

std::uint64_t numberFrom(const QJsonValue &value)
{
    return static_cast<std::uint64_t>(value.toInteger());
}

crypto::SigningKey keyFrom(const QJsonValue &seed)
{
    Bytes32 bytes = bytes32From(seed);
    return crypto::SigningKey::fromSeed(crypto::SigningKey::SeedBytes::take(bytes));
}

Terms termsFrom(const QJsonArray &values, qsizetype first)
{
    return {.purpose = static_cast<Purpose>(values[first].toInt()),
            .notBefore = instantOf(numberFrom(values[first + 1])),
            .expires = instantOf(numberFrom(values[first + 2])),
            .maxOpens = static_cast<std::uint32_t>(values[first + 3].toInt()),
            .custodian = values[first + 4].toString().toStdString()};
}

Body bodyFrom(Type type, const QJsonArray &v)
{
    switch (type) {
    case Type::Grant:
        return GrantBody{idFrom<GrantId>(v[0]),    idFrom<PublicKey>(v[1]),
                         idFrom<Commitment>(v[2]), idFrom<Commitment>(v[3]),
                         idFrom<Commitment>(v[4]), termsFrom(v, 5)};
    case Type::UpdateGrant:
        return UpdateGrantBody{idFrom<GrantId>(v[0]), static_cast<std::uint32_t>(v[1].toInt()),
                               idFrom<Commitment>(v[2]), idFrom<Commitment>(v[3]),
                               idFrom<Commitment>(v[4])};
    case Type::Revoke: {
        RevokeBody body{.grants = {}, .reason = static_cast<RevokeReason>(v[1].toInt())};
        for (const QJsonValue &grant : v[0].toArray()) {
            body.grants.push_back(idFrom<GrantId>(grant));
        }
        return body;
    }
    case Type::RequestAccess:
        return RequestAccessBody{idFrom<GrantId>(v[0]), static_cast<std::uint32_t>(v[1].toInt()),
                                 idFrom<SealingPublicKey>(v[2]), idFrom<Commitment>(v[3])};
    case Type::Deliver:
        return DeliverBody{idFrom<DeliveryId>(v[0]), idFrom<PublicKey>(v[1]),
                           idFrom<Commitment>(v[2]), v[3].toString().toStdString()};
    case Type::AckDelivery:
        return AckDeliveryBody{idFrom<DeliveryId>(v[0]), static_cast<Decision>(v[1].toInt())};
    case Type::Anchor:
        return AnchorBody{bytes32From(v[0])};
    case Type::SetPointer:
        return SetPointerBody{idFrom<Commitment>(v[0]), numberFrom(v[1])};
    case Type::RevokeKey:
        return RevokeKeyBody{};
    }
    qFatal("no such type");
}

} // namespace

class VectorsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void payload_isEncodedSignedAndNamedAsThePythonProgramDoes();
    void envelope_isJudgedAsThePythonProgramSays();
    void commitments_matchThePythonProgram();
    void state_matchesThePythonProgramAfterAStory();
    void query_isSignedAsThePythonProgramDoes();
};

void VectorsTest::payload_isEncodedSignedAndNamedAsThePythonProgramDoes()
{
    const QJsonObject vectors = readVectors("transactions");
    const auto network = idFrom<NetworkId>(vectors["network"]);
    const QJsonArray rows = vectors["transactions"].toArray();
    QCOMPARE(rows.size(), 9);
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const auto signingKey = keyFrom(row["seed"]);
        const QJsonArray seen = row["seen"].toArray();
        const Payload payload{
            .network = network,
            .key = idFrom<PublicKey>(row["key"]),
            .seq = static_cast<std::uint32_t>(row["seq"].toInt()),
            .previous = idFrom<TxId>(row["prev"]),
            .notAfter = instantOf(numberFrom(row["not_after"])),
            .seen = {numberFrom(seen[0]), bytes32From(seen[1])},
            .body = bodyFrom(static_cast<Type>(row["type"].toInt()), row["body"].toArray())};
        QCOMPARE(signingKey.publicKey(), payload.key);
        QCOMPARE(encode(payload), bytesFrom(row["payload"]));
        QCOMPARE(parsePayload(bytesFrom(row["payload"])).value(), payload);
        const auto transaction = Transaction::sign(payload, signingKey);
        QCOMPARE(transaction.id(), idFrom<TxId>(row["tx_id"]));
        QCOMPARE(encode(transaction.envelope()), bytesFrom(row["envelope"]));
        const auto envelope = parseEnvelope(bytesFrom(row["envelope"]));
        QVERIFY(envelope);
        QVERIFY(Transaction::check(network, *envelope));
    }
}

void VectorsTest::envelope_isJudgedAsThePythonProgramSays()
{
    const QJsonObject vectors = readVectors("invalid");
    const auto network = idFrom<NetworkId>(vectors["network"]);
    const QJsonArray cases = vectors["cases"].toArray();
    QVERIFY(cases.size() >= 30);
    for (const QJsonValue &value : cases) {
        const QJsonObject row = value.toObject();
        const auto envelope = parseEnvelope(bytesFrom(row["envelope"]));
        std::string said = "done";
        if (!envelope) {
            said = name(envelope.error().code);
        } else if (const auto checked = Transaction::check(network, *envelope); !checked) {
            said = name(checked.error().code);
        }
        QVERIFY2(said == row["code"].toString().toStdString(),
                 qPrintable(row["desc"].toString() + ": " + QString::fromStdString(said)));
    }
}

void VectorsTest::commitments_matchThePythonProgram()
{
    const QJsonObject v = readVectors("commitments");
    const auto network = idFrom<NetworkId>(v["network"]);
    const auto grant = idFrom<GrantId>(v["gid"]);
    const auto delivery = idFrom<DeliveryId>(v["did"]);
    const auto epoch = static_cast<std::uint32_t>(v["epoch"].toInt());
    Bytes32 r = bytes32From(v["r"]);
    QCOMPARE(releaseCommitment(network, grant, epoch, ByteView{r}),
             idFrom<Commitment>(v["release"]));
    QCOMPARE(releaseCommitment(network, grant, epoch, crypto::ReleasePart::take(r)),
             idFrom<Commitment>(v["release"]));
    QCOMPARE(noticeCommitment(network, grant, epoch, bytesFrom(v["sealed_notice"])),
             idFrom<Commitment>(v["notice"]));
    QCOMPARE(noticeCommitment(network, delivery, bytesFrom(v["sealed_notice"])),
             idFrom<Commitment>(v["delivery_notice"]));
    QCOMPARE(manifestCommitment(network, grant, epoch, bytes32From(v["blind"]),
                                bytes32From(v["head_hash"])),
             idFrom<Commitment>(v["manifest"]));
    QCOMPARE(reasonCommitment(network, grant, epoch, bytesFrom(v["sealed_reason"])),
             idFrom<Commitment>(v["reason"]));
    const Terms terms = termsFrom(v["terms"].toArray(), 0);
    QCOMPARE(encode(terms), bytesFrom(v["terms_bytes"]));
    QCOMPARE(hash(terms), bytes32From(v["terms_hash"]));
    QCOMPARE(parseTerms(bytesFrom(v["terms_bytes"])).value(), terms);
}

void VectorsTest::state_matchesThePythonProgramAfterAStory()
{
    const QJsonObject vectors = readVectors("state");
    const auto network = idFrom<NetworkId>(vectors["network"]);
    MapState state;
    for (const QJsonValue &value : vectors["story"].toArray()) {
        const QJsonObject step = value.toObject();
        const auto envelope = parseEnvelope(bytesFrom(step["envelope"]));
        QVERIFY(envelope);
        const auto transaction = Transaction::check(network, *envelope);
        QVERIFY(transaction);
        const auto outcome = replay(state, *transaction, instantOf(numberFrom(step["t"])),
                                    codeOf(numberFrom(step["outcome"])).value());
        QVERIFY2(outcome, outcome ? "" : outcome.error().error.detail.c_str());
    }
    const QJsonObject rows = vectors["rows"].toObject();
    QCOMPARE(state.rows().size(), std::size_t(rows.size()));
    for (const auto &[key, value] : state.rows()) {
        QCOMPARE(QString::fromStdString(toHex(value)),
                 rows[QString::fromStdString(key)].toString());
    }
    QCOMPARE(state.stateHash(), bytes32From(vectors["state_hash"]));
}

void VectorsTest::query_isSignedAsThePythonProgramDoes()
{
    const QJsonObject v = readVectors("query");
    const auto key = keyFrom(v["seed"]);
    Query query{.network = idFrom<NetworkId>(v["network"]),
                .number = static_cast<QueryNumber>(v["number"].toInt()),
                .key = key.publicKey(),
                .id = bytes32From(v["id"]),
                .time = instantOf(numberFrom(v["time"])),
                .nonce = {}};
    std::ranges::copy(bytesFrom(v["nonce"]), query.nonce.begin());
    QCOMPARE(sign(query, key), bytesFrom(v["signed"]));
}

QTEST_GUILESS_MAIN(VectorsTest)
#include "vectors_test.moc"
