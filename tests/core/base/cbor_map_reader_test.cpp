// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"
#include "core/base/hex.hpp"

#include <QTest>

using namespace keepwell;
using namespace std::literals;
using cbor::MapReader;

class CborMapReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void fields_areRead();
    void finish_namesTheFirstWrong_data();
    void finish_namesTheFirstWrong();
    void finish_refusesWhatIsNoMap();
    void finish_refusesAnUnknownField();
};

namespace {

struct Sample
{
    std::uint64_t number = 0;
    bool truth = false;
    Bytes32 id{};
    std::optional<Bytes32> maybe;
    Bytes bytes;
    std::string text;
    std::size_t items = 0;
    bool hasValue = false;
};

Result<Sample> read(const cbor::Value &value)
{
    MapReader fields{value, "sample"};
    Sample sample;
    sample.number = fields.unsignedAt(1, 100);
    sample.truth = fields.boolAt(2);
    sample.id = fields.bytes32At(3);
    sample.maybe = fields.bytes32OrNullAt(4);
    sample.bytes = fields.bytesAt(5, 4);
    sample.text = fields.textAt(6, 4);
    const cbor::Array *items = fields.arrayAt(7, 2);
    sample.items = items == nullptr ? 0 : items->size();
    sample.hasValue = fields.valueAt(8) != nullptr;
    KEEPWELL_CHECK(fields.finish());
    return sample;
}

cbor::Map good()
{
    return {{1, 100U},           {2, cbor::Value::boolean(true)},
            {3, Bytes(32)},      {4, cbor::Value{}},
            {5, Bytes(4)},       {6, "four"s},
            {7, cbor::Array(2)}, {8, cbor::Value{}}};
}

} // namespace

void CborMapReaderTest::fields_areRead()
{
    auto map = good();
    const auto sample = read(map);
    QVERIFY2(sample.has_value(), sample ? "" : sample.error().detail.c_str());
    QCOMPARE(sample->number, 100U);
    QVERIFY(sample->truth && sample->hasValue && !sample->maybe);
    QCOMPARE(sample->text, "four"s);
    QCOMPARE(sample->items, 2U);
    map[3].second = Bytes(32, std::byte{7});
    QCOMPARE(read(map)->maybe.value()[31], std::byte{7});
}

void CborMapReaderTest::finish_namesTheFirstWrong_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<cbor::Value>("value");
    QTest::addColumn<std::string>("detail");
    const auto row = [](const char *name, int index, cbor::Value value, std::string detail) {
        QTest::newRow(name) << index << std::move(value) << detail;
    };
    row("number", 0, "x"s, "sample: field 1: expected an unsigned number"s);
    row("number too large", 0, 101U, "sample: field 1: expected at most 100"s);
    row("bool", 1, 1U, "sample: field 2: expected true or false"s);
    row("31 bytes", 2, Bytes(31), "sample: field 3: expected 32 bytes"s);
    row("33 bytes or null", 3, Bytes(33), "sample: field 4: expected 32 bytes"s);
    row("bytes too many", 4, Bytes(5), "sample: field 5: expected at most 4 bytes"s);
    row("bytes as text", 4, "ab"s, "sample: field 5: expected at most 4 bytes"s);
    row("text too long", 5, "fifth"s, "sample: field 6: expected a text of at most 4 bytes"s);
    row("items too many", 6, cbor::Array(3),
        "sample: field 7: expected an array of at most 2 items"s);
}

void CborMapReaderTest::finish_namesTheFirstWrong()
{
    QFETCH(int, index);
    QFETCH(cbor::Value, value);
    QFETCH(std::string, detail);
    auto map = good();
    map[static_cast<std::size_t>(index)].second = value;
    QCOMPARE(read(map).error().detail, detail);

    map.erase(map.begin() + index);
    QCOMPARE(read(map).error().detail, "sample: field " + std::to_string(index + 1) + ": missing");
}

void CborMapReaderTest::finish_refusesWhatIsNoMap()
{
    QCOMPARE(read(cbor::Array{}).error().detail, "sample: expected a map"s);
}

void CborMapReaderTest::finish_refusesAnUnknownField()
{
    auto map = good();
    map.emplace_back(9, 0U);
    QCOMPARE(read(map).error().detail, "sample: field 9: not known"s);
}

QTEST_GUILESS_MAIN(CborMapReaderTest)
#include "cbor_map_reader_test.moc"
