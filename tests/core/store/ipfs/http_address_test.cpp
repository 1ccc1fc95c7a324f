// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/http_address.hpp"

#include <QTest>

using namespace keepwell;
using store::HttpAddress;

class HttpAddressTest : public QObject
{
    Q_OBJECT

private slots:
    void parse_takesOrigins_data();
    void parse_takesOrigins();
    void parse_takesUnixSockets();
    void parse_refusesAllElse_data();
    void parse_refusesAllElse();
};

void HttpAddressTest::parse_takesOrigins_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<bool>("isHere");
    QTest::newRow("kubo") << "http://127.0.0.1:5001" << "http://127.0.0.1:5001" << true;
    QTest::newRow("slash") << "http://127.0.0.1:5001/" << "http://127.0.0.1:5001" << true;
    QTest::newRow("name") << "http://localhost:5001" << "http://localhost:5001" << true;
    QTest::newRow("six") << "http://[::1]:5001" << "http://[::1]:5001" << true;
    QTest::newRow("gateway") << "https://gateway.example.org" << "https://gateway.example.org"
                             << false;
    QTest::newRow("port") << "https://gateway.example.org:8443/"
                          << "https://gateway.example.org:8443" << false;
}

void HttpAddressTest::parse_takesOrigins()
{
    QFETCH(QString, text);
    QFETCH(QString, origin);
    QFETCH(bool, isHere);
    const auto address = HttpAddress::parse(text.toStdString());
    QVERIFY(address.has_value());
    QCOMPARE(QString::fromStdString(address->origin()), origin);
    QCOMPARE(address->isOnThisComputer(), isHere);
    QVERIFY(address->socket().empty());
}

void HttpAddressTest::parse_takesUnixSockets()
{
    const auto address = HttpAddress::parse("unix:/run/ipfs/api.sock");
    QVERIFY(address.has_value());
    QCOMPARE(address->socket(), "/run/ipfs/api.sock");
    QCOMPARE(address->text(), "unix:/run/ipfs/api.sock");
    QVERIFY(address->isOnThisComputer());
}

void HttpAddressTest::parse_refusesAllElse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << "" << "1 to 300";
    QTest::newRow("plain beyond") << "http://gateway.example.org" << "not encrypted";
    QTest::newRow("plain near") << "http:/"
                                   "/192.168.0.1:5001"
                                << "not encrypted";
    QTest::newRow("looks near") << "http://127.0.0.1.example.org" << "not encrypted";
    QTest::newRow("user") << "https:/"
                             "/a:b@gateway.example.org"
                          << "nothing else";
    QTest::newRow("near as a user") << "http://127.0.0.1@example.org" << "nothing else";
    QTest::newRow("path") << "https://gateway.example.org/ipfs" << "nothing else";
    QTest::newRow("query") << "https://gateway.example.org/?a=b" << "nothing else";
    QTest::newRow("fragment") << "https://gateway.example.org/#a" << "nothing else";
    QTest::newRow("scheme") << "ftp://gateway.example.org" << "neither";
    QTest::newRow("file") << "file:///etc/passwd" << "";
    QTest::newRow("no scheme") << "gateway.example.org" << "is none";
    QTest::newRow("line end") << "https://gateway.example.org\r\nX: y" << "1 to 300";
    QTest::newRow("letters") << QString::fromUtf8("https:/"
                                                  "/gatew\xc3\xa4y.example.org")
                             << "1 to 300";
    QTest::newRow("port") << "https://gateway.example.org:99999" << "is none";
    QTest::newRow("socket") << "unix:api.sock" << "whole, short path";
    QTest::newRow("long socket") << "unix:/" + QString(200, 'a') << "whole, short path";
    QTest::newRow("long") << "https://" + QString(400, 'a') << "1 to 300";
}

void HttpAddressTest::parse_refusesAllElse()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    const auto address = HttpAddress::parse(text.toStdString());
    QVERIFY(!address.has_value());
    QCOMPARE(address.error().code, ErrorCode::InvalidInput);
    QVERIFY2(address.error().detail.contains(why.toStdString()), address.error().detail.c_str());
}

QTEST_APPLESS_MAIN(HttpAddressTest)
#include "http_address_test.moc"
