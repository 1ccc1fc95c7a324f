// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"
#include "core/crypto/object_cipher.hpp"
#include "tests/core/crypto/vectors.hpp"
#include "tests/core/crypto/whole_message.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::testing;
using namespace std::literals;
using crypto::ObjectCipher;
using crypto::ObjectKey;

class ObjectCipherTest : public QObject
{
    Q_OBJECT

private slots:
    void messages_agreeWithWycheproof();
    void runs_openWhereTheyWereSealed();
    void open_refusesEveryFlippedBit();
    void open_refusesEveryCut();
    void open_refusesImpossibleRuns();
    void create_takesAFreshSalt();
};

namespace {

/// Wycheproof keeps its ciphertexts as zlib streams; Qt wants the length of the result before one.
Bytes inflated(const QJsonValue &value)
{
    const QByteArray stream = QByteArray::fromHex(value.toString().toLatin1());
    const QByteArray bytes = qUncompress(QByteArray(4, '\0') + stream);
    return copyOf(
        std::as_bytes(std::span{bytes.constData(), static_cast<std::size_t>(bytes.size())}));
}

Bytes pattern(std::size_t size)
{
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::byte>(i * 7 + i / 251);
    }
    return bytes;
}

} // namespace

void ObjectCipherTest::messages_agreeWithWycheproof()
{
    KEEPWELL_SHARED_JSON(document, "wycheproof/cobblestone256_test.json");
    int valid = 0;
    int invalid = 0;
    for (const auto &[group, test, name, isValid] : wycheproof(document)) {
        const Bytes key = hexBytes(test[u"key"]);
        if (key.size() != ObjectKey::kBytes) {
            QVERIFY2(!isValid, name.constData()); // Our type cannot hold such a key.
            continue;
        }
        const auto objectKey = secretOf<ObjectKey>(key);
        const Bytes context = hexBytes(test[u"ctx"]);
        const Bytes sealed = inflated(test[u"ct"]);
        const auto plain = openMessage(objectKey, context, sealed);
        QVERIFY2(plain.has_value() == isValid, name.constData());
        if (!isValid) {
            ++invalid;
            continue;
        }
        ++valid;
        QCOMPARE(static_cast<int>(plain->size()), test[u"msgLength"].toInt());
        QCOMPARE(toHex(crypto::sha512({*plain})), test[u"msgSha512"].toString().toStdString());
        const auto salt = fixedBytes<ObjectCipher::Salt>(sealed);
        const auto cipher = ObjectCipher::createWithSalt(objectKey, context, salt);
        QVERIFY2(sealMessage(cipher, *plain) == sealed, name.constData());
    }
    QVERIFY(valid >= 10 && invalid >= 20);
}

void ObjectCipherTest::runs_openWhereTheyWereSealed()
{
    const ObjectKey key = ObjectKey::random();
    const auto cipher = ObjectCipher::create(key, bytesOf("context"));
    const Bytes plain = pattern(3 * ObjectCipher::kChunkBytes + 100);
    const Bytes message = sealMessage(cipher, plain);
    const ByteView chunks = ByteView{message}.subspan(ObjectCipher::kHeaderBytes);

    // The two middle chunks alone, and the short one alone.
    const ByteView middle
        = chunks.subspan(ObjectCipher::kSealedChunkBytes, 2 * ObjectCipher::kSealedChunkBytes);
    Bytes opened(2 * ObjectCipher::kChunkBytes);
    QVERIFY(cipher.open(1, middle, opened).has_value());
    QVERIFY(std::ranges::equal(opened,
                               ByteView{plain}.subspan(ObjectCipher::kChunkBytes, opened.size())));
    Bytes end(100);
    QVERIFY(cipher.open(3, chunks.last(116), end).has_value());
    QVERIFY(std::ranges::equal(end, ByteView{plain}.last(100)));

    // At any other place they do not open, and nothing is left in the output.
    QCOMPARE(cipher.open(2, middle, opened).error().code, ErrorCode::Tampered);
    QVERIFY(opened == Bytes(opened.size()));

    // Sealed in pieces, they are the same bytes.
    Bytes again(middle.size());
    for (std::size_t i = 0; i < 2; ++i) {
        std::ranges::copy(
            ByteView{plain}.subspan((i + 1) * ObjectCipher::kChunkBytes, ObjectCipher::kChunkBytes),
            std::span{again}.subspan(i * ObjectCipher::kSealedChunkBytes).begin());
    }
    QVERIFY(cipher.seal(1, again).has_value());
    QVERIFY(std::ranges::equal(again, middle));
}

void ObjectCipherTest::open_refusesEveryFlippedBit()
{
    const ObjectKey key = ObjectKey::random();
    const Bytes message = sealMessage(ObjectCipher::create(key, {}), pattern(100));
    for (std::size_t bit = 0; bit < message.size() * 8; ++bit) {
        const auto opened = openMessage(key, {}, withBitFlipped(message, bit));
        QCOMPARE(opened.error().code,
                 bit / 8 < ObjectCipher::kHeaderBytes ? ErrorCode::WrongKey : ErrorCode::Tampered);
    }
}

void ObjectCipherTest::open_refusesEveryCut()
{
    const ObjectKey key = ObjectKey::random();
    const Bytes message
        = sealMessage(ObjectCipher::create(key, {}), pattern(ObjectCipher::kChunkBytes + 40));
    for (std::size_t cut = 0; cut < message.size(); ++cut) {
        QVERIFY(!openMessage(key, {}, ByteView{message}.first(cut)).has_value());
        if (cut == 200) {
            cut = message.size() - 200; // The long middle is all alike.
        }
    }
    const auto whole = ObjectCipher::kHeaderBytes + ObjectCipher::kSealedChunkBytes;
    const auto opened = openMessage(key, {}, ByteView{message}.first(whole));
    QCOMPARE(opened.error().detail, "the end of an object is missing"s);
}

void ObjectCipherTest::open_refusesImpossibleRuns()
{
    const auto cipher = ObjectCipher::create(ObjectKey::random(), {});
    Bytes output;
    const auto codeOf = [&](std::uint64_t first, std::size_t sealed, std::size_t plain) {
        output.resize(plain);
        return cipher.open(first, Bytes(sealed), output).error().code;
    };
    QCOMPARE(codeOf(0, 0, 0), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(0, 15, 0), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(0, 16, 1), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(0, ObjectCipher::kSealedChunkBytes + 15, 0), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(ObjectCipher::kMostChunks, 16, 0), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(UINT64_MAX, 16, 0), ErrorCode::InvalidInput);
    QCOMPARE(codeOf(ObjectCipher::kMostChunks - 1, ObjectCipher::kSealedChunkBytes + 16,
                    ObjectCipher::kChunkBytes),
             ErrorCode::InvalidInput);
    QCOMPARE(codeOf(ObjectCipher::kMostChunks - 1, 16, 0), ErrorCode::Tampered);
}

void ObjectCipherTest::create_takesAFreshSalt()
{
    const ObjectKey key = ObjectKey::random();
    QVERIFY(ObjectCipher::create(key, {}).header() != ObjectCipher::create(key, {}).header());
}

QTEST_GUILESS_MAIN(ObjectCipherTest)
#include "object_cipher_test.moc"
