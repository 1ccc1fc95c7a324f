// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/http_client.hpp"
#include "tests/core/ledger/fabric/enrolment/loopback_authority.hpp"
#include "tests/core/store/ipfs/loopback_server.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace keepwell;
using namespace std::literals;
using store::HttpAddress;
using store::HttpClient;
using store::HttpFailure;
using store::HttpOutcome;
using store::HttpRequest;
using testing::LoopbackServer;
using Kind = HttpFailure::Kind;
using Request = LoopbackServer::Request;
using Connection = LoopbackServer::Connection;

namespace {

HttpRequest get(const LoopbackServer &server, std::size_t most = 1000)
{
    return {.to = HttpAddress::parse(server.address()).value(),
            .target = "/x",
            .mostBytes = most,
            .timeout = 20s};
}

std::string kindOf(const HttpOutcome &outcome)
{
    static constexpr const char *kNames[]
        = {"Unreachable", "Untrusted", "TimedOut", "Broken", "TooLong", "Redirected", "Cancelled"};
    return outcome ? "an answer" : kNames[static_cast<std::size_t>(outcome.error().kind)];
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private slots:
    void answers_areWhole();
    void body_isSentWhole();
    void misbehaviour_isNamed_data();
    void misbehaviour_isNamed();
    void redirect_isNotFollowed();
    void nobody_isUnreachable();
    void connections_areKept();
    void deadConnection_isReplaced();
    void manyAtOnce_shareFewConnections();
    void stop_endsIt();
    void abandoned_isCancelled();
    void client_endsWithAnswersOutstanding();
    void unixSocket_works();
    void proxyOfTheEnvironment_isNotForLoopback();
    void plainServer_isNoTlsServer();
    void tlsServer_isSpokenToIfItsAuthorityIsKnown();

private:
    HttpClient m_client{{.caFile = "", .connectTimeout = 5s}, 4};
};

void HttpClientTest::answers_areWhole()
{
    const LoopbackServer server{[](const Request &request, Connection &to) {
        to.answer(request.method == "GET" && request.target == "/x" ? 200 : 400, "hello",
                  "Retry-After: 7\r\n");
    }};
    const HttpOutcome outcome = m_client.start(get(server, 5)).take();
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->status, 200);
    QCOMPARE(textOf(outcome->body), "hello"sv);
    QCOMPARE(outcome->retryAfter, 7s);
}

void HttpClientTest::body_isSentWhole()
{
    const LoopbackServer server{
        [](const Request &request, Connection &to) { to.answer(200, request.body); }};
    const Bytes large(3'000'000, std::byte{'x'});
    HttpRequest request = get(server, 4'000'000);
    request.isPost = true;
    request.body = {bytesOf("<"), ByteView{}, large, bytesOf(">")};
    const HttpOutcome outcome = m_client.start(std::move(request)).take();
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->body, concat({bytesOf("<"), large, bytesOf(">")}));
}

void HttpClientTest::misbehaviour_isNamed_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<QString>("kind");
    int how = 0;
    for (const auto &[name, kind] : {std::pair{"hangs up at once", "Broken"},
                                     {"hangs up in the head", "Broken"},
                                     {"truncates the body", "Broken"},
                                     {"truncates a chunked body", "Broken"},
                                     {"says nothing", "TimedOut"},
                                     {"stops in the body", "TimedOut"},
                                     {"is no HTTP", "Broken"},
                                     {"is HTTP 0.9", "Broken"},
                                     {"announces too much", "TooLong"},
                                     {"gives too much", "TooLong"},
                                     {"gives for ever", "TooLong"},
                                     {"has endless headers", "TooLong"},
                                     {"one byte at a time", "an answer"},
                                     {"chunks of one byte", "an answer"},
                                     {"bad chunk length", "Broken"}}) {
        QTest::newRow(name) << how++ << kind;
    }
}

