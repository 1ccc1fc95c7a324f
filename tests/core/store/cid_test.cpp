// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/store/cid.hpp"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace keepwell;
using namespace std::literals;
using store::Cid;

// Names made with Python's hashlib and base64, not with this code.
constexpr auto kEmpty = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"sv;
constexpr auto kHello = "bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq"sv;
constexpr auto kDagPb = "bafybeihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"sv;

class CidTest : public QObject
{
    Q_OBJECT

private slots:
    void ofBlock_namesTheBytes();
    void ofBlock_agreesWithIpfs();
    void parse_refusesOtherCodecs();
    void parse_readsWhatToStringWrites();
    void parse_refuses_data();
    void parse_refuses();
    void parse_refusesEveryCut();
    void parse_takesNoChangedLetterForTheSame();
    void fromBytes_readsWhatToBytesWrites();
    void fromBytes_refuses();
    void matches_failsWhenOneBitFlips();
};

void CidTest::ofBlock_namesTheBytes()
{
    QCOMPARE(Cid::ofBlock({}).toString(), std::string{kEmpty});
    QCOMPARE(Cid::ofBlock(bytesOf("hello")).toString(), std::string{kHello});
}

/// Vectors of js-ipfs-unixfs: files of one raw leaf, whose CID is that of their bytes.
void CidTest::ofBlock_agreesWithIpfs()
{
    QFile file{QStringLiteral(KEEPWELL_SHARED_DATA "/vectors/unixfs-cid/unixfs-cid-vectors.json")};
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("skipped: no shared data");
    }
    int raw = 0;
    int others = 0;
    const QJsonArray vectors
        = QJsonDocument::fromJson(file.readAll()).object()[u"vectors"].toArray();
    for (const auto &vector : vectors) {
        const auto cid = Cid::parse(vector[u"cid"].toString().toStdString());
        if (!cid) {
            QCOMPARE(cid.error().code, ErrorCode::Unsupported);
            ++others;
            continue;
        }
        Bytes bytes(static_cast<std::size_t>(vector[u"size"].toInteger()));
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] = static_cast<std::byte>((i * 31 + 7) % 251);
        }
        QVERIFY2(cid->matches(bytes), cid->toString().c_str());
        ++raw;
    }
    QVERIFY(raw >= 5 && others >= 5);
}

/// ipld/codec-fixtures: each file's name is the CID of its bytes, none of them raw.
void CidTest::parse_refusesOtherCodecs()
{
    const QString top = QStringLiteral(KEEPWELL_SHARED_DATA "/vectors/ipld-codec/fixtures");
    if (!QDir{top}.exists()) {
        QSKIP("skipped: no shared data");
    }
    QDirIterator files{top, {QStringLiteral("ba*")}, QDir::Files, QDirIterator::Subdirectories};
    int refused = 0;
    while (files.hasNext()) {
        const std::string name = QFileInfo{files.next()}.completeBaseName().toStdString();
        QCOMPARE(Cid::parse(name).error().code, ErrorCode::Unsupported);
        ++refused;
    }
    QVERIFY(refused > 100);
}

void CidTest::parse_readsWhatToStringWrites()
{
    QCOMPARE(Cid::parse(kHello)->toString(), std::string{kHello});
    QCOMPARE(kHello.size(), Cid::kTextLength);
}

void CidTest::parse_refuses_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, std::string_view text, ErrorCode code) {
        QTest::newRow(name) << std::string{text} << code;
    };
    row("nothing", ""sv, ErrorCode::InvalidInput);
    row("cut short", kHello.substr(0, 57), ErrorCode::InvalidInput);
    row("too long", std::string{kHello} + "a", ErrorCode::InvalidInput);
    row("far too long", std::string(100'000, 'b'), ErrorCode::Unsupported);
    row("upper case", "BAFKREIBM6JG3UX5QUMHCN2B3FLC3TYU6DMLB4XA7U5BF44YEGNRJHC4YEQ"sv,
        ErrorCode::Unsupported);
    row("one upper-case letter", "bafkreiBm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq"sv,
        ErrorCode::InvalidInput);
    row("a digit outside base32", "bafkrei1m6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq"sv,
        ErrorCode::InvalidInput);
    row("padding", std::string{kHello} + "=", ErrorCode::InvalidInput);
    row("stray bits at the end", "bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yer"sv,
        ErrorCode::InvalidInput);
    row("dag-pb", kDagPb, ErrorCode::Unsupported);
    row("version 0", "QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG"sv, ErrorCode::Unsupported);
    row("base58", "zb2rhe5P4gXftAwvA4eXQ5HJwsER2owDyS9sKaQRRVQPn93bA"sv, ErrorCode::Unsupported);
}

void CidTest::parse_refuses()
{
    QFETCH(std::string, text);
    const auto cid = Cid::parse(text);
    QVERIFY(!cid.has_value());
    QTEST(cid.error().code, "code");
}

void CidTest::parse_refusesEveryCut()
{
    for (std::size_t cut = 0; cut < kHello.size(); ++cut) {
        QCOMPARE(Cid::parse(kHello.substr(0, cut)).error().code, ErrorCode::InvalidInput);
    }
}

void CidTest::parse_takesNoChangedLetterForTheSame()
{
    const Cid hello = Cid::ofBlock(bytesOf("hello"));
    for (std::size_t i = 0; i < kHello.size(); ++i) {
        for (int c = 0; c < 256; ++c) {
            std::string text{kHello};
            text[i] = static_cast<char>(c);
            const auto cid = Cid::parse(text);
            QVERIFY(!cid || text == kHello || *cid != hello);
            QVERIFY(!cid || cid->toString() == text);
        }
    }
}

void CidTest::fromBytes_readsWhatToBytesWrites()
{
    const Cid hello = Cid::ofBlock(bytesOf("hello"));
    QCOMPARE(toHex(hello.toBytes()),
             "015512202cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"s);
    QVERIFY(Cid::fromBytes(hello.toBytes()) == hello);
}

void CidTest::fromBytes_refuses()
{
    const auto good = Cid::ofBlock(bytesOf("hello")).toBytes();
    for (std::size_t cut = 0; cut < good.size(); ++cut) {
        QCOMPARE(Cid::fromBytes(ByteView{good}.first(cut)).error().code, ErrorCode::InvalidInput);
    }
    QCOMPARE(Cid::fromBytes(concat({good, Bytes(1)})).error().code, ErrorCode::InvalidInput);
    for (std::size_t i = 0; i < 4; ++i) {
        auto other = good;
        other[i] ^= std::byte{1};
        QCOMPARE(Cid::fromBytes(other).error().code, ErrorCode::Unsupported);
    }
}

void CidTest::matches_failsWhenOneBitFlips()
{
    const Cid cid = Cid::ofBlock(bytesOf("hello world"));
    QVERIFY(cid.matches(bytesOf("hello world")));
    QVERIFY(!cid.matches(bytesOf("hello worle")));
}

QTEST_GUILESS_MAIN(CidTest)
#include "cid_test.moc"
