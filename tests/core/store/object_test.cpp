// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/crypto/hash.hpp"
#include "core/store/object_layout.hpp"
#include "tests/core/store/memory_block_store.hpp"
#include "tests/core/store/whole_object.hpp"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace keepwell;
using namespace keepwell::testing;
using namespace std::literals;
using store::KeyedObjectRef;
using store::ObjectReader;
using store::ObjectRef;
using store::ObjectType;
using store::ObjectWriter;

class ObjectTest : public QObject
{
    Q_OBJECT

private slots:
    void vectors_areWrittenAndRead_data();
    void vectors_areWrittenAndRead();
    void write_readsBack_data();
    void write_readsBack();
    void write_syncsOnceAtTheEnd();
    void write_thatFailsLeavesNoBlock();
    void write_thatIsDroppedLeavesNoBlock();
    void write_canBeStopped();
    void write_reportsProgress();
    void read_givesAnyRange();
    void read_refusesBeyondTheEnd();
    void read_findsEveryChangedBlock();
    void read_findsSwappedSegments();
    void read_fetchesEachSegmentOnce();
    void read_canBeStopped();
    void read_namesAMissingSegment();
    void readAll_canBeStopped();
    void readAll_endsWithTheErrorOfItsSink();
    void open_refusesAnotherKeyOrType();
};

namespace {

Bytes pattern(std::size_t size)
{
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::byte>(7 * i + i / 251);
    }
    return bytes;
}

Result<Bytes> readWhole(ObjectReader &reader)
{
    Bytes whole;
    KEEPWELL_CHECK(reader.readAll([&](ByteView piece) {
        append(whole, piece);
        return Result<>{};
    }));
    return whole;
}

ErrorCode codeOfReading(const store::BlockStore &blocks, const KeyedObjectRef &object)
{
    auto reader = ObjectReader::open(blocks, object.ref, object.key);
    if (!reader) {
        return reader.error().code;
    }
    const auto whole = readWhole(*reader);
    return whole ? ErrorCode::Failed : whole.error().code;
}

constexpr std::size_t kSegment = store::ObjectLayout::kSegmentPlainBytes;

} // namespace

void ObjectTest::vectors_areWrittenAndRead_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QDir folder{QStringLiteral(KEEPWELL_TEST_VECTORS "/object")};
    const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
    QVERIFY(names.size() >= 11);
    for (const QString &name : names) {
        QFile file{folder.filePath(name)};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(name.toUtf8().constData())
            << QJsonDocument::fromJson(file.readAll()).object();
    }
}

void ObjectTest::vectors_areWrittenAndRead()
{
    QFETCH(QJsonObject, vector);
    const auto hex
        = [&](QStringView name) { return fromHex(vector[name].toString().toStdString()).value(); };
    const auto keyOf = [&] {
        Bytes bytes = hex(u"key");
        return crypto::ObjectKey::take(std::span<std::byte, 32>{bytes.data(), 32});
    };
    crypto::ObjectCipher::Salt salt{};
    std::ranges::copy(hex(u"salt"), salt.begin());
    const Bytes plain = pattern(static_cast<std::size_t>(vector[u"length"].toInteger()));

    // Written with the same key and salt, it is the same object.
    MemoryBlockStore blocks;
    auto writer = ObjectWriter::withKey(blocks, static_cast<ObjectType>(vector[u"type"].toInt()),
                                        keyOf(), salt);
    QVERIFY(writer.append(plain).has_value());
    const auto object = writer.finish();
    QVERIFY(object.has_value());
    QCOMPARE(toHex(object->encode()), vector[u"ref"].toString().toStdString());
    QCOMPARE(toHex(object->ref.encode()), vector[u"ref_without_key"].toString().toStdString());
    const QJsonArray cids = vector[u"cids"].toArray();
    QCOMPARE(object->ref.segments().size(), static_cast<std::size_t>(cids.size()));
    for (qsizetype i = 0; i < cids.size(); ++i) {
        const store::Cid &cid = object->ref.segments()[static_cast<std::size_t>(i)];
        QCOMPARE(cid.toString(), cids[i].toString().toStdString());
        QCOMPARE(static_cast<int>(blocks.get(cid).value().size()),
                 vector[u"sizes"].toArray()[i].toInt());
    }

    // The blocks of the other program open, by the reference of the other program.
    MemoryBlockStore others;
    const QJsonArray given = vector[u"blocks"].toArray();
    for (const auto &block : given) {
        QVERIFY(others.put(fromHex(block.toString().toStdString()).value()).has_value());
    }
    const auto ref = KeyedObjectRef::parse(hex(u"ref"));
    QVERIFY(ref.has_value());
    const auto read = getObject(given.isEmpty() ? blocks : others, *ref);
    QVERIFY(read.has_value());
    QCOMPARE(toHex(crypto::sha256(*read)), vector[u"sha256"].toString().toStdString());
}

