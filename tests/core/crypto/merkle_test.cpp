// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/crypto/merkle.hpp"
#include "tests/core/crypto/vectors.hpp"

#include <QDirIterator>
#include <QTest>

#include <bit>

using namespace keepwell;
using namespace keepwell::testing;
using namespace std::literals;
namespace merkle = keepwell::crypto::merkle;

class MerkleTest : public QObject
{
    Q_OBJECT

private slots:
    void probes_endAsTheySay();
    void root_equalsTheDefinition();
    void inclusionProof_leadsToTheRoot();
    void consistencyProof_leadsToBothRoots();
    void verify_refusesEveryChange();
    void verify_refusesImpossibleSizes();
};

namespace {

std::vector<Bytes32> leaves(std::size_t count)
{
    std::vector<Bytes32> hashes;
    for (std::size_t i = 0; i < count; ++i) {
        hashes.push_back(merkle::leafHash(bigEndian64(i)));
    }
    return hashes;
}

/// RFC 6962 section 2.1, word for word and slow.
Bytes32 definedRoot(std::span<const Bytes32> hashes)
{
    if (hashes.empty()) {
        return crypto::sha256({});
    }
    if (hashes.size() == 1) {
        return hashes[0];
    }
    std::size_t k = 1;
    while (k * 2 < hashes.size()) {
        k *= 2;
    }
    const Bytes one{std::byte{1}};
    return crypto::sha256({one, definedRoot(hashes.first(k)), definedRoot(hashes.subspan(k))});
}

struct Probe
{
    QJsonObject fields;

    std::uint64_t number(QStringView name) const
    {
        // 2^64 - 1 stands in some probes, which Qt's JSON cannot hold: any -1 is that number.
        return static_cast<std::uint64_t>(fields[name].toInteger(-1));
    }
    /// nullopt when the probe holds no hash at all: our types cannot carry it.
    std::optional<Bytes32> hash(QStringView name) const { return decoded(fields[name]); }
    std::optional<merkle::Proof> proof() const
    {
        merkle::Proof nodes;
        for (const auto &entry : fields[u"proof"].toArray()) {
            const auto node = decoded(entry);
            if (!node) {
                return std::nullopt;
            }
            nodes.push_back(*node);
        }
        return nodes;
    }

    static std::optional<Bytes32> decoded(const QJsonValue &value)
    {
        const QByteArray bytes = QByteArray::fromBase64(value.toString().toLatin1());
        const ByteView view{reinterpret_cast<const std::byte *>(bytes.constData()),
                            static_cast<std::size_t>(bytes.size())};
        if (view.empty()) {
            return std::nullopt;
        }
        if (view.size() != 32) {
            return crypto::sha256(view); // A word that stands for any hash, equal to itself.
        }
        Bytes32 out{};
        std::memcpy(out.data(), bytes.constData(), out.size());
        return out;
    }
};

bool passes(const QString &folder, const Probe &probe)
{
    const auto proof = probe.proof();
    if (!proof) {
        return false;
    }
    if (folder == QStringLiteral("inclusion")) {
        const auto leaf = probe.hash(u"leafHash");
        const auto root = probe.hash(u"root");
        return leaf && root
            && merkle::verifyInclusion(*leaf, probe.number(u"leafIdx"), probe.number(u"treeSize"),
                                       *proof, *root)
                   .has_value();
    }
    const auto root1 = probe.hash(u"root1");
    const auto root2 = probe.hash(u"root2");
    if (!root1 || !root2) {
        return false;
    }
    return folder == QStringLiteral("consistency")
        ? merkle::verifyConsistency(probe.number(u"size1"), probe.number(u"size2"), *proof, *root1,
                                    *root2)
              .has_value()
        : merkle::verifySubtreeConsistency(probe.number(u"start"), probe.number(u"end"),
                                           probe.number(u"size"), *proof, *root1, *root2)
              .has_value();
}

} // namespace

void MerkleTest::probes_endAsTheySay()
{
    const QString top = QStringLiteral(KEEPWELL_SHARED_DATA "/vectors/merkle-rfc6962");
    if (!QDir{top}.exists()) {
        QSKIP("skipped: no shared data");
    }
    int checked = 0;
    for (const char *name : {"inclusion", "consistency", "subtreeconsistency"}) {
        const QString folder = QString::fromLatin1(name);
        QDirIterator files{top + '/' + folder,
                           {QStringLiteral("*.json")},
                           QDir::Files,
                           QDirIterator::Subdirectories};
        while (files.hasNext()) {
            QFile file{files.next()};
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Probe probe{QJsonDocument::fromJson(file.readAll()).object()};
            QVERIFY2(passes(folder, probe) != probe.fields[u"wantErr"].toBool(),
                     file.fileName().toUtf8().constData());
            ++checked;
        }
    }
    QCOMPARE(checked, 158);
}

