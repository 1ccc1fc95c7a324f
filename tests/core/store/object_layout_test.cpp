// SPDX-License-Identifier: Apache-2.0
#include "core/store/object_layout.hpp"

#include <QTest>

using namespace keepwell;
using store::ObjectLayout;
using store::paddedLength;

class ObjectLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void paddedLength_isPadme();
    void paddedLength_staysWithinTwelvePercent();
    void layout_addsUp();
};

void ObjectLayoutTest::paddedLength_isPadme()
{
    QCOMPARE(paddedLength(0), 4096U);
    QCOMPARE(paddedLength(1), 4096U);
    QCOMPARE(paddedLength(4096), 4096U);
    // Worked by hand from the paper: E = 12, S = 4, so the last 8 bits are zero.
    QCOMPARE(paddedLength(4097), 4352U);
    QCOMPARE(paddedLength(4352), 4352U);
    QCOMPARE(paddedLength(4353), 4608U);
    // E = 16, S = 5: 11 bits.
    QCOMPARE(paddedLength(100'000), 100'352U);
    // E = 32, S = 6: 26 bits.
    QCOMPARE(paddedLength(4'294'967'297U), 4'362'076'160U);
}

void ObjectLayoutTest::paddedLength_staysWithinTwelvePercent()
{
    for (std::uint64_t length = 4096; length < std::uint64_t{1} << 40U; length += length / 97 + 1) {
        const std::uint64_t padded = paddedLength(length);
        QVERIFY(padded >= length);
        QVERIFY((padded - length) * 100 <= length * 12);
        QCOMPARE(paddedLength(padded), padded);
    }
}

void ObjectLayoutTest::layout_addsUp()
{
    for (std::uint64_t length = 0; length < 40'000'000; length += length / 13 + 1) {
        const ObjectLayout layout{length};
        std::uint64_t plain = 0;
        std::uint64_t sealed = 0;
        std::uint64_t chunks = 0;
        for (std::uint64_t i = 0; i < layout.segments(); ++i) {
            QVERIFY(layout.bytesOf(i) <= ObjectLayout::kMostSegmentBytes);
            plain += layout.plainBytesOf(i);
            sealed += layout.bytesOf(i);
            chunks += layout.chunksOf(i);
        }
        QCOMPARE(plain, layout.paddedBytes());
        QCOMPARE(chunks, layout.chunks());
        QCOMPARE(sealed, 56 + plain + 16 * chunks);
    }
    // A padded length of whole segments: the end mark is a segment of its own, 16 bytes.
    const ObjectLayout whole{ObjectLayout::kSegmentPlainBytes};
    QCOMPARE(whole.segments(), 2U);
    QCOMPARE(whole.bytesOf(1), 16U);
}

QTEST_GUILESS_MAIN(ObjectLayoutTest)
#include "object_layout_test.moc"
