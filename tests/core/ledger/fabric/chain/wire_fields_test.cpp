// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/ledger/fabric/chain/wire_fields.hpp"

#include <QtTest>

using namespace keepwell;
using namespace keepwell::ledger::fabric;

/// The bytes of the encoding's own description, and what
/// the library for Go takes and refuses of it.
class WireFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAndBytes();
    void lastCounts_messagesMerge();
    void unknown_isPassedOver_howeverDeep();
    void otherKindOfField_isUnknown();
    void bad_data();
    void bad();
    void cutAtEveryByte();
    void everyFlippedBit();
    void beginsWithOnly();
};

namespace {

Bytes bytesOfHex(const char *hex) { return *fromHex(hex); }

} // namespace

void WireFieldsTest::numbersAndBytes()
{
    const Bytes bytes = bytesOfHex("089601120774657374696e67");
    const auto fields = WireFields::parse(bytes);
    QVERIFY(fields);
    QCOMPARE(fields->numberAt(1), 150U);
    QVERIFY(fields->textAt(2) == "testing");
    QCOMPARE(fields->numberAt(3), 0U);
    QVERIFY(fields->bytesAt(3).empty());
    QVERIFY(!fields->hasBytes(3));
    const Bytes minusTwo = bytesOfHex("08feffffffffffffffff01");
    QCOMPARE(static_cast<std::int64_t>(WireFields::parse(minusTwo)->numberAt(1)), -2);
    QVERIFY(WireFields::parse({}));
}

void WireFieldsTest::lastCounts_messagesMerge()
{
    const Bytes twice = bytesOfHex("08010802"
                                   "12026869"
                                   "12026f6b"
                                   "1200");
    const auto fields = WireFields::parse(twice);
    QCOMPARE(fields->numberAt(1), 2U);
    QVERIFY(fields->bytesAt(2).empty()); // empty, and there
    QCOMPARE(fields->allAt(2).size(), 3U);
    // Field 3 twice: {1: 150} and {2: "testing", 1: 7}.
    const Bytes parts = bytesOfHex("1a03089601"
                                   "1a0b120774657374696e670807");
    const auto merged = WireFields::parse(parts)->messageAt(3);
    QVERIFY(merged);
    QCOMPARE(merged->numberAt(1), 7U);
    QVERIFY(merged->textAt(2) == "testing");
    QVERIFY(WireFields::parse(parts)->messageAt(4)); // none: as one without fields
    const Bytes broken = bytesOfHex("1a03089601"
                                    "1a0108");
    QVERIFY(!WireFields::parse(broken)->messageAt(3));
}

void WireFieldsTest::unknown_isPassedOver_howeverDeep()
{
    constexpr std::size_t kDeep = 100'000;
    Bytes bytes(kDeep, std::byte{0x7B}); // field 15, a group begins
    append(bytes,
           bytesOfHex("0805"
                      "0a0178")); // inside, not ours
    bytes.insert(bytes.end(), kDeep, std::byte{0x7C});
    append(bytes,
           bytesOfHex("0807"
                      "0900112233445566770d00112233")); // and 8 and 4 bytes of field 1
    const auto fields = WireFields::parse(bytes);
    QVERIFY(fields);
    QCOMPARE(fields->numberAt(1), 7U);
    QVERIFY(!fields->hasBytes(1));
}

void WireFieldsTest::otherKindOfField_isUnknown()
{
    const Bytes bytes = bytesOfHex("0805"
                                   "0a0178");
    const auto fields = WireFields::parse(bytes);
    QCOMPARE(fields->numberAt(1), 5U);
    QVERIFY(fields->textAt(1) == "x");
}

void WireFieldsTest::bad_data()
{
    QTest::addColumn<QByteArray>("hex");
    const auto row
        = [](const char *name, const char *hex) { QTest::newRow(name) << QByteArray{hex}; };
    row("a tag without a value", "08");
    row("a varint that does not end", "0880");
    row("of more than 64 bits", "0880808080808080808002");
    row("of eleven bytes", "088080808080808080808001");
    row("field 0", "0001");
    row("a field beyond 2^29 - 1", "808080801001");
    row("a length beyond the end", "120774657374");
    row("a length of 2^64 - 1", "12ffffffffffffffffff01");
    row("a kind that is not there", "0e");
    row("another", "0f");
    row("a group that does not end", "7b");
    row("an end without a group", "7c");
    row("a group that ends as another", "7b74");
    row("eight bytes cut", "0900112233445566");
    row("four bytes cut", "0d001122");
}

void WireFieldsTest::bad()
{
    QFETCH(QByteArray, hex);
    const Bytes bytes = bytesOfHex(hex.constData());
    QVERIFY(!WireFields::parse(bytes));
}

void WireFieldsTest::cutAtEveryByte()
{
    const Bytes whole = bytesOfHex("089601"
                                   "120774657374696e67"
                                   "7b08057c"
                                   "1a03089601");
    const std::size_t ends[]{0, 3, 12, 16, 21}; // where a field does
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        const bool isEnd = std::ranges::find(ends, size) != std::end(ends);
        QCOMPARE(WireFields::parse(ByteView{whole}.first(size)).has_value(), isEnd);
    }
}

void WireFieldsTest::everyFlippedBit()
{
    const Bytes whole = bytesOfHex("089601"
                                   "120774657374696e67"
                                   "7b08057c"
                                   "1a03089601");
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        Bytes flipped = whole;
        flipped[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);
        if (const auto fields = WireFields::parse(flipped)) { // whatever it says, within the bytes
            for (const ByteView one : fields->allAt(2)) {
                QVERIFY(one.size() <= flipped.size());
            }
            static_cast<void>(fields->messageAt(3));
        }
    }
}

void WireFieldsTest::beginsWithOnly()
{
    const auto does = [](const char *hex) {
        const Bytes bytes = bytesOfHex(hex);
        return WireFields::parse(bytes)->beginsWithOnly(1);
    };
    QVERIFY(does("0a0178"));
    QVERIFY(does("0a0178"
                 "120179"
                 "7b7c"
                 "0801"));
    QVERIFY(!does(""));
    QVERIFY(!does("120179"
                  "0a0178"));
    QVERIFY(!does("0a0178"
                  "0a0179"));
    QVERIFY(!does("0801"
                  "0a0178"));
    QVERIFY(!does("7b7c"
                  "0a0178"));
}

QTEST_GUILESS_MAIN(WireFieldsTest)
#include "wire_fields_test.moc"