void ObjectTest::write_readsBack_data()
{
    QTest::addColumn<std::size_t>("size");
    QTest::addColumn<std::size_t>("piece");
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{4097}, std::size_t{16'384}, kSegment - 1,
          kSegment, kSegment + 1, 9 * kSegment + 12'345}) {
        for (const std::size_t piece : {std::size_t{1'000}, std::size_t{16'384}, kSegment * 20}) {
            if (size / piece <= 4'000) {
                QTest::addRow("%zu by %zu", size, piece) << size << piece;
            }
        }
    }
}

void ObjectTest::write_readsBack()
{
    QFETCH(std::size_t, size);
    QFETCH(std::size_t, piece);
    const Bytes plain = pattern(size);
    MemoryBlockStore blocks;
    ObjectWriter writer{blocks, ObjectType::Attachment};
    for (std::size_t at = 0; at < size; at += piece) {
        QVERIFY(writer.append(ByteView{plain}.subspan(at, std::min(piece, size - at))).has_value());
    }
    const auto object = writer.finish();
    QVERIFY(object.has_value());
    QCOMPARE(object->ref.length(), size);
    QCOMPARE(blocks.count(), object->ref.segments().size());
    auto reader = ObjectReader::open(blocks, object->ref, object->key).value();
    QVERIFY(readWhole(reader) == plain);
    QVERIFY(reader.read(0, size) == plain);
}

void ObjectTest::write_syncsOnceAtTheEnd()
{
    MemoryBlockStore blocks;
    const auto object = putObject(blocks, ObjectType::Backup, pattern(3 * kSegment));
    QVERIFY(object.has_value());
    QCOMPARE(blocks.syncs(), 1);
    QCOMPARE(blocks.putsAfterSync(), 0);
}

void ObjectTest::write_thatFailsLeavesNoBlock()
{
    MemoryBlockStore blocks;
    blocks.failAfter(5);
    ObjectWriter writer{blocks, ObjectType::Backup};
    const Bytes plain = pattern(20 * kSegment);
    const auto appended = writer.append(plain);
    QCOMPARE(appended.error().code, ErrorCode::Unavailable);
    QCOMPARE(writer.append(bytesOf("more")).error().code, ErrorCode::Unavailable);
    QCOMPARE(writer.finish().error().code, ErrorCode::Unavailable);
    {
        const ObjectWriter dropped = std::move(writer);
    }
    QCOMPARE(blocks.count(), 0U);

    // Also when only the last segment fails.
    blocks.failAfter(0);
    QCOMPARE(putObject(blocks, ObjectType::Backup, bytesOf("x")).error().code,
             ErrorCode::Unavailable);
    QCOMPARE(blocks.count(), 0U);
}

void ObjectTest::write_thatIsDroppedLeavesNoBlock()
{
    MemoryBlockStore blocks;
    {
        ObjectWriter writer{blocks, ObjectType::Backup};
        QVERIFY(writer.append(pattern(5 * kSegment + 10)).has_value());
    }
    QVERIFY(blocks.puts() >= 5);
    QCOMPARE(blocks.count(), 0U);
}

