// SPDX-License-Identifier: Apache-2.0
#include "core/base/cbor.hpp"
#include "core/base/hex.hpp"
#include "core/sharing/selection.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::sharing;
using vault::RecordKind;

class SelectionTest : public QObject
{
    Q_OBJECT

private slots:
    void encode_isReadBack();
    void olderOne_leavesOutWhatIsPrivate();
    void parse_refusesEveryCut();
    void parse_refusesWhatIsNone();
};

namespace {

Selection full()
{
    return {.kinds = {RecordKind::Result, RecordKind::Plan},
            .records = {vault::RecordId{5}, vault::RecordId{1'000'000'000'000}},
            .since = "2020-05",
            .person = vault::PersonId{2},
            .withPrivate = true};
}

} // namespace

void SelectionTest::encode_isReadBack()
{
    for (const Selection &selection : {Selection{}, full()}) {
        const auto read = Selection::parse(selection.encode());
        QVERIFY(read.has_value());
        QVERIFY(*read == selection);
    }
}

/// {1: [4], 2: [], 3: "", 4: 0}, as it was written before records could be extra private.
void SelectionTest::olderOne_leavesOutWhatIsPrivate()
{
    const Bytes older = fromHex("a4018104028003600400").value();
    const auto read = Selection::parse(older);
    QVERIFY(read.has_value());
    QVERIFY(!read->withPrivate);
    QCOMPARE(read->kinds.size(), std::size_t{1});
    QVERIFY(read->encode() == older);
}

void SelectionTest::parse_refusesEveryCut()
{
    const Bytes whole = full().encode();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        QVERIFY(!Selection::parse(ByteView{whole}.first(length)));
    }
}

void SelectionTest::parse_refusesWhatIsNone()
{
    const char *const wrong[] = {
        "a501810402800360040005f6", // the mark is null
        "a50181040280036004000501", // … a number
        "a50181040280036004000600", // a field of nobody
        "a401811810028003600400",   // kind 16
        "a4018104028120036004 00",  // a record below 0 (and a blank)
        "a30181040280 0360",        // no person
    };
    for (const char *hex : wrong) {
        const auto bytes = fromHex(QByteArray{hex}.replace(' ', "").toStdString());
        QVERIFY(bytes.has_value());
        const auto read = Selection::parse(*bytes);
        QVERIFY2(!read, hex);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    }
}

QTEST_APPLESS_MAIN(SelectionTest)
#include "selection_test.moc"
