// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/enrolment/enrolment.hpp"
#include "core/ledger/fabric/member/certificate.hpp"
#include "core/ledger/fabric/member/private_key.hpp"
#include "tests/core/ledger/fabric/enrolment/loopback_authority.hpp"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace keepwell;
using namespace keepwell::ledger;
using test::AskedOfAuthority;
using test::AuthorityReply;
using test::LoopbackAuthority;

namespace {

crypto::SecretText secret(std::string text)
{
    return crypto::SecretText::take(std::span<char>{text});
}

std::string requestIn(const AskedOfAuthority &asked)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(asked.body))
        .object()["certificate_request"]
        .toString()
        .toStdString();
}

AuthorityReply reply(const std::string &certificate)
{
    const QJsonObject result{
        {"Cert", QString::fromLatin1(QByteArray::fromStdString(certificate).toBase64())}};
    return {
        .status = 201,
        .body
        = QJsonDocument{QJsonObject{{"success", true}, {"result", result}}}.toJson().toStdString()};
}

AuthorityReply refusal(int status, const char *message)
{
    const QJsonArray errors{QJsonObject{{"code", 20}, {"message", message}}};
    return {.status = status,
            .body = QJsonDocument{QJsonObject{{"success", false}, {"errors", errors}}}
                        .toJson()
                        .toStdString()};
}

/// A double that signs what it is asked, and the last thing it was asked.
struct Signing
{
    AskedOfAuthority asked;
    std::string name; ///< In place of the asked one.
    LoopbackAuthority server{[this](const AskedOfAuthority &one) {
        asked = one;
        return reply(server.certificateFor(requestIn(one), name));
    }};
    fabric::AuthorityAddress address() const
    {
        return {.url = server.url(), .tlsCa = server.tlsCa(), .name = "ca-org1"};
    }
};

} // namespace

class EnrolmentTest : public QObject
{
    Q_OBJECT

private slots:
    void enrol_givesACertificateOfAFreshKey();
    void renew_isSignedByTheOldKey();
    void anotherName_isRefused();
    void refusals_areToldApart_data();
    void refusals_areToldApart();
    void anotherAuthority_isNotSpokenTo();
    void badCode_isNotSent_data();
    void badCode_isNotSent();
    void stop_ends();
};

void EnrolmentTest::enrol_givesACertificateOfAFreshKey()
{
    Signing authority;
    const auto enrolled = fabric::enrol(authority.address(), secret("kw-7f3a:a test secret"));
    QVERIFY2(enrolled, enrolled ? "" : enrolled.error().detail.c_str());
    QCOMPARE(authority.asked.path, std::string{"/api/v1/enroll"});
    // RFC 7617: base64 of "kw-7f3a:a test secret"
    QCOMPARE(authority.asked.authorization, std::string{"Basic a3ctN2YzYTphIHRlc3Qgc2VjcmV0"});
    QVERIFY(authority.asked.body.find("\"caname\":\"ca-org1\"") != std::string::npos);
    QVERIFY(authority.asked.body.find("a test secret") == std::string::npos);
    QVERIFY(authority.asked.body.find("PRIVATE") == std::string::npos);
    QCOMPARE(fabric::nameOf(enrolled->certificate).value(), std::string{"kw-7f3a"});
    const auto key = fabric::PrivateKey::parse(enrolled->privateKey);
    const auto certificate = fabric::Certificate::parse(enrolled->certificate);
    QVERIFY(key && certificate && key->isOf(*certificate));
    QVERIFY(key->kind() == fabric::PrivateKey::Kind::EcdsaP256);

    const auto again = fabric::enrol(authority.address(), secret("kw-7f3a:a test secret"));
    QVERIFY(again && !again->privateKey.equals(enrolled->privateKey));
}

void EnrolmentTest::renew_isSignedByTheOldKey()
{
    Signing authority;
    const auto before = fabric::enrol(authority.address(), secret("kw-7f3a:x"));
    QVERIFY(before);
    const auto after = fabric::renew(authority.address(), *before);
    QVERIFY2(after, after ? "" : after.error().detail.c_str());
    QCOMPARE(authority.asked.path, std::string{"/api/v1/reenroll"});
    QVERIFY(!after->privateKey.equals(before->privateKey));

    // fabric-ca's token: base64(certificate) "." base64(signature), the signature over
    // METHOD.base64(path).base64(body).base64(certificate)
    const QByteArray token = QByteArray::fromStdString(authority.asked.authorization);
    const QList<QByteArray> parts = token.split('.');
    QCOMPARE(parts.size(), 2);
    QCOMPARE(QByteArray::fromBase64(parts[0]).toStdString(), before->certificate);
    const QByteArray covered = "POST." + QByteArray{"/api/v1/reenroll"}.toBase64() + "."
        + QByteArray::fromStdString(authority.asked.body).toBase64() + "." + parts[0];
    const QByteArray signature = QByteArray::fromBase64(parts[1]);
    const auto old = fabric::Certificate::parse(before->certificate);
    QVERIFY(old);
    QVERIFY(old->verifies(bytesOf(covered.toStdString()), bytesOf(signature.toStdString())));
}

