// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"
#include "core/base/hex.hpp"

#include <QTest>

using namespace keepwell;
using namespace std::literals;

/// Bytes typed from RFC 8949 Appendix A and section 3; none were made by this code.
class CborTest : public QObject
{
    Q_OBJECT

private slots:
    void decode_readsAppendixA_data();
    void decode_readsAppendixA();
    void decode_givesTheValues();
    void decode_refuses_data();
    void decode_refuses();
    void decode_refusesEveryCut();
    void decode_takesNoFlippedBitForTheSame();
    void decode_keepsItsLimits();
    void decode_believesNoCount();
    void encode_sortsMapKeys();
    void value_refusesAKeyTwice();
};

void CborTest::decode_readsAppendixA_data()
{
    QTest::addColumn<std::string>("hex");
    for (const char *hex : {
             "00",
             "01",
             "0a",
             "17",
             "1818",
             "1819",
             "1864",
             "1903e8",
             "1a000f4240",
             "1b000000e8d4a51000",
             "1bffffffffffffffff",
             "3bffffffffffffffff",
             "20",
             "29",
             "3863",
             "3903e7",
             "f4",
             "f5",
             "f6",
             "40",
             "4401020304",
             "60",
             "6161",
             "6449455446",
             "62225c",
             "62c3bc",
             "63e6b0b4",
             "64f0908591",
             "80",
             "83010203",
             "8301820203820405",
             "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
             "a0",
             "a201020304",
             // Not in the appendix, but the edges of each width (section 3):
             "18ff",
             "190100",
             "19ffff",
             "1a00010000",
             "1affffffff",
             "1b0000000100000000",
             "a118ff80",
             "a21818f619ffffa100f5",
         }) {
        QTest::newRow(hex) << std::string{hex};
    }
}

void CborTest::decode_readsAppendixA()
{
    QFETCH(std::string, hex);
    const auto value = cbor::decode(*fromHex(hex));
    QVERIFY2(value.has_value(), value ? "" : value.error().detail.c_str());
    QCOMPARE(toHex(cbor::encode(*value)), hex);
}

void CborTest::decode_givesTheValues()
{
    const auto at = [](std::string_view hex) { return cbor::decode(*fromHex(hex)).value(); };
    using cbor::Value;
    QVERIFY(at("1b000000e8d4a51000") == Value{1000000000000U});
    QVERIFY(at("3903e7") == Value{cbor::Negative{999}});
    QVERIFY(at("4401020304") == Value{*fromHex("01020304")});
    QVERIFY(at("64f0908591") == Value{"\xF0\x90\x85\x91"s});
    QVERIFY(at("f5") == Value::boolean(true));
    QVERIFY(at("f4") == Value::boolean(false));
    QVERIFY(at("f6") == Value{});
    const Value map = at("a201020304");
    QVERIFY(map == (cbor::Map{{1, 2U}, {3, 4U}}));
    QVERIFY(map.find(3) != nullptr && *map.find(3) == Value{4U});
    QVERIFY(map.find(2) == nullptr && Value{}.find(0) == nullptr);
    QVERIFY(map.asArray() == nullptr && !map.asUnsigned() && !map.asBool() && !map.isNull());
    const Value nested = at("8301820203820405");
    QVERIFY(nested == (cbor::Array{1U, cbor::Array{2U, 3U}, cbor::Array{4U, 5U}}));
    QVERIFY(nested != (cbor::Array{1U, cbor::Array{2U, 3U}, cbor::Array{4U, 6U}}));
}

void CborTest::decode_refuses_data()
{
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<std::string>("rule");
    const auto row = [](const char *name, const char *hex, const char *rule) {
        QTest::newRow(name) << std::string{hex} << std::string{rule};
    };
    row("nothing", "", "byte 0: cut short");
    row("23 in two bytes", "1817", "shortest");
    row("255 in three bytes", "1900ff", "shortest");
    row("65535 in five bytes", "1a0000ffff", "shortest");
    row("2^32-1 in nine bytes", "1b00000000ffffffff", "shortest");
    row("negative not shortest", "3817", "shortest");
    row("string length not shortest", "5800", "shortest");
    row("array length not shortest", "980101", "shortest");
    row("map length not shortest", "b8010101", "shortest");
    row("map key not shortest", "a1180101", "byte 1: a number or length is not in its shortest");
    row("half float", "f90000", "floats");
    row("single float", "fa47c35000", "floats");
    row("double float", "fb3ff199999999999a", "floats");
    row("undefined", "f7", "simple value other");
    row("simple 16", "f0", "simple value other");
    row("simple 24", "f818", "floats and other simple");
    row("simple 255", "f8ff", "floats and other simple");
    row("tag 0", "c074323031332d30332d32315432303a30343a30305a", "tags");
    row("bignum", "c249010000000000000000", "tags");
    row("long tag", "d82076687474703a2f2f7777772e6578616d706c652e636f6d", "tags");
    row("indefinite bytes", "5f42010243030405ff", "indefinite");
    row("indefinite text", "7f657374726561646d696e67ff", "indefinite");
    row("indefinite array", "9fff", "indefinite");
    row("indefinite map", "bfff", "indefinite");
    row("lone break", "ff", "indefinite");
    row("reserved 28", "1c", "reserved");
    row("reserved 30", "5e", "reserved");
    row("trailing byte", "0000", "byte 1: bytes follow");
    row("text key", "a16161f6", "not an unsigned");
    row("negative key", "a120f6", "not an unsigned");
    row("bytes key", "a14100f6", "not an unsigned");
    row("keys fall", "a203040102", "byte 3: map keys do not rise");
    row("key twice", "a201020103", "do not rise");
    row("bad UTF-8", "61ff", "UTF-8");
    row("overlong UTF-8", "62c080", "UTF-8");
    row("surrogate", "63eda080", "UTF-8");
    row("bad item deep inside", "8181820162c328", "byte 4: a text is not UTF-8");
}

