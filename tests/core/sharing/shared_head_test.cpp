// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"
#include "core/crypto/sodium.hpp"
#include "core/sharing/shared_head.hpp"
#include "tests/core/sharing/vectors.hpp"

using namespace keepwell;
using namespace keepwell::sharing;

class SharedHeadTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theVectors_areReadAndWritten();
    void parse_refusesEveryCut();
    void everyFlip_isRefusedOrNotSigned();
    void parse_namesTheFieldThatIsWrong_data();
    void parse_namesTheFieldThatIsWrong();
    void aNewerVersion_isUnsupported();
    void aSignature_isForTheWholeHeadAndItsAuthor();

private:
    Bytes m_head;
    crypto::Signature m_signature{};
};

void SharedHeadTest::initTestCase()
{
    crypto::initialise();
    const QJsonObject vector = test::vectors("objects.json")[0].toObject();
    m_head = test::bytes(vector, "head");
    std::ranges::copy(test::bytes(vector, "signature"), m_signature.begin());
}

void SharedHeadTest::theVectors_areReadAndWritten()
{
    const QJsonArray vectors = test::vectors("objects.json").array();
    QCOMPARE(vectors.size(), 2);
    for (const QJsonValue &value : vectors) {
        const QJsonObject vector = value.toObject();
        const Bytes bytes = test::bytes(vector, "head");
        const auto head = SharedHead::parse(bytes);
        QVERIFY2(head.has_value(), head ? "" : head.error().detail.c_str());
        QCOMPARE(head->network.toHex(), test::text(vector, "network"));
        QCOMPARE(toHex(head->id), test::text(vector, "id"));
        QCOMPARE(head->epoch, test::number(vector, "epoch"));
        QCOMPARE(head->author.toHex(), test::text(vector, "author"));
        QCOMPARE(head->recipient.toHex(), test::text(vector, "recipient"));
        QCOMPARE(toHex(head->termsHash), test::text(vector, "terms_hash"));
        QCOMPARE(head->count,
                 static_cast<std::uint64_t>(vector[QLatin1String{"records"}].toArray().size()));
        QVERIFY(head->encode() == bytes);

        const auto author = crypto::SigningKey::fromSeed(
            test::secret<crypto::SigningKey::SeedBytes>(vector, "author_seed"));
        const crypto::Signature signature = signHead(author, bytes);
        QCOMPARE(toHex(signature), test::text(vector, "signature"));
        QVERIFY(verifyHead(*head, bytes, signature));
    }
}

void SharedHeadTest::parse_refusesEveryCut()
{
    for (std::size_t length = 0; length < m_head.size(); ++length) {
        QVERIFY(!SharedHead::parse(ByteView{m_head}.first(length)));
    }
    Bytes longer = m_head;
    longer.push_back(std::byte{0});
    QVERIFY(!SharedHead::parse(longer));
}

void SharedHeadTest::everyFlip_isRefusedOrNotSigned()
{
    for (std::size_t at = 0; at < m_head.size(); ++at) {
        for (const unsigned bit : {0U, 3U, 7U}) {
            Bytes bad = m_head;
            bad[at] ^= static_cast<std::byte>(1U << bit);
            if (const auto head = SharedHead::parse(bad)) {
                QVERIFY(!verifyHead(*head, bad, m_signature));
            } else {
                QVERIFY(!head.error().detail.empty());
            }
        }
    }
}

void SharedHeadTest::parse_namesTheFieldThatIsWrong_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<cbor::Value>("value");
    QTest::newRow("network") << 2 << cbor::Value{Bytes(31)};
    QTest::newRow("id") << 3 << cbor::Value{std::string(32, 'x')};
    QTest::newRow("epoch") << 4 << cbor::Value{std::uint64_t{1} << 32};
    QTest::newRow("author") << 5 << cbor::Value{};
    QTest::newRow("recipient") << 6 << cbor::Value{Bytes(33)};
    QTest::newRow("terms") << 7 << cbor::Value{std::uint64_t{0}};
    QTest::newRow("count") << 8 << cbor::Value{cbor::Negative{0}};
    QTest::newRow("table") << 9 << cbor::Value{Bytes{}};
    QTest::newRow("bundle length") << 14 << cbor::Value{Bytes(8)};
    QTest::newRow("a field too many") << 15 << cbor::Value{std::uint64_t{0}};
}

void SharedHeadTest::parse_namesTheFieldThatIsWrong()
{
    QFETCH(int, field);
    QFETCH(cbor::Value, value);
    const cbor::Value good = cbor::decode(m_head).value();
    cbor::Map map;
    for (std::uint64_t key = 1; key <= 14; ++key) {
        if (const cbor::Value *kept = good.find(key);
            kept != nullptr && key != static_cast<std::uint64_t>(field)) {
            map.emplace_back(key, *kept);
        }
    }
    if (field < 15) {
        const auto missing = SharedHead::parse(cbor::encode(map));
        QVERIFY2(missing.error().detail.find("field " + std::to_string(field)) != std::string::npos,
                 missing.error().detail.c_str());
    }
    map.emplace_back(static_cast<std::uint64_t>(field), value);
    const auto wrong = SharedHead::parse(cbor::encode(map));
    QVERIFY(wrong.error().code == ErrorCode::InvalidInput);
    QVERIFY2(wrong.error().detail.find("field " + std::to_string(field)) != std::string::npos,
             wrong.error().detail.c_str());
}

void SharedHeadTest::aNewerVersion_isUnsupported()
{
    Bytes newer = m_head;
    QCOMPARE(newer[2], std::byte{1}); // {1: 1
    newer[2] = std::byte{2};
    QVERIFY(SharedHead::parse(newer).error().code == ErrorCode::Unsupported);
    QVERIFY(SharedHead::parse(bytesOf("\x81\x01")).error().code == ErrorCode::InvalidInput);
}

void SharedHeadTest::aSignature_isForTheWholeHeadAndItsAuthor()
{
    const SharedHead head = SharedHead::parse(m_head).value();
    QVERIFY(verifyHead(head, m_head, m_signature));
    SharedHead other = head;
    other.author = head.recipient;
    QVERIFY(!verifyHead(other, m_head, m_signature));
    for (std::size_t at = 0; at < m_signature.size(); ++at) {
        crypto::Signature bad = m_signature;
        bad[at] ^= std::byte{1};
        QVERIFY(!verifyHead(head, m_head, bad));
    }
}

QTEST_GUILESS_MAIN(SharedHeadTest)
#include "shared_head_test.moc"