void HttpClientTest::misbehaviour_isNamed()
{
    QFETCH(int, how);
    QFETCH(QString, kind);
    const LoopbackServer server{[how](const Request &, Connection &to) {
        const std::string chunked = "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\n";
        const std::string ten = "HTTP/1.1 200 x\r\nContent-Length: 10\r\n\r\n";
        switch (how) {
        case 0:
            break;
        case 1:
            to.send("HTTP/1.1 200 x\r\nContent-");
            break;
        case 2:
            to.send(ten + "12345");
            break;
        case 3:
            to.send(chunked + "5\r\n12345\r\n");
            break;
        case 4:
            to.waitForHangUp();
            break;
        case 5:
            to.send(ten + "12345");
            to.waitForHangUp();
            break;
        case 6:
            to.send("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            break;
        case 7:
            to.send("<html>");
            break;
        case 8:
            to.send("HTTP/1.1 200 x\r\nContent-Length: 1001\r\n\r\n");
            to.send(std::string(1001, 'x'));
            break;
        case 9:
            to.send(chunked + "3e9\r\n" + std::string(1001, 'x') + "\r\n0\r\n\r\n");
            break;
        case 10:
            to.send("HTTP/1.1 200 x\r\n\r\n");
            while (to.send(std::string(10'000, 'x'))) {}
            break;
        case 11:
            to.send("HTTP/1.1 200 x\r\n");
            while (to.send("A: " + std::string(1000, 'x') + "\r\n")) {}
            break;
        case 12:
            for (const char c : ten + "1234567890") {
                to.send({&c, 1});
            }
            break;
        case 13:
            to.send(chunked);
            for (int i = 0; i < 1000; ++i) {
                to.send("1\r\nx\r\n");
            }
            to.send("0\r\n\r\n");
            break;
        case 14:
            to.send(chunked + "zz\r\n12345\r\n");
            break;
        default:
            break;
        }
        to.close();
    }};
    HttpRequest request = get(server);
    request.timeout = kind == "TimedOut" ? 300ms : 20s;
    const HttpOutcome outcome = m_client.start(std::move(request)).take();
    QCOMPARE(QString::fromStdString(kindOf(outcome)), kind);
}

void HttpClientTest::redirect_isNotFollowed()
{
    const LoopbackServer other{[](const Request &, Connection &to) { to.answer(200, "here"); }};
    for (const int status : {301, 302, 303, 307, 308}) {
        const LoopbackServer server{[&](const Request &, Connection &to) {
            to.answer(status, "", "Location: " + other.address() + "/x\r\n");
        }};
        QCOMPARE(kindOf(m_client.start(get(server)).take()), "Redirected");
        QCOMPARE(server.requests(), 1);
    }
    QCOMPARE(other.connections(), 0);
}

void HttpClientTest::nobody_isUnreachable()
{
    auto server = std::make_unique<LoopbackServer>([](const Request &, Connection &) {});
    HttpRequest request = get(*server);
    server.reset();
    const HttpOutcome outcome = m_client.start(std::move(request)).take();
    QCOMPARE(kindOf(outcome), "Unreachable");
    QCOMPARE(outcome.error().detail, "nothing answers there");
}

void HttpClientTest::connections_areKept()
{
    const LoopbackServer server{[](const Request &, Connection &to) { to.answer(200, "x"); }};
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(kindOf(m_client.start(get(server)).take()), "an answer");
    }
    QCOMPARE(server.connections(), 1);
}

void HttpClientTest::deadConnection_isReplaced()
{
    // Each connection dies after its first answer without a word of it in the headers.
    const LoopbackServer server{[](const Request &request, Connection &to) {
        to.answer(200, request.body);
        to.close();
    }};
    for (int i = 0; i < 100; ++i) {
        HttpRequest request = get(server);
        request.isPost = true;
        request.body = {bytesOf("again")};
        const HttpOutcome outcome = m_client.start(std::move(request)).take();
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(textOf(outcome->body), "again"sv);
    }
}

void HttpClientTest::manyAtOnce_shareFewConnections()
{
    const LoopbackServer server{[](const Request &, Connection &to) { to.answer(200, "x"); }};
    std::atomic<int> answers = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 16; ++i) {
            threads.emplace_back([&] {
                for (int k = 0; k < 20; ++k) {
                    answers += m_client.start(get(server)).take().has_value() ? 1 : 0;
                }
            });
        }
    }
    QCOMPARE(answers, 320);
    QVERIFY(server.connections() <= 4);
    QVERIFY(server.mostAtOnce() <= 4);
}

void HttpClientTest::stop_endsIt()
{
    const LoopbackServer server{[](const Request &, Connection &to) { to.waitForHangUp(); }};
    std::stop_source stop;
    auto exchange = m_client.start(get(server), stop.get_token());
    QVERIFY(!exchange.endsWithin(1ms));
    stop.request_stop();
    QCOMPARE(kindOf(exchange.take()), "Cancelled");
    QCOMPARE(kindOf(m_client.start(get(server), stop.get_token()).take()), "Cancelled");
}

void HttpClientTest::abandoned_isCancelled()
{
    std::atomic<int> hungUp = 0;
    const LoopbackServer server{[&](const Request &, Connection &to) {
        to.waitForHangUp();
        ++hungUp;
    }};
    {
        const auto exchange = m_client.start(get(server));
        QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, 60'000);
    }
    QTRY_COMPARE_WITH_TIMEOUT(hungUp.load(), 1, 60'000);
}

void HttpClientTest::client_endsWithAnswersOutstanding()
{
    const LoopbackServer server{[](const Request &, Connection &to) { to.waitForHangUp(); }};
    auto client = std::make_unique<HttpClient>(store::HttpTransfer::Settings{}, 2U);
    std::jthread waiting{[&] { QCOMPARE(kindOf(client->start(get(server)).take()), "Cancelled"); }};
    QTRY_COMPARE_WITH_TIMEOUT(server.requests(), 1, 60'000);
    client.reset();
}

void HttpClientTest::unixSocket_works()
{
    const QTemporaryDir folder;
    const LoopbackServer server{[](const Request &, Connection &to) { to.answer(200, "unix"); },
                                (folder.path() + "/s").toStdString()};
    const HttpOutcome outcome = m_client.start(get(server)).take();
    QVERIFY(outcome.has_value());
    QCOMPARE(textOf(outcome->body), "unix"sv);
}

void HttpClientTest::proxyOfTheEnvironment_isNotForLoopback()
{
    const LoopbackServer proxy{[](const Request &, Connection &to) { to.answer(200, "proxy"); }};
    const LoopbackServer server{[](const Request &, Connection &to) { to.answer(200, "node"); }};
    qputenv("http_proxy", QByteArray::fromStdString(proxy.address()));
    qputenv("ALL_PROXY", QByteArray::fromStdString(proxy.address()));
    const HttpOutcome outcome = m_client.start(get(server)).take();
    qunsetenv("http_proxy");
    qunsetenv("ALL_PROXY");
    QCOMPARE(proxy.connections(), 0);
    QVERIFY(outcome.has_value());
    QCOMPARE(textOf(outcome->body), "node"sv);
}

void HttpClientTest::plainServer_isNoTlsServer()
{
    const LoopbackServer server{[](const Request &, Connection &to) { to.answer(200, "plain"); }};
    HttpRequest request = get(server);
    request.to = HttpAddress::parse("https" + server.address().substr(4)).value();
    request.timeout = 2s;
    const HttpOutcome outcome = m_client.start(std::move(request)).take();
    QVERIFY(!outcome.has_value());
}

void HttpClientTest::tlsServer_isSpokenToIfItsAuthorityIsKnown()
{
    std::atomic<int> asked = 0;
    const auto answer = [&](const test::AskedOfAuthority &what) {
        asked += what.path == "/x" ? 1 : 0;
        return test::AuthorityReply{.status = 200, .body = "over TLS"};
    };
    const test::LoopbackAuthority known{answer};
    const test::LoopbackAuthority stranger{answer};
    const QTemporaryDir folder;
    QFile file{folder.filePath("ca.pem")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(known.tlsCa().c_str());
    file.close();
    const auto kindFrom = [](HttpClient &client, const std::string &url) {
        return kindOf(client
                          .start({.to = HttpAddress::parse(url).value(),
                                  .target = "/x",
                                  .mostBytes = 1000,
                                  .timeout = 20s})
                          .take());
    };
    HttpClient knowing{{.caFile = file.fileName().toStdString(), .connectTimeout = 5s}, 4};
    QCOMPARE(kindFrom(knowing, known.url()), "an answer");
    QCOMPARE(asked, 1);
    QCOMPARE(kindFrom(knowing, stranger.url()), "Untrusted");
    QCOMPARE(kindFrom(m_client, known.url()), "Untrusted"); // the system's authorities alone
    std::string otherName = known.url();
    otherName.replace(otherName.find("127.0.0.1"), 9, "localhost"); // not in its certificate
    QCOMPARE(kindFrom(knowing, otherName), "Untrusted");
    QCOMPARE(asked, 1);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "http_client_test.moc"