void MerkleTest::root_equalsTheDefinition()
{
    merkle::CompactTree tree;
    const auto hashes = leaves(130);
    for (std::size_t size = 0; size <= hashes.size(); ++size) {
        const std::span part = std::span{hashes}.first(size);
        QVERIFY(merkle::root(part) == definedRoot(part));
        QVERIFY(tree.root() == definedRoot(part));
        QCOMPARE(tree.size(), size);
        if (size < hashes.size()) {
            tree.append(hashes[size]);
        }
    }
}

void MerkleTest::inclusionProof_leadsToTheRoot()
{
    const auto hashes = leaves(40);
    for (std::size_t size = 1; size <= hashes.size(); ++size) {
        const std::span part = std::span{hashes}.first(size);
        const Bytes32 root = definedRoot(part);
        for (std::size_t index = 0; index < size; ++index) {
            const auto proof = merkle::inclusionProof(part, index);
            QVERIFY(merkle::verifyInclusion(hashes[index], index, size, proof, root).has_value());
            QVERIFY(proof.size() <= static_cast<std::size_t>(std::bit_width(size - 1)));
        }
    }
}

void MerkleTest::consistencyProof_leadsToBothRoots()
{
    const auto hashes = leaves(40);
    for (std::size_t size = 0; size <= hashes.size(); ++size) {
        const std::span part = std::span{hashes}.first(size);
        for (std::size_t old = 0; old <= size; ++old) {
            const auto proof = merkle::consistencyProof(part, old);
            QVERIFY(merkle::verifyConsistency(old, size, proof, definedRoot(part.first(old)),
                                              definedRoot(part))
                        .has_value());
        }
    }
}

void MerkleTest::verify_refusesEveryChange()
{
    const auto hashes = leaves(13);
    const Bytes32 root = definedRoot(hashes);
    const Bytes32 oldRoot = definedRoot(std::span{hashes}.first(6));
    const auto inclusion = merkle::inclusionProof(hashes, 5);
    const auto consistency = merkle::consistencyProof(hashes, 6);
    const auto included
        = [&](std::span<const Bytes32> proof, std::uint64_t index, std::uint64_t size) {
              return merkle::verifyInclusion(hashes[5], index, size, proof, root).has_value();
          };
    const auto consistent = [&](std::span<const Bytes32> proof) {
        return merkle::verifyConsistency(6, 13, proof, oldRoot, root).has_value();
    };
    QVERIFY(included(inclusion, 5, 13) && consistent(consistency));
    for (std::size_t i = 0; i < inclusion.size(); ++i) {
        auto changed = inclusion;
        changed[i][17] ^= std::byte{4};
        QVERIFY(!included(changed, 5, 13));
        QVERIFY(!included(std::span{inclusion}.first(i), 5, 13));
    }
    for (std::size_t i = 0; i < consistency.size(); ++i) {
        auto changed = consistency;
        changed[i][17] ^= std::byte{4};
        QVERIFY(!consistent(changed));
        QVERIFY(!consistent(std::span{consistency}.first(i)));
    }
    auto longer = inclusion;
    longer.push_back(root);
    QVERIFY(!included(longer, 5, 13));
    for (std::uint64_t index = 0; index < 13; ++index) {
        QCOMPARE(included(inclusion, index, 13), index == 5);
    }
    QVERIFY(!included(inclusion, 5, 5));
}

void MerkleTest::verify_refusesImpossibleSizes()
{
    const Bytes32 any{};
    QCOMPARE(merkle::verifyInclusion(any, 1, 1, {}, any).error().code, ErrorCode::InvalidInput);
    QCOMPARE(merkle::verifyInclusion(any, 0, 0, {}, any).error().code, ErrorCode::InvalidInput);
    QCOMPARE(merkle::verifyConsistency(2, 1, {}, any, any).error().code, ErrorCode::InvalidInput);
    QCOMPARE(merkle::verifyConsistency(UINT64_MAX, UINT64_MAX, {}, any, any).error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(merkle::verifyInclusion(any, UINT64_MAX - 1, UINT64_MAX, {}, any).error().code,
             ErrorCode::Tampered);
    QCOMPARE(merkle::verifyConsistency(0, 5, {}, any, any).error().code, ErrorCode::Tampered);
}

QTEST_GUILESS_MAIN(MerkleTest)
#include "merkle_test.moc"