void EnrolmentTest::anotherName_isRefused()
{
    Signing authority;
    authority.name = "somebody else";
    const auto enrolled = fabric::enrol(authority.address(), secret("kw-7f3a:x"));
    QVERIFY(!enrolled);
    QVERIFY(enrolled.error().code == ErrorCode::Tampered);
}

void EnrolmentTest::refusals_areToldApart_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto said = refusal(401, "Authentication failure").body;
    const auto row = [](const char *name, int status, const std::string &body, ErrorCode code) {
        QTest::newRow(name) << status << QByteArray::fromStdString(body) << static_cast<int>(code);
    };
    row("wrong code", 401, said, ErrorCode::Denied);
    row("not this name", 403, said, ErrorCode::Denied);
    row("refused without words", 401, "", ErrorCode::Denied);
    row("out of order", 500, said, ErrorCode::Unavailable);
    row("not found", 404, "not JSON", ErrorCode::InvalidInput);
    row("no JSON", 201, "<html>", ErrorCode::InvalidInput);
    row("no certificate", 201, R"({"result":{}})", ErrorCode::InvalidInput);
    row("no base64", 201, R"({"result":{"Cert":"***"}})", ErrorCode::InvalidInput);
    row("no PEM", 201, R"({"result":{"Cert":"aGVsbG8="}})", ErrorCode::InvalidInput);
    row("endless", 201, std::string(std::size_t{300} * 1024, ' '), ErrorCode::InvalidInput);
}

void EnrolmentTest::refusals_areToldApart()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    LoopbackAuthority server{
        [&](const AskedOfAuthority &) { return AuthorityReply{status, body.toStdString()}; }};
    const auto enrolled = fabric::enrol({.url = server.url(), .tlsCa = server.tlsCa(), .name = {}},
                                        secret("kw-7f3a:never told"));
    QVERIFY(!enrolled);
    QCOMPARE(static_cast<int>(enrolled.error().code), code);
    QVERIFY(enrolled.error().detail.find("never told") == std::string::npos);
}

void EnrolmentTest::anotherAuthority_isNotSpokenTo()
{
    bool spoken = false;
    LoopbackAuthority liar{[&](const AskedOfAuthority &) {
        spoken = true;
        return AuthorityReply{};
    }};
    const LoopbackAuthority real{[](const AskedOfAuthority &) { return AuthorityReply{}; }};
    const auto enrolled = fabric::enrol({.url = liar.url(), .tlsCa = real.tlsCa(), .name = {}},
                                        secret("kw-7f3a:x"));
    QVERIFY(!enrolled);
    QVERIFY(enrolled.error().code == ErrorCode::Unavailable);
    QVERIFY(!spoken);
}

void EnrolmentTest::badCode_isNotSent_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QString{};
    QTest::newRow("no colon") << QStringLiteral("kw-7f3a");
    QTest::newRow("no name") << QStringLiteral(":secret");
    QTest::newRow("no secret") << QStringLiteral("kw-7f3a:");
    QTest::newRow("two lines") << QStringLiteral("kw-7f3a:secret\nx: y");
    QTest::newRow("long name") << QString(65, QLatin1Char('n')) + QStringLiteral(":secret");
}

void EnrolmentTest::badCode_isNotSent()
{
    QFETCH(QString, code);
    bool spoken = false;
    LoopbackAuthority server{[&](const AskedOfAuthority &) {
        spoken = true;
        return AuthorityReply{};
    }};
    const auto enrolled = fabric::enrol({.url = server.url(), .tlsCa = server.tlsCa(), .name = {}},
                                        secret(code.toStdString()));
    QVERIFY(!enrolled);
    QVERIFY(enrolled.error().code == ErrorCode::InvalidInput);
    QVERIFY(!spoken);
}

void EnrolmentTest::stop_ends()
{
    std::stop_source stop;
    stop.request_stop();
    Signing authority;
    const auto enrolled
        = fabric::enrol(authority.address(), secret("kw-7f3a:x"), {.stop = stop.get_token()});
    QVERIFY(!enrolled);
    QVERIFY(enrolled.error().code == ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(EnrolmentTest)
#include "enrolment_test.moc"
