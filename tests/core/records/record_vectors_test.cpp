// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/crypto/hash.hpp"
#include "core/records/anchor_batch.hpp"
#include "core/records/canonical.hpp"
#include "core/records/importer.hpp"
#include "core/records/whose.hpp"
#include "record_vault.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <bit>
#include <set>

using namespace keepwell;
using namespace keepwell::records;

namespace {

Bytes32 bytes32(const QJsonValue &hex)
{
    const Bytes bytes = *fromHex(hex.toString().toStdString());
    Bytes32 fixed{};
    std::copy(bytes.begin(), bytes.end(), fixed.begin());
    return fixed;
}

} // namespace

/// Against tests/vectors/record/record.json, which an independent program made.
class RecordVectorsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void canonical_isTheVectors();
    void leaf_isTheVectors();
    void proof_ofTheVectorsHolds();
    void batch_provesEveryRecord();
    void batch_hasRandomOrderAndPadding();
    void salts_areFresh();
    void batch_changedIsNamed();

private:
    QJsonObject m_vectors;
};

void RecordVectorsTest::initTestCase()
{
    crypto::initialise();
    QFile file{QStringLiteral(KEEPWELL_TEST_VECTORS "/record/record.json")};
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_vectors = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(m_vectors["canonical"].toArray().size() >= 10);
}

void RecordVectorsTest::canonical_isTheVectors()
{
    for (const auto &item : m_vectors["canonical"].toArray()) {
        const std::string text = item[QLatin1String{"text"}].toString().toStdString();
        const auto document = json::Document::parse(text);
        QVERIFY2(document.has_value(), text.c_str());
        QCOMPARE(canonicalText(document->root()),
                 item[QLatin1String{"canonical"}].toString().toStdString());
        QCOMPARE(canonicalHash(document->root()), bytes32(item[QLatin1String{"sha256"}]));
    }
}

void RecordVectorsTest::leaf_isTheVectors()
{
    for (const auto &item : m_vectors["leaves"].toArray()) {
        const std::string record = item[QLatin1String{"record"}].toString().toStdString();
        QCOMPARE(anchorLeaf(bytes32(item[QLatin1String{"salt"}]), crypto::sha256(bytesOf(record))),
                 bytes32(item[QLatin1String{"leaf"}]));
    }
}

void RecordVectorsTest::proof_ofTheVectorsHolds()
{
    const QJsonArray leaves = m_vectors["leaves"].toArray();
    const QJsonArray paths = m_vectors["paths"].toArray();
    for (qsizetype i = 0; i < leaves.size(); ++i) {
        crypto::merkle::Proof path;
        for (const auto &hash : paths[i].toArray()) {
            path.push_back(bytes32(hash));
        }
        QVERIFY(crypto::merkle::verifyInclusion(
                    bytes32(leaves[i][QLatin1String{"leaf"}]), static_cast<std::uint64_t>(i),
                    static_cast<std::uint64_t>(leaves.size()), path, bytes32(m_vectors["root"]))
                    .has_value());
    }
}

namespace {

struct Anchored
{
    test::RecordVault vault;
    ImportReport report;
    NewBatch batch;

    explicit Anchored(int records)
    {
        (void)addPerson(vault.database(), "Me", {}, true);
        std::string text;
        for (int i = 0; i < records; ++i) {
            text += R"({"resourceType":"Basic","id":")" + std::to_string(i) + "\"}\n";
        }
        report = *importBytes(vault.database(), test::StillClock{}, "x.ndjson", text, {});
        batch = **buildAnchorBatch(vault.database(), test::StillClock{}.now());
    }
};

} // namespace

void RecordVectorsTest::batch_provesEveryRecord()
{
    for (const int count : {1, 2, 5, 33}) {
        Anchored anchored{count};
        QCOMPARE(anchored.batch.records, static_cast<std::uint64_t>(count));
        AnchorProofs proofs{anchored.vault.database()};
        vault::RecordTable table{anchored.vault.database()};
        for (const vault::RecordId id : anchored.report.records) {
            const auto proof = proofs.of(id);
            QVERIFY(proof.has_value() && proof->has_value());
            const vault::StoredRecord stored = *table.find(id);
            const auto size = std::bit_ceil(static_cast<std::uint64_t>(count));
            QCOMPARE((*proof)->batch.root, anchored.batch.root);
            QVERIFY(crypto::merkle::verifyInclusion(anchorLeaf(stored.salt, stored.sha256),
                                                    (*proof)->index, size, (*proof)->path,
                                                    anchored.batch.root)
                        .has_value());
        }
        QVERIFY(!buildAnchorBatch(anchored.vault.database(), Instant{})->has_value());
    }
}

void RecordVectorsTest::batch_hasRandomOrderAndPadding()
{
    std::set<std::vector<std::uint64_t>> orders;
    for (int round = 0; round < 3; ++round) {
        Anchored anchored{20};
        AnchorProofs proofs{anchored.vault.database()};
        std::vector<std::uint64_t> order;
        for (const vault::RecordId id : anchored.report.records) {
            order.push_back((*proofs.of(id))->index);
        }
        orders.insert(order);
        const auto batch
            = *vault::AnchorBatchTable{anchored.vault.database()}.find(anchored.batch.id);
        QCOMPARE(batch.leaves.size(), 32U);
        QCOMPARE(std::set(batch.leaves.begin(), batch.leaves.end()).size(), 32U);
    }
    QCOMPARE(orders.size(), 3U);
}

/// The same records twice: nobody who has them can tell it from what is on the ledger.
void RecordVectorsTest::salts_areFresh()
{
    std::set<Bytes32> salts;
    std::set<Bytes32> roots;
    for (int wallet = 0; wallet < 2; ++wallet) {
        Anchored anchored{5};
        vault::RecordTable table{anchored.vault.database()};
        for (const vault::RecordId id : anchored.report.records) {
            salts.insert(table.find(id)->salt);
        }
        roots.insert(anchored.batch.root);
    }
    QCOMPARE(salts.size(), 10U);
    QVERIFY(!salts.contains(Bytes32{}));
    QCOMPARE(roots.size(), 2U);
}

void RecordVectorsTest::batch_changedIsNamed()
{
    Anchored anchored{4};
    vault::Database &database = anchored.vault.database();
    QVERIFY(database.run("UPDATE record_body SET salt = zeroblob(32)").has_value());
    QCOMPARE(AnchorProofs{database}.of(anchored.report.records[0]).error().code,
             ErrorCode::Tampered);
    QVERIFY(database.run("UPDATE anchor_leaves SET leaves = zeroblob(128)").has_value());
    QCOMPARE(AnchorProofs{database}.of(anchored.report.records[0]).error().code,
             ErrorCode::Tampered);
    vault::RecordFilter filter;
    QVERIFY(!vault::RecordTable{database}.list(filter)->front().verified);
    QVERIFY(vault::AnchorBatchTable{database}
                .setState(anchored.batch.id, vault::AnchorState::Proven, {})
                .has_value());
    QVERIFY(vault::RecordTable{database}.list(filter)->front().verified);
}

QTEST_APPLESS_MAIN(RecordVectorsTest)
#include "record_vectors_test.moc"
