// SPDX-License-Identifier: Apache-2.0
#include "core/base/bytes.hpp"
#include "core/base/hex.hpp"
#include "core/base/id32.hpp"

#include <QTest>

using namespace keepwell;
using namespace std::literals;

class BytesTest : public QObject
{
    Q_OBJECT

private slots:
    void concat_joinsInOrder();
    void bigEndian_putsTheHighByteFirst();
    void toHex_writesLowerCase();
    void fromHex_readsBothCases();
    void fromHex_refuses_data();
    void fromHex_refuses();
    void id32_readsOnly64Digits();
    void id32_readsOnly32Bytes();
};

void BytesTest::concat_joinsInOrder()
{
    QCOMPARE(textOf(concat({bytesOf("ab"), bytesOf(""), bytesOf("c")})), "abc"sv);
    QVERIFY(concat({}).empty());
}

void BytesTest::bigEndian_putsTheHighByteFirst()
{
    QCOMPARE(toHex(bigEndian32(0x01020304)), "01020304"s);
    QCOMPARE(toHex(bigEndian64(0x0102030405060708)), "0102030405060708"s);
}

void BytesTest::toHex_writesLowerCase()
{
    QCOMPARE(toHex(bytesOf("\x00\x7f\xff\xab"sv)), "007fffab"s);
    QCOMPARE(toHex({}), ""s);
}

void BytesTest::fromHex_readsBothCases()
{
    const auto bytes = fromHex("00aBCdeF");
    QVERIFY(bytes.has_value());
    QCOMPARE(toHex(*bytes), "00abcdef"s);
    QVERIFY(fromHex("")->empty());
}

void BytesTest::fromHex_refuses_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("odd") << "abc"s;
    QTest::newRow("letter past f") << "0g"s;
    QTest::newRow("space") << " 0"s;
    QTest::newRow("prefix") << "0x00"s;
    QTest::newRow("zero byte") << "0\0"s;
}

void BytesTest::fromHex_refuses()
{
    QFETCH(std::string, text);
    const auto bytes = fromHex(text);
    QVERIFY(!bytes.has_value());
    QCOMPARE(bytes.error().code, ErrorCode::InvalidInput);
}

using SomeId = Id32<struct SomeTag>;

void BytesTest::id32_readsOnly64Digits()
{
    const std::string digits(64, 'e');
    const auto id = SomeId::parse(digits);
    QVERIFY(id.has_value());
    QCOMPARE(id->toHex(), digits);
    QVERIFY(!id->isZero());
    for (std::size_t cut = 0; cut < digits.size(); ++cut) {
        QVERIFY(!SomeId::parse(digits.substr(0, cut)).has_value());
    }
    QVERIFY(!SomeId::parse(digits + "ee").has_value());
}

void BytesTest::id32_readsOnly32Bytes()
{
    QVERIFY(SomeId::fromBytes(Bytes(32)).has_value());
    QCOMPARE(SomeId::fromBytes(Bytes(31)).error().code, ErrorCode::InvalidInput);
    QCOMPARE(SomeId::fromBytes(Bytes(33)).error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(BytesTest)
#include "bytes_test.moc"
