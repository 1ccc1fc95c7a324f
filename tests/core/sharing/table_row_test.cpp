// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/table_row.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::sharing;

class TableRowTest : public QObject
{
    Q_OBJECT

private slots:
    void encode_isReadBack_data();
    void encode_isReadBack();
    void parse_refusesEveryCut();
    void parse_refusesOrKeepsEveryFlip();
    void parse_refusesWhatIsTooLarge();
    void parse_refusesAPathOfHalfNodes();
    void parse_refusesAnAnchorThatIsNoId();
};

namespace {

Bytes32 filled(int byte)
{
    Bytes32 bytes;
    bytes.fill(static_cast<std::byte>(byte));
    return bytes;
}

TableRow full()
{
    return {.offset = 1'000'000,
            .length = 300,
            .anchorage = {.salt = filled(1),
                          .index = 5,
                          .path = {filled(2), filled(3), filled(4)},
                          .anchor = contract::TxId{filled(9)}},
            .provenance = "From Larkmere Hospital"};
}

} // namespace

void TableRowTest::encode_isReadBack_data()
{
    QTest::addColumn<TableRow>("row");
    QTest::newRow("full") << full();
    QTest::newRow("zero") << TableRow{};
    TableRow row = full();
    row.offset = row.length = row.anchorage.index = UINT64_MAX;
    row.anchorage.path.assign(48, filled(7));
    row.provenance = std::string(512, 'x');
    QTest::newRow("largest") << row;
    row = full();
    row.anchorage.anchor.reset();
    QTest::newRow("not anchored") << row;
}

void TableRowTest::encode_isReadBack()
{
    QFETCH(TableRow, row);
    const auto parsed = TableRow::parse(row.encode());
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().detail.c_str());
    QVERIFY(*parsed == row);
}

void TableRowTest::parse_refusesEveryCut()
{
    const Bytes row = full().encode();
    for (std::size_t length = 0; length < row.size(); ++length) {
        QVERIFY(!TableRow::parse(ByteView{row}.first(length)));
    }
    Bytes longer = row;
    longer.push_back(std::byte{0});
    QVERIFY(!TableRow::parse(longer));
}

void TableRowTest::parse_refusesOrKeepsEveryFlip()
{
    const Bytes row = full().encode();
    for (std::size_t at = 0; at < row.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            Bytes bad = row;
            bad[at] ^= static_cast<std::byte>(1U << bit);
            if (const auto parsed = TableRow::parse(bad)) {
                QVERIFY(*parsed != full());
                QVERIFY(parsed->encode() == bad);
            } else {
                QVERIFY(parsed.error().code == ErrorCode::InvalidInput);
            }
        }
    }
}

void TableRowTest::parse_refusesWhatIsTooLarge()
{
    TableRow row = full();
    row.anchorage.path.assign(49, filled(7));
    QVERIFY(!TableRow::parse(row.encode()));
    row = full();
    row.provenance = std::string(513, 'x');
    QCOMPARE(TableRow::parse(row.encode()).error().detail,
             "table row: field 7: expected a text of at most 512 bytes");
}

void TableRowTest::parse_refusesAPathOfHalfNodes()
{
    // The path of `full` is 96 bytes: 58 60 before them. 5f more, and the nodes are not whole.
    Bytes row = full().encode();
    const auto path = std::ranges::search(row, Bytes{std::byte{0x58}, std::byte{0x60}});
    QVERIFY(!path.empty());
    *std::next(path.begin()) = std::byte{0x5f};
    row.erase(path.end());
    QCOMPARE(TableRow::parse(row).error().detail,
             "table row: the path is not made of 32-byte nodes");
}

void TableRowTest::parse_refusesAnAnchorThatIsNoId()
{
    TableRow row = full();
    row.anchorage.anchor.reset();
    Bytes bytes = row.encode();
    const auto null = std::ranges::find(bytes, std::byte{0xf6});
    QVERIFY(null != bytes.end());
    *null = std::byte{0x40}; // a byte string of 0 bytes
    QVERIFY(!TableRow::parse(bytes));
    *null = std::byte{0xf5}; // true
    QCOMPARE(TableRow::parse(bytes).error().detail, "table row: the anchor is not an id");
}

QTEST_GUILESS_MAIN(TableRowTest)
#include "table_row_test.moc"