void CborTest::decode_refuses()
{
    QFETCH(std::string, hex);
    QFETCH(std::string, rule);
    const auto value = cbor::decode(*fromHex(hex));
    QVERIFY(!value.has_value());
    QCOMPARE(value.error().code, ErrorCode::InvalidInput);
    QVERIFY2(value.error().detail.contains(rule), value.error().detail.c_str());
}

constexpr auto kSample = "a6000101a10082f4f502430102030369c3bcc3bce6b0b42e2e04f6"
                         "1903e88320390100 1b000000e8d4a51000"sv;

static Bytes sample()
{
    std::string hex{kSample};
    std::erase(hex, ' ');
    return *fromHex(hex);
}

void CborTest::decode_refusesEveryCut()
{
    const Bytes whole = sample();
    QVERIFY(cbor::decode(whole).has_value());
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        const auto value = cbor::decode(ByteView{whole}.first(cut));
        QVERIFY(!value.has_value());
        QCOMPARE(value.error().code, ErrorCode::InvalidInput);
    }
}

void CborTest::decode_takesNoFlippedBitForTheSame()
{
    const Bytes whole = sample();
    const cbor::Value original = *cbor::decode(whole);
    int accepted = 0;
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        Bytes flipped = whole;
        flipped[bit / 8] ^= std::byte{1} << (bit % 8);
        if (const auto value = cbor::decode(flipped)) {
            ++accepted;
            QVERIFY(*value != original);
            QVERIFY(cbor::encode(*value) == flipped);
        }
    }
    QVERIFY(accepted > 0);
}

void CborTest::decode_keepsItsLimits()
{
    const auto nested = [](std::size_t arrays) {
        Bytes bytes(arrays - 1, std::byte{0x81});
        bytes.push_back(std::byte{0x80});
        return bytes;
    };
    QVERIFY(cbor::decode(nested(8)).has_value());
    QVERIFY(cbor::decode(nested(9)).error().detail.contains("deeper than 8"));
    QVERIFY(cbor::decode(nested(9), {.depth = 9}).has_value());
    QVERIFY(cbor::decode(nested(60'000)).error().detail.contains("deeper than 8"));

    const auto string = [](std::size_t whole) {
        return cbor::encode(Bytes(whole - 3)); // 0x59 and two bytes of length
    };
    QCOMPARE(string(65'536).size(), 65'536U);
    QVERIFY(cbor::decode(string(65'536)).has_value());
    const Bytes large = cbor::encode(Bytes(70'000));
    QVERIFY(cbor::decode(large).error().detail.contains("limit of 65536"));
    QVERIFY(cbor::decode(large, {.bytes = 80'000}).has_value());
}

void CborTest::decode_believesNoCount()
{
    // A billion items and 2^64-1 bytes announced in a few: found before memory is spent.
    for (const auto hex : {"9a3b9aca00", "ba3b9aca00", "9bffffffffffffffff", "bbffffffffffffffff",
                           "5bffffffffffffffff", "7bffffffffffffffff"}) {
        QVERIFY(cbor::decode(*fromHex(hex)).error().detail.contains("cut short"));
    }
}

void CborTest::encode_sortsMapKeys()
{
    const cbor::Value map{cbor::Map{{300, "c"s}, {1, "a"s}, {24, "b"s}}};
    QCOMPARE(toHex(cbor::encode(map)), "a30161611818616219012c6163"s);
}

void CborTest::value_refusesAKeyTwice()
{
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, cbor::Value(cbor::Map{{1, "a"s}, {1, "b"s}}));
}

QTEST_GUILESS_MAIN(CborTest)
#include "cbor_test.moc"