void ObjectTest::write_canBeStopped()
{
    MemoryBlockStore blocks;
    std::stop_source stop;
    {
        ObjectWriter writer{blocks, ObjectType::Backup, stop.get_token()};
        QVERIFY(writer.append(pattern(2 * kSegment)).has_value());
        stop.request_stop();
        QCOMPARE(writer.append(pattern(2 * kSegment)).error().code, ErrorCode::Cancelled);
        QCOMPARE(writer.finish().error().code, ErrorCode::Cancelled);
    }
    QCOMPARE(blocks.count(), 0U);
}

void ObjectTest::write_reportsProgress()
{
    MemoryBlockStore blocks;
    const std::uint64_t size = 3 * kSegment + 5;
    std::uint64_t last = 0;
    bool rises = true;
    const auto progress = [&](std::uint64_t done, std::uint64_t total) {
        rises = rises && done >= last && total == size;
        last = done;
    };
    ObjectWriter writer{blocks, ObjectType::Backup, {}, progress, size};
    QVERIFY(writer.append(pattern(size)).has_value());
    const auto object = writer.finish();
    QCOMPARE(last, size);
    QVERIFY(rises);

    last = 0;
    auto reader = ObjectReader::open(blocks, object->ref, object->key).value();
    QVERIFY(reader.readAll([](ByteView) { return Result<>{}; }, {}, progress).has_value());
    QCOMPARE(last, size);
    QVERIFY(rises);
}

void ObjectTest::read_givesAnyRange()
{
    const Bytes plain = pattern(4 * kSegment + 777);
    MemoryBlockStore blocks;
    const auto object = putObject(blocks, ObjectType::Attachment, plain).value();
    auto reader = ObjectReader::open(blocks, object.ref, object.key).value();
    QCOMPARE(reader.length(), plain.size());
    const auto check = [&](std::size_t offset, std::size_t size) {
        const auto bytes = reader.read(offset, size);
        return bytes && std::ranges::equal(*bytes, ByteView{plain}.subspan(offset, size));
    };
    QVERIFY(check(0, 0));
    QVERIFY(check(plain.size(), 0));
    QVERIFY(check(plain.size() - 1, 1));
    QVERIFY(check(kSegment - 1, 2));
    QVERIFY(check(kSegment - 5, 2 * kSegment + 10));
    QVERIFY(check(3 * kSegment, kSegment + 777));
    for (std::size_t i = 0; i < 200; ++i) {
        const std::size_t offset = i * 7'919'003 % plain.size();
        QVERIFY(check(offset, std::min(plain.size() - offset, i * 331)));
    }
    // Two places of the object in turn are fetched once each.
    const int before = blocks.reads();
    for (std::size_t i = 0; i < 50; ++i) {
        QVERIFY(check(i * 10, 10) && check(2 * kSegment + i * 10, 10));
    }
    QVERIFY(blocks.reads() - before <= 2);
}

void ObjectTest::read_refusesBeyondTheEnd()
{
    MemoryBlockStore blocks;
    const auto object = putObject(blocks, ObjectType::Manifest, pattern(100)).value();
    auto reader = ObjectReader::open(blocks, object.ref, object.key).value();
    // The padding is not part of the object.
    QCOMPARE(reader.read(0, 101).error().code, ErrorCode::InvalidInput);
    QCOMPARE(reader.read(101, 0).error().code, ErrorCode::InvalidInput);
    QCOMPARE(reader.read(1, UINT64_MAX).error().code, ErrorCode::InvalidInput);
    QCOMPARE(reader.read(UINT64_MAX, 2).error().code, ErrorCode::InvalidInput);
}

