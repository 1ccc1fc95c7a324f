// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/core/ledger/fabric/member/member_vectors.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using namespace keepwell::test;

class ClientIdentityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void creator_isTheVector();
    void signatures_areLowSAndVerify_data();
    void signatures_areLowSAndVerify();
    void verify_followsTheVectors_data();
    void verify_followsTheVectors();
    void key_ofSec1IsRead();
    void key_damagedIsRefused();
    void key_ofAnotherKindIsRefused();
    void key_ofAnotherCertificateIsRefused();
    void mspId_mustBeOne();
    void certificate_cutAnywhereIsRefused();
    void certificate_saysWhenItEnds();
    void certificate_leadsToItsAuthorityOnly();

private:
    MemberVectors m_vectors;
};

void ClientIdentityTest::creator_isTheVector()
{
    for (const char *name : {"p256", "ed25519"}) {
        const ClientIdentity identity = m_vectors.identity(name);
        QCOMPARE(toHex(bytesOf(identity.creator())),
                 MemberVectors::text(m_vectors.member(name)["creator"]));
    }
}

void ClientIdentityTest::signatures_areLowSAndVerify_data()
{
    QTest::addColumn<QString>("member");
    QTest::newRow("ECDSA") << "p256";
    QTest::newRow("Ed25519") << "ed25519";
}

/// OpenSSL gives a high s about every other time; verifies() refuses those, as Fabric does.
void ClientIdentityTest::signatures_areLowSAndVerify()
{
    QFETCH(const QString, member);
    const ClientIdentity identity = m_vectors.identity(member.toLatin1().constData());
    for (int i = 0; i < 64; ++i) {
        const std::string message = "message " + std::to_string(i);
        const std::string signature = identity.sign(message).value();
        QVERIFY(identity.certificate().verifies(bytesOf(message), bytesOf(signature)));
        QVERIFY(!identity.certificate().verifies(bytesOf("another"), bytesOf(signature)));
    }
}

void ClientIdentityTest::verify_followsTheVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    for (const QJsonValue vector : m_vectors.root()["signatures"].toArray()) {
        QTest::newRow(qPrintable(vector["desc"].toString())) << vector.toObject();
    }
}

void ClientIdentityTest::verify_followsTheVectors()
{
    QFETCH(const QJsonObject, vector);
    const auto certificate = Certificate::parse(MemberVectors::text(vector["certificate"]));
    QVERIFY(certificate.has_value());
    const Bytes signature = MemberVectors::bytes(vector["signature"]);
    QCOMPARE(certificate->verifies(MemberVectors::bytes(vector["message"]), signature),
             vector["verifies"].toBool());
    const std::size_t cut = vector["verifies"].toBool() ? signature.size() : 0;
    for (std::size_t size = 0; size < cut; ++size) {
        QVERIFY(!certificate->verifies(MemberVectors::bytes(vector["message"]),
                                       ByteView{signature}.first(size)));
    }
}

void ClientIdentityTest::key_ofSec1IsRead()
{
    const auto key = PrivateKey::parse(
        MemberVectors::pemOf(MemberVectors::text(m_vectors.root()["sec1"]), "EC "));
    QVERIFY(key.has_value());
    QVERIFY(key->isOf(Certificate::parse(m_vectors.certificate("p256")).value()));
    QVERIFY(!key->isOf(Certificate::parse(m_vectors.certificate("ed25519")).value()));
}

void ClientIdentityTest::key_damagedIsRefused()
{
    const std::string base64 = MemberVectors::text(m_vectors.member("p256")["key"]);
    for (std::size_t size = 0; size + 4 < base64.size(); size += 4) {
        const auto key = PrivateKey::parse(MemberVectors::pemOf(base64.substr(0, size)));
        QVERIFY(!key.has_value());
        QCOMPARE(key.error().code, ErrorCode::InvalidInput);
    }
    std::string none = "-----BEGIN CERTIFICATE-----\n";
    QVERIFY(!PrivateKey::parse(crypto::SecretText::take(none)).has_value());
}

void ClientIdentityTest::key_ofAnotherKindIsRefused()
{
    const QJsonObject kinds = m_vectors.root()["unsupported"].toObject();
    QCOMPARE(kinds.size(), 2);
    for (const QString &kind : kinds.keys()) {
        const auto key = PrivateKey::parse(MemberVectors::pemOf(MemberVectors::text(kinds[kind])));
        QVERIFY(!key.has_value());
        QCOMPARE(key.error().code, ErrorCode::Unsupported);
    }
}

void ClientIdentityTest::key_ofAnotherCertificateIsRefused()
{
    const auto mixed = ClientIdentity::create("Org1MSP", m_vectors.certificate("p256"),
                                              m_vectors.key("ed25519"));
    QVERIFY(!mixed.has_value());
    QVERIFY(mixed.error().detail.find("private key is not the one") != std::string::npos);
}

void ClientIdentityTest::mspId_mustBeOne()
{
    for (const char *name : {"", "two words", "a/b"}) {
        const auto made
            = ClientIdentity::create(name, m_vectors.certificate("p256"), m_vectors.key("p256"));
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().code, ErrorCode::InvalidInput);
    }
}

void ClientIdentityTest::certificate_cutAnywhereIsRefused()
{
    const std::string pem = m_vectors.certificate("p256");
    for (std::size_t size = 0; size + 2 < pem.size(); ++size) {
        QVERIFY(!Certificate::parse(pem.substr(0, size)).has_value());
    }
    QCOMPARE(Certificate::parseAll(pem + m_vectors.certificate("ed25519")).value().size(), 2U);
}

void ClientIdentityTest::certificate_saysWhenItEnds()
{
    using namespace std::chrono;
    const auto ends = Certificate::parse(m_vectors.certificate("p256")).value().notAfter();
    QCOMPARE(ends, Instant{sys_days{2124y / January / 1} + 12h + 34min + 56s});
}

void ClientIdentityTest::certificate_leadsToItsAuthorityOnly()
{
    const auto roots1 = m_vectors.certificates("roots", "Org1MSP");
    const auto roots2 = m_vectors.certificates("roots", "Org2MSP");
    const auto between = m_vectors.certificates("intermediates", "Org2MSP");
    const auto peer1 = Certificate::parse(m_vectors.certificate("peer1")).value();
    const auto peer2 = Certificate::parse(m_vectors.certificate("peer2")).value();
    QVERIFY(isIssuedBy(peer1, roots1, {}));
    QVERIFY(!isIssuedBy(peer1, roots2, between));
    QVERIFY(isIssuedBy(peer2, roots2, between));
    QVERIFY(!isIssuedBy(peer2, roots2, {}));
    QVERIFY(!isIssuedBy(peer2, {}, between));
    // A member that is no authority issues nothing.
    QVERIFY(!isIssuedBy(peer2, std::vector{peer1}, {}));
}

QTEST_GUILESS_MAIN(ClientIdentityTest)
#include "client_identity_test.moc"
