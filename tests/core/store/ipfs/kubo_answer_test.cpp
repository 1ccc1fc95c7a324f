// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/kubo_answer.hpp"

#include <QTest>

#include <functional>

using namespace keepwell;
using namespace keepwell::store;
using namespace std::literals;

namespace {

// As Kubo 0.44 wrote them.
constexpr auto kPut
    = R"({"Key":"bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e","Size":11})"sv;
constexpr auto kId = R"({"ID":"12D3KooWQn","PublicKey":"CAES","Addresses":null,"AgentVersion":)"
                     R"("kubo/0.44.0-dev/","Protocols":null})"sv;
constexpr auto kStat
    = R"({"RepoSize":4096,"StorageMax":10000000000,"NumObjects":0,"RepoPath":"","Version":""})"sv;
constexpr auto kPeers = R"({"Peers":[{"Addr":"/ip4/127.0.0.1/tcp/4001","Peer":"12D3KooWQn"}]})"sv;
constexpr auto kNotHere = R"({"Message":"block was not found locally (offline): ipld: could not )"
                          R"(find bafk","Code":0,"Type":"error"})"sv;

/// No cut and no flipped bit may do more than make it refuse, or read another value.
void mangle(std::string_view good, const std::function<void(ByteView)> &read)
{
    for (std::size_t size = 0; size <= good.size(); ++size) {
        read(bytesOf(good.substr(0, size)));
    }
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string bad{good};
            bad[i] = static_cast<char>(static_cast<unsigned char>(bad[i]) ^ (1U << bit));
            read(bytesOf(bad));
        }
    }
}

bool isShown(const std::string &text, std::size_t most)
{
    return text.size() <= most
        && std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

} // namespace

class KuboAnswerTest : public QObject
{
    Q_OBJECT

private slots:
    void good_isRead();
    void refusals_areToldApart_data();
    void refusals_areToldApart();
    void removed_namesWhatStays();
    void bad_isRefused_data();
    void bad_isRefused();
    void mangled_doesNoHarm();
    void deep_doesNoHarm();
    void words_canBeShown();
};

