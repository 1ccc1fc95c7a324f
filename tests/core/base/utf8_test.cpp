// SPDX-License-Identifier: Apache-2.0
#include "core/base/utf8.hpp"

#include <QTest>

#include <string>

using namespace keepwell;
using namespace std::literals;

/// The forms are those of RFC 3629 section 4 and the Unicode Standard, table 3-7.
class Utf8Test : public QObject
{
    Q_OBJECT

private slots:
    void isUtf8_agreesWithQtOnEveryCodePoint();
    void isUtf8_refuses_data();
    void isUtf8_refuses();
};

void Utf8Test::isUtf8_agreesWithQtOnEveryCodePoint()
{
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        if (point >= 0xD800 && point <= 0xDFFF) {
            continue;
        }
        const QByteArray text = QString::fromUcs4(&point, 1).toUtf8();
        const std::string_view view{text.constData(), static_cast<std::size_t>(text.size())};
        QVERIFY2(isUtf8(view), text.toHex().constData());
        for (std::size_t cut = 1; cut < view.size(); ++cut) {
            QVERIFY(!isUtf8(view.substr(0, cut)));
            QVERIFY(!isUtf8(view.substr(cut)));
        }
    }
    QVERIFY(isUtf8(""));
}

void Utf8Test::isUtf8_refuses_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("lone continuation") << "\x80"s;
    QTest::newRow("overlong slash, two bytes") << "\xC0\xAF"s;
    QTest::newRow("overlong, two bytes") << "\xC1\xBF"s;
    QTest::newRow("overlong slash, three bytes") << "\xE0\x80\xAF"s;
    QTest::newRow("overlong, three bytes") << "\xE0\x9F\xBF"s;
    QTest::newRow("overlong, four bytes") << "\xF0\x8F\xBF\xBF"s;
    QTest::newRow("first surrogate") << "\xED\xA0\x80"s;
    QTest::newRow("last surrogate") << "\xED\xBF\xBF"s;
    QTest::newRow("above U+10FFFF") << "\xF4\x90\x80\x80"s;
    QTest::newRow("lead F5") << "\xF5\x80\x80\x80"s;
    QTest::newRow("lead FF") << "\xFF"s;
    QTest::newRow("cut before more text") << "\xE2\x82z"s;
    QTest::newRow("third byte not a continuation") << "\xF0\x9F\x98z"s;
}

void Utf8Test::isUtf8_refuses()
{
    QFETCH(std::string, text);
    QVERIFY(!isUtf8(text));
    QVERIFY(!isUtf8("a" + text + "b"));
}

QTEST_GUILESS_MAIN(Utf8Test)
#include "utf8_test.moc"