void ObjectTest::read_findsEveryChangedBlock()
{
    MemoryBlockStore blocks;
    const auto object = putObject(blocks, ObjectType::Manifest, pattern(100)).value();
    const store::Cid cid = object.ref.segments().front();
    const Bytes whole = blocks.get(cid).value();
    QCOMPARE(codeOfReading(blocks, object), ErrorCode::Failed); // none
    for (std::size_t i = 0; i < whole.size(); ++i) {
        Bytes changed = whole;
        changed[i] ^= std::byte{0x10};
        blocks.replace(cid, changed);
        QCOMPARE(codeOfReading(blocks, object), ErrorCode::Tampered);

        // The same under a CID of its own: now it is the cipher that notices.
        MemoryBlockStore forged;
        const auto other = forged.put(changed).value();
        const KeyedObjectRef forgedRef{
            ObjectRef::create(ObjectType::Manifest, 100, {other}).value(), object.key.duplicate()};
        QCOMPARE(codeOfReading(forged, forgedRef),
                 i < 56 ? ErrorCode::WrongKey : ErrorCode::Tampered);
    }
    for (std::size_t cut = 0; cut < whole.size(); cut += 7) {
        const Bytes shorter = copyOf(ByteView{whole}.first(cut));
        blocks.replace(cid, shorter);
        QCOMPARE(codeOfReading(blocks, object), ErrorCode::Tampered);
        MemoryBlockStore forged;
        const auto other = forged.put(shorter).value();
        const KeyedObjectRef forgedRef{
            ObjectRef::create(ObjectType::Manifest, 100, {other}).value(), object.key.duplicate()};
        QCOMPARE(codeOfReading(forged, forgedRef), ErrorCode::Tampered);
    }
}

void ObjectTest::read_findsSwappedSegments()
{
    MemoryBlockStore blocks;
    const Bytes plain = pattern(3 * kSegment + 100);
    const auto object = putObject(blocks, ObjectType::Manifest, plain).value();
    auto cids = object.ref.segments();
    std::swap(cids[1], cids[2]);
    const KeyedObjectRef swapped{
        ObjectRef::create(ObjectType::Manifest, plain.size(), cids).value(),
        object.key.duplicate()};
    auto reader = ObjectReader::open(blocks, swapped.ref, swapped.key).value();
    const auto whole = readWhole(reader);
    QCOMPARE(whole.error().code, ErrorCode::Tampered);
    QVERIFY2(whole.error().detail.contains("segment 2 of 4"), whole.error().detail.c_str());
    QVERIFY(reader.read(10, 10).has_value());
    QCOMPARE(reader.read(kSegment, 1).error().code, ErrorCode::Tampered);

    // A segment of another object, and one twice.
    const auto other = putObject(blocks, ObjectType::Manifest, plain).value();
    for (const store::Cid &wrong : {other.ref.segments()[1], object.ref.segments()[2]}) {
        cids = object.ref.segments();
        cids[1] = wrong;
        const KeyedObjectRef mixed{
            ObjectRef::create(ObjectType::Manifest, plain.size(), cids).value(),
            object.key.duplicate()};
        QCOMPARE(codeOfReading(blocks, mixed), ErrorCode::Tampered);
    }
}

