// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/base64.hpp"

#include <QtTest>

using namespace keepwell;
using crypto::Base64;

class Base64Test : public QObject
{
    Q_OBJECT

private slots:
    void standard_agreesWithTheRfc_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        // RFC 4648 section 10
        QTest::newRow("empty") << QByteArray{""} << QByteArray{""};
        QTest::newRow("1") << QByteArray{"f"} << QByteArray{"Zg=="};
        QTest::newRow("2") << QByteArray{"fo"} << QByteArray{"Zm8="};
        QTest::newRow("3") << QByteArray{"foo"} << QByteArray{"Zm9v"};
        QTest::newRow("6") << QByteArray{"foobar"} << QByteArray{"Zm9vYmFy"};
        QTest::newRow("the last letters") << QByteArray{"\xfb\xff"} << QByteArray{"+/8="};
    }

    void standard_agreesWithTheRfc()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, text);
        QCOMPARE(crypto::toBase64(bytesOf(bytes.toStdString())), text.toStdString());
        QCOMPARE(textOf(crypto::fromBase64(text.toStdString()).value()), bytes.toStdString());
    }

    void url_hasItsOwnLettersAndNoPadding()
    {
        QCOMPARE(crypto::toBase64(bytesOf("\xfb\xff"), Base64::Url), "-_8");
        QCOMPARE(textOf(crypto::fromBase64("-_8", Base64::Url).value()), "\xfb\xff");
    }

    void standard_isReadOverLineBreaks()
    {
        QCOMPARE(textOf(crypto::fromBase64("Zm9v\r\nYmFy\n").value()), "foobar");
    }

    void other_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("url");
        QTest::newRow("a letter of the other kind") << QByteArray{"-_8="} << false;
        QTest::newRow("the same in a link") << QByteArray{"+/8"} << true;
        QTest::newRow("no padding") << QByteArray{"Zg"} << false;
        QTest::newRow("padding in a link") << QByteArray{"Zg=="} << true;
        QTest::newRow("a line break in a link") << QByteArray{"Zm9v\nYmFy"} << true;
        QTest::newRow("bits left over") << QByteArray{"Zh=="} << false;
        QTest::newRow("more behind the end") << QByteArray{"Zg==Zg=="} << false;
        QTest::newRow("a zero") << QByteArray{"Zm9v\0", 5} << false;
    }

    void other_isRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, url);
        const auto read
            = crypto::fromBase64(text.toStdString(), url ? Base64::Url : Base64::Standard);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    }
};

QTEST_APPLESS_MAIN(Base64Test)
#include "base64_test.moc"