void KuboAnswerTest::good_isRead()
{
    const auto stat = kubo::blockStat(bytesOf(kPut));
    QVERIFY(stat.has_value());
    QCOMPARE(stat->cid, Cid::ofBlock(bytesOf("hello world")).toString());
    QCOMPARE(stat->size, 11U);
    const auto id = kubo::identity(bytesOf(kId));
    QVERIFY(id.has_value());
    QCOMPARE(id->peerId, "12D3KooWQn");
    QCOMPARE(id->version, "kubo/0.44.0-dev");
    const auto size = kubo::repoSize(bytesOf(kStat));
    QVERIFY(size.has_value());
    QCOMPARE(size->size, 4096U);
    QCOMPARE(size->most, std::optional<std::uint64_t>{10'000'000'000U});
    QCOMPARE(kubo::peerCount(bytesOf(kPeers)).value(), 1U);
    QCOMPARE(kubo::peerCount(bytesOf(R"({"Peers":null})")).value(), 0U);
    const std::string pins = R"({"Pins":[")" + stat->cid + R"("]})";
    QVERIFY(kubo::unpinned(bytesOf(pins), stat->cid));
    QVERIFY(!kubo::unpinned(bytesOf(pins), Cid::ofBlock({}).toString()));
    QVERIFY(!kubo::unpinned(bytesOf(R"({"Pins":7})"), stat->cid));
    QVERIFY(!kubo::unpinned({}, stat->cid));
}

void KuboAnswerTest::removed_namesWhatStays()
{
    const Cid cid = Cid::ofBlock(bytesOf("hello world"));
    const std::string gone = R"({"Hash":")" + Cid::ofBlock({}).toString() + R"("})";
    const std::string stays = R"({"Hash":")" + cid.toString() + R"(","Error":"pinned: recursive"})";
    QCOMPARE(kubo::notRemoved(bytesOf(gone + '\n' + stays + '\n')).value(), std::vector{cid});
    QCOMPARE(kubo::notRemoved(bytesOf(stays)).value(), std::vector{cid});
    QVERIFY(kubo::notRemoved({}).value().empty());
    // A block that links to ours is not ours to unpin by itself.
    QVERIFY(kubo::notRemoved(
                bytesOf(R"({"Hash":"bafybeia2kwacxxya6unjzfqqydz64h32mt2fhp32qviab27ameh2o6g6je",)"
                        R"("Error":"pinned: recursive"})"))
                .value()
                .empty());
    // The node ended early.
    QVERIFY(!kubo::notRemoved(bytesOf(gone + "\n" + R"({"Error":"pin check failed"})")));
    mangle(stays, [](ByteView body) { static_cast<void>(kubo::notRemoved(body)); });
}

void KuboAnswerTest::refusals_areToldApart_data()
{
    using Kind = kubo::Refusal::Kind;
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *message, Kind kind) {
        QTest::newRow(message) << message << static_cast<int>(kind);
    };
    row("block was not found locally (offline): ipld: could not find bafk", Kind::NotFound);
    row("context deadline exceeded", Kind::NotInTime);
    row("failed to get block for bafk: context deadline exceeded", Kind::NotInTime);
    row("not pinned or pinned indirectly", Kind::NotPinned);
    row("path '/ipfs/bafk' is not pinned", Kind::NotPinned);
    row("open /x/put-1: no space left on device", Kind::DiskFull);
    row("something else", Kind::Other);
}

void KuboAnswerTest::refusals_areToldApart()
{
    QFETCH(QString, message);
    QFETCH(int, kind);
    const std::string body = R"({"Message":")" + message.toStdString() + R"(","Code":0})";
    const auto refusal = kubo::refusal(bytesOf(body));
    QCOMPARE(static_cast<int>(refusal.kind), kind);
    QCOMPARE(QString::fromStdString(refusal.words), message);
}

void KuboAnswerTest::bad_isRefused_data()
{
    QTest::addColumn<QString>("body");
    for (const char *body :
         {"", "{}", "[]", "null", "7", "\"x\"", "{\"Key\":7,\"Size\":\"x\",\"ID\":[]}",
          "{\"Key\":\"bafk\",\"Size\":-1,\"ID\":\"\",\"RepoSize\":-1,\"Peers\":7}",
          "{\"Key\":\"bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e\"}",
          "{\"RepoSize\":1.5}", "<html>404</html>"}) {
        QTest::newRow(body) << body;
    }
}

void KuboAnswerTest::bad_isRefused()
{
    QFETCH(QString, body);
    const std::string text = body.toStdString();
    const ByteView bytes = bytesOf(text);
    QVERIFY(!kubo::blockStat(bytes));
    QVERIFY(!kubo::identity(bytes));
    QVERIFY(!kubo::repoSize(bytes));
    QVERIFY(!kubo::peerCount(bytes));
    QCOMPARE(kubo::blockStat(bytes).error().code, ErrorCode::Unavailable);
    QCOMPARE(kubo::refusal(bytes).kind, kubo::Refusal::Kind::Other);
}

void KuboAnswerTest::mangled_doesNoHarm()
{
    const std::string right = Cid::ofBlock(bytesOf("hello world")).toString();
    int stillRight = 0;
    mangle(kPut, [&](ByteView body) {
        const auto stat = kubo::blockStat(body);
        stillRight += stat && stat->cid == right && stat->size == 11 ? 1 : 0;
    });
    QCOMPARE(stillRight, 1); // The whole one, among the cuts.
    mangle(kId, [](ByteView body) {
        if (const auto id = kubo::identity(body)) {
            QVERIFY(isShown(id->peerId, 100) && isShown(id->version, 100));
        }
    });
    mangle(kStat, [](ByteView body) { static_cast<void>(kubo::repoSize(body)); });
    mangle(kPeers, [](ByteView body) {
        if (const auto count = kubo::peerCount(body)) {
            QVERIFY(*count <= 1);
        }
    });
    mangle(kNotHere, [](ByteView body) { QVERIFY(isShown(kubo::refusal(body).words, 200)); });
}

void KuboAnswerTest::deep_doesNoHarm()
{
    const std::string deep = R"({"Peers":)" + std::string(1'000'000, '[');
    QVERIFY(!kubo::peerCount(bytesOf(deep)));
    const std::string closed = deep + std::string(1'000'000, ']') + "}";
    QVERIFY(!kubo::peerCount(bytesOf(closed)));
}

void KuboAnswerTest::words_canBeShown()
{
    const std::string body
        = R"({"Message":"a\u001b[2Jb\n\u00e4)" + std::string(1000, 'x') + R"("})";
    const auto refusal = kubo::refusal(bytesOf(body));
    QVERIFY(isShown(refusal.words, 200));
    QVERIFY(refusal.words.starts_with("a?[2Jb?"));
}

QTEST_APPLESS_MAIN(KuboAnswerTest)
#include "kubo_answer_test.moc"