void ObjectTest::read_fetchesEachSegmentOnce()
{
    MemoryBlockStore blocks;
    const Bytes plain = pattern(12 * kSegment + 5);
    const auto object = putObject(blocks, ObjectType::Manifest, plain).value();
    const auto count = static_cast<int>(object.ref.segments().size());
    auto reader = ObjectReader::open(blocks, object.ref, object.key).value();
    for (std::uint64_t at = 0; at < plain.size(); at += 300'000) {
        const std::uint64_t size = std::min<std::uint64_t>(300'000, plain.size() - at);
        QVERIFY(
            std::ranges::equal(reader.read(at, size).value(), ByteView{plain}.subspan(at, size)));
    }
    QVERIFY(blocks.reads() <= count);

    // A table and the records that it names, side by side.
    auto both = ObjectReader::open(blocks, object.ref, object.key).value();
    const int before = blocks.reads();
    for (std::uint64_t at = 0; at < 2 * kSegment; at += 50'000) {
        QVERIFY(std::ranges::equal(both.read(at, 10).value(), ByteView{plain}.subspan(at, 10)));
        const std::uint64_t record = 2 * kSegment + 4 * at;
        QVERIFY(std::ranges::equal(both.read(record, 200'000).value(),
                                   ByteView{plain}.subspan(record, 200'000)));
    }
    QVERIFY2(blocks.reads() - before <= count,
             qPrintable(QString::number(blocks.reads() - before)));
}

void ObjectTest::read_canBeStopped()
{
    MemoryBlockStore blocks;
    const Bytes plain = pattern(4 * kSegment);
    const auto object = putObject(blocks, ObjectType::Manifest, plain).value();
    auto reader = ObjectReader::open(blocks, object.ref, object.key).value();
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(reader.read(kSegment, 10, stop.get_token()).error().code, ErrorCode::Cancelled);
    // That was for one read alone.
    QVERIFY(reader.read(0, plain.size()).value() == plain);
}

void ObjectTest::read_namesAMissingSegment()
{
    MemoryBlockStore blocks;
    const auto object = putObject(blocks, ObjectType::Manifest, pattern(3 * kSegment)).value();
    QVERIFY(blocks.remove({object.ref.segments()[2]}).has_value());
    auto reader = ObjectReader::open(blocks, object.ref, object.key).value();
    const auto whole = readWhole(reader);
    QCOMPARE(whole.error().code, ErrorCode::NotFound);
    QVERIFY2(whole.error().detail.contains("segment 3 of 4"), whole.error().detail.c_str());
    QVERIFY(blocks.remove({object.ref.segments()[0]}).has_value());
    QCOMPARE(ObjectReader::open(blocks, object.ref, object.key).error().code, ErrorCode::NotFound);
}

void ObjectTest::readAll_canBeStopped()
{
    MemoryBlockStore blocks;
    const auto object = putObject(blocks, ObjectType::Manifest, pattern(9 * kSegment)).value();
    auto reader = ObjectReader::open(blocks, object.ref, object.key).value();
    std::stop_source stop;
    std::size_t given = 0;
    const auto read = reader.readAll(
        [&](ByteView piece) {
            given += piece.size();
            stop.request_stop();
            return Result<>{};
        },
        stop.get_token());
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
    QCOMPARE(given, kSegment);
}

void ObjectTest::readAll_endsWithTheErrorOfItsSink()
{
    MemoryBlockStore blocks;
    const auto object = putObject(blocks, ObjectType::Manifest, pattern(9 * kSegment)).value();
    auto reader = ObjectReader::open(blocks, object.ref, object.key).value();
    const auto read = reader.readAll(
        [](ByteView) -> Result<> { return fail(ErrorCode::Unavailable, "the disk is full"); });
    QCOMPARE(read.error().detail, "the disk is full"s);
    QVERIFY(readWhole(reader) == pattern(9 * kSegment));
}

void ObjectTest::open_refusesAnotherKeyOrType()
{
    MemoryBlockStore blocks;
    const auto object = putObject(blocks, ObjectType::Manifest, pattern(100)).value();
    QCOMPARE(ObjectReader::open(blocks, object.ref, crypto::ObjectKey::random()).error().code,
             ErrorCode::WrongKey);
    const auto asMessage
        = ObjectRef::create(ObjectType::Message, 100, object.ref.segments()).value();
    QCOMPARE(ObjectReader::open(blocks, asMessage, object.key).error().code, ErrorCode::WrongKey);
    // Another length under the right key: its end is not where it should be.
    const auto longer
        = ObjectRef::create(ObjectType::Manifest, 5000, object.ref.segments()).value();
    QCOMPARE(ObjectReader::open(blocks, longer, object.key).error().code, ErrorCode::Tampered);
}

QTEST_GUILESS_MAIN(ObjectTest)
#include "object_test.moc"
