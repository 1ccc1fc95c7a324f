// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/membership.hpp"
#include "core/wallet/network_config.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace keepwell;

namespace {

const std::string kPem = "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----\\n";

std::string gateway(const std::string &endpoint = "peer.org1.example:7051")
{
    return R"({"endpoint":")" + endpoint + R"(","tls_ca":"tls.pem","msp_id":"Org1MSP"})";
}

std::string fabricLedger(const std::string &more = "", const std::string &gateways = gateway())
{
    return R"({"kind":"fabric","gateways":[)" + gateways
        + R"(],"channel":"care","contract":"keepwell")" + more + "}";
}

std::string file(const std::string &ledger,
                 const std::string &blocks = R"({"kind":"ipfs","api":"http://127.0.0.1:5001"})")
{
    return R"({"ledger":)" + ledger + R"(,"blocks":)" + blocks + "}";
}

void write(const std::filesystem::path &path, const char *text)
{
    QFile out{QString::fromStdString(path.string())};
    if (!out.open(QIODevice::WriteOnly) || out.write(text) < 0) {
        qFatal("cannot write a test file");
    }
}

} // namespace

class NetworkConfigTest : public QObject
{
    Q_OBJECT

private slots:
    void bothKinds_areRead();
    void text_isReadBack_data();
    void text_isReadBack();
    void pem_mayStandInTheFile();
    void wrongField_isNamed_data();
    void wrongField_isNamed();
    void cutAnywhere_isRefused();
    void deepNesting_isRefused();
    void keys_areTakenFromTheirFiles();
    void keys_thatAreNone_areNamed();
};

void NetworkConfigTest::bothKinds_areRead()
{
    const auto config = NetworkConfig::parse(
        file(fabricLedger(R"(,"certificate":"me.pem","private_key":"keys/me.key")",
                          gateway() + "," + gateway("peer.org2.example:9051"))),
        "/etc/clinic");
    QVERIFY2(config, config ? "" : config.error().detail.c_str());
    QVERIFY(config->ledgerKind == ledger::Kind::Fabric);
    QCOMPARE(config->fabric.gateways.size(), std::size_t{2});
    QCOMPARE(config->fabric.gateways[0].tlsCa, std::string{"/etc/clinic/tls.pem"});
    QCOMPARE(config->fabric.gateways[1].endpoint, std::string{"peer.org2.example:9051"});
    QCOMPARE(config->fabric.privateKey.string(), std::string{"/etc/clinic/keys/me.key"});
    QVERIFY(config->blocksKind == BlocksKind::Ipfs);
    QCOMPARE(config->ipfs.api, std::string{"http://127.0.0.1:5001"});
    QVERIFY(!config->isLocal());

    const auto local = NetworkConfig::parse(file(R"({"kind":"embedded","path":"net/ledger.db"})",
                                                 R"({"kind":"folder","path":"/blocks"})"),
                                            "/home/me");
    QVERIFY(local);
    QCOMPARE(local->ledgerPath.string(), std::string{"/home/me/net/ledger.db"});
    QVERIFY(local->isLocal());
}

void NetworkConfigTest::text_isReadBack_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QString::fromStdString(text);
    };
    row("fabric", file(fabricLedger()));
    row("with keys",
        file(fabricLedger(R"(,"certificate":"c","private_key":"k",)"
                          R"("tls_certificate":"t","tls_private_key":"u")")));
    row("connection file",
        R"({"name":"Larkmere Health Network",)"
            + file(
                  fabricLedger(
                      R"(,"genesis":")" + std::string(64, 'a')
                      + R"(","enrolment":)"
                        R"({"url":"https://ca.example.org:7054","tls_ca":"ca.pem","ca_name":"ca-1"})"))
                  .substr(1));
    row("light", file(fabricLedger(R"(,"catch_up":"light")")));
    row("whole", file(fabricLedger(R"(,"catch_up":"whole")")));
    row("gateways",
        file(fabricLedger(),
             R"({"kind":"ipfs","gateways":["https://a.example","https://b.example"],)"
             R"("authorization":"auth","tls_ca":"ca.pem"})"));
    row("embedded", file(R"({"kind":"embedded","path":"a"})", R"({"kind":"folder","path":"b"})"));
}

void NetworkConfigTest::text_isReadBack()
{
    QFETCH(QString, text);
    const auto config = NetworkConfig::parse(text.toStdString(), "/place");
    QVERIFY2(config, config ? "" : config.error().detail.c_str());
    const auto again = NetworkConfig::parse(config->toJson(), "/elsewhere");
    QVERIFY2(again, again ? "" : again.error().detail.c_str());
    QVERIFY(*again == *config);
}

void NetworkConfigTest::pem_mayStandInTheFile()
{
    const auto config = NetworkConfig::parse(
        file(fabricLedger("",
                          R"({"endpoint":"p:1","tls_ca":")" + kPem + R"(","msp_id":"Org1MSP"})")),
        "/place");
    QVERIFY2(config, config ? "" : config.error().detail.c_str());
    QVERIFY(config->fabric.gateways[0].tlsCa.starts_with("-----BEGIN CERTIFICATE-----\nMIIB"));
    QVERIFY(pemOf(config->fabric.gateways[0].tlsCa) == config->fabric.gateways[0].tlsCa);
}

