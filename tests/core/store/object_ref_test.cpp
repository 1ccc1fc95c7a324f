// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"
#include "core/base/hex.hpp"
#include "core/store/object_ref.hpp"

#include <QTest>

using namespace keepwell;
using namespace std::literals;
using store::Cid;
using store::KeyedObjectRef;
using store::ObjectRef;
using store::ObjectType;

/// The bytes of good references are in tests/vectors/object (object_test.cpp reads them); here are
/// the bad ones.
class ObjectRefTest : public QObject
{
    Q_OBJECT

private slots:
    void encode_isReadBack();
    void create_refusesAnotherNumberOfSegments();
    void parse_refuses_data();
    void parse_refuses();
    void parse_refusesEveryCut();
    void parse_takesNoFlippedBitForTheSame();
    void parse_tellsKeyFromNoKey();
    void largest_isReadBack();
};

namespace {

ObjectRef sample(std::uint64_t length = 2'000'000, std::size_t segments = 2)
{
    std::vector<Cid> cids;
    for (std::size_t i = 0; i < segments; ++i) {
        cids.push_back(Cid::ofBlock(bigEndian64(i)));
    }
    return ObjectRef::create(ObjectType::Backup, length, cids).value();
}

cbor::Map fields()
{
    const auto value = cbor::decode(sample().encode());
    const cbor::Map *map = value->asMap();
    return map == nullptr ? cbor::Map{} : *map;
}

} // namespace

void ObjectRefTest::encode_isReadBack()
{
    const ObjectRef ref = sample();
    QVERIFY(ObjectRef::parse(ref.encode()) == ref);
    const auto key = crypto::ObjectKey::random();
    const auto keyed = KeyedObjectRef::parse(KeyedObjectRef{ref, key.duplicate()}.encode());
    QVERIFY(keyed.has_value());
    QVERIFY(keyed->ref == ref);
    QVERIFY(copyOf(keyed->key.expose()) == copyOf(key.expose()));
}

void ObjectRefTest::create_refusesAnotherNumberOfSegments()
{
    const std::vector<Cid> one{Cid::ofBlock({})};
    const auto created = [&](std::uint64_t length, std::vector<Cid> cids) {
        return ObjectRef::create(ObjectType::Message, length, std::move(cids)).has_value();
    };
    QVERIFY(created(0, one));
    QVERIFY(created(1'000'000, one));
    QVERIFY(!created(0, {}));
    QVERIFY(!created(2'000'000, one));
    QVERIFY(!created(UINT64_MAX, one));
    QVERIFY(!created(UINT64_MAX - 4096, one));
    QVERIFY(!created(std::uint64_t{1} << 40U, one));
}

void ObjectRefTest::parse_refuses_data()
{
    QTest::addColumn<cbor::Value>("value");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, std::size_t field, cbor::Value value, ErrorCode code) {
        cbor::Map map = fields();
        map.at(field).second = std::move(value);
        QTest::newRow(name) << cbor::Value{map} << code;
    };
    constexpr auto kInvalid = ErrorCode::InvalidInput;
    row("suite 0", 0, 0U, kInvalid);
    row("suite 2", 0, 2U, ErrorCode::Unsupported);
    row("suite a text", 0, "1"s, kInvalid);
    row("type 0", 1, 0U, ErrorCode::Unsupported);
    row("type 5", 1, 5U, ErrorCode::Unsupported);
    row("key too short", 2, Bytes(31), kInvalid);
    row("length of more segments", 3, 3'000'000U, kInvalid);
    row("length huge", 3, UINT64_MAX, kInvalid);
    row("no segments", 4, cbor::Array{}, kInvalid);
    row("segment a number", 4, cbor::Array{1U, 2U}, kInvalid);
    row("segment cut", 4, cbor::Array{Bytes(35), Bytes(36)}, ErrorCode::Unsupported);
    cbor::Map more = fields();
    more.emplace_back(6, 1U);
    QTest::newRow("unknown field") << cbor::Value{more} << kInvalid;
    for (std::size_t i = 0; i < 5; ++i) {
        cbor::Map fewer = fields();
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        QTest::addRow("field %zu missing", i + 1) << cbor::Value{fewer} << kInvalid;
    }
    QTest::newRow("an array") << cbor::Value{cbor::Array{}} << kInvalid;
}

void ObjectRefTest::parse_refuses()
{
    QFETCH(cbor::Value, value);
    const auto ref = ObjectRef::parse(cbor::encode(value));
    QVERIFY(!ref.has_value());
    QTEST(ref.error().code, "code");
}

void ObjectRefTest::parse_refusesEveryCut()
{
    const Bytes whole = sample().encode();
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        QCOMPARE(ObjectRef::parse(ByteView{whole}.first(cut)).error().code,
                 ErrorCode::InvalidInput);
    }
}

void ObjectRefTest::parse_takesNoFlippedBitForTheSame()
{
    const ObjectRef ref = sample();
    const Bytes whole = ref.encode();
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        Bytes flipped = whole;
        flipped[bit / 8] ^= std::byte{1} << (bit % 8);
        const auto read = ObjectRef::parse(flipped);
        QVERIFY(!read || *read != ref);
        QVERIFY(!read || read->encode() == flipped);
    }
}

void ObjectRefTest::parse_tellsKeyFromNoKey()
{
    const KeyedObjectRef keyed{sample(), crypto::ObjectKey::random()};
    QCOMPARE(ObjectRef::parse(keyed.encode()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(KeyedObjectRef::parse(sample().encode()).error().code, ErrorCode::InvalidInput);
}

void ObjectRefTest::largest_isReadBack()
{
    // The next length that padding allows, 2^28 bytes on, has more segments than the limit.
    const ObjectRef ref = sample(16'777'216'000, 16'254);
    const Bytes encoded = ref.encode();
    QVERIFY(encoded.size() > 600'000 && encoded.size() <= ObjectRef::kMostEncodedBytes);
    QVERIFY(ObjectRef::parse(encoded) == ref);
    QVERIFY(!ObjectRef::create(ObjectType::Backup, 16'777'216'001, ref.segments()).has_value());
    const auto tooLarge = ObjectRef::parse(Bytes(ObjectRef::kMostEncodedBytes + 1));
    QVERIFY(tooLarge.error().detail.contains("limit"));
}

QTEST_GUILESS_MAIN(ObjectRefTest)
#include "object_ref_test.moc"