void NetworkConfigTest::wrongField_isNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const std::string &text, const char *field) {
        QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(field);
    };
    row("no ledger", R"({"blocks":{"kind":"folder","path":"b"}})", "\"ledger\" is missing");
    row("unknown kind", file(R"({"kind":"paper","path":"p"})"), "\"ledger.kind\"");
    row("unknown blocks", file(fabricLedger(), R"({"kind":"cloud"})"), "\"blocks.kind\"");
    row("unknown field", file(fabricLedger(R"(,"chanel":"x")")), "\"ledger.chanel\"");
    row("no gateway", file(fabricLedger("", "")), "\"ledger.gateways\"");
    row("no port", file(fabricLedger("", gateway("peer.example"))),
        "\"ledger.gateways[0].endpoint\"");
    row("second gateway", file(fabricLedger("", gateway() + "," + gateway("peer:99999"))),
        "\"ledger.gateways[1].endpoint\"");
    row("gateway is text", file(fabricLedger("", R"("peer:7051")")), "\"ledger.gateways[0]\"");
    row("channel with a blank",
        file(R"({"kind":"fabric","gateways":[)" + gateway()
             + R"(],"channel":"a b","contract":"c"})"),
        "\"ledger.channel\"");
    row("key without certificate", file(fabricLedger(R"(,"private_key":"k")")),
        "\"ledger.certificate\" is missing");
    row("certificate without key", file(fabricLedger(R"(,"certificate":"c")")),
        "\"ledger.private_key\" is missing");
    row("short genesis", file(fabricLedger(R"(,"genesis":"abcd")")), "\"ledger.genesis\"");
    row("another way to catch up", file(fabricLedger(R"(,"catch_up":"fast")")),
        "\"ledger.catch_up\"");
    row("enrolment in the clear",
        file(
            fabricLedger(R"(,"enrolment":{"url":"http://ca.example.org:7054","tls_ca":"ca.pem"})")),
        "\"ledger.enrolment.url\"");
    row("enrolment without its authority",
        file(fabricLedger(R"(,"enrolment":{"url":"https://ca.example.org:7054"})")),
        "\"ledger.enrolment.tls_ca\"");
    row("no place for blocks", file(fabricLedger(), R"({"kind":"ipfs"})"), "\"blocks.api\"");
    row("api is a number", file(fabricLedger(), R"({"kind":"ipfs","api":5001})"), "\"blocks.api\"");
}

void NetworkConfigTest::wrongField_isNamed()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    const auto config = NetworkConfig::parse(text.toStdString(), "/place");
    QVERIFY(!config);
    QVERIFY(config.error().code == ErrorCode::InvalidInput);
    QVERIFY2(QString::fromStdString(config.error().detail).contains(field),
             config.error().detail.c_str());
}

void NetworkConfigTest::cutAnywhere_isRefused()
{
    const std::string whole = file(
        fabricLedger(R"(,"certificate":"c","private_key":"k")", gateway() + "," + gateway()));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        QVERIFY(!NetworkConfig::parse(whole.substr(0, length), "/place"));
    }
}

void NetworkConfigTest::deepNesting_isRefused()
{
    const std::string many(120'000, '[');
    const std::string deep = R"({"ledger":{"kind":"embedded","path":"a","x":)" + many
        + std::string(many.size(), ']') + R"(},"blocks":{"kind":"folder","path":"b"}})";
    const auto config = NetworkConfig::parse(deep, "/");
    QVERIFY(!config);
    QCOMPARE(config.error().code, ErrorCode::InvalidInput);
}

void NetworkConfigTest::keys_areTakenFromTheirFiles()
{
    const QTemporaryDir folder;
    const std::filesystem::path place{folder.path().toStdString()};
    write(place / "me.pem", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
    write(place / "me.key", "-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n");
    write(place / "auth", "bearer:a test word\n");
    const auto config = NetworkConfig::parse(
        file(fabricLedger(R"(,"certificate":"me.pem","private_key":"me.key")"),
             R"({"kind":"ipfs","api":"http://127.0.0.1:5001","authorization":"auth"})"),
        place);
    QVERIFY(config);
    const auto membership = Membership::read(*config);
    QVERIFY2(membership, membership ? "" : membership.error().detail.c_str());
    QVERIFY(membership->certificate.starts_with("-----BEGIN CERTIFICATE-----"));
    QVERIFY(membership->privateKey.expose().starts_with("-----BEGIN PRIVATE KEY-----"));
    QVERIFY(membership->blocksAuthorization.expose() == "bearer:a test word");
    const std::string kept = withoutKeys(*config).toJson();
    QVERIFY(kept.find("me.key") == std::string::npos);
    QVERIFY(kept.find("auth") == std::string::npos);
}

void NetworkConfigTest::keys_thatAreNone_areNamed()
{
    const QTemporaryDir folder;
    const std::filesystem::path place{folder.path().toStdString()};
    write(place / "me.pem", "no certificate");
    write(place / "me.key", "no key");
    const auto config = NetworkConfig::parse(
        file(fabricLedger(R"(,"certificate":"me.pem","private_key":"me.key")")), place);
    QVERIFY(config);
    const auto refused = Membership::read(*config);
    QVERIFY(!refused);
    QVERIFY(refused.error().code == ErrorCode::InvalidInput);
    QVERIFY(refused.error().detail.find("me.pem") != std::string::npos);
    std::filesystem::remove(place / "me.pem");
    QVERIFY(Membership::read(*config).error().code == ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(NetworkConfigTest)
#include "network_config_test.moc"
