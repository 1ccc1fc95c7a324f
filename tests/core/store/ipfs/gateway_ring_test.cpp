// SPDX-License-Identifier: Apache-2.0
#include "core/store/ipfs/gateway_ring.hpp"
#include "tests/core/store/ipfs/loopback_server.hpp"

#include <QTest>

using namespace keepwell;
using namespace std::literals;
using store::Cid;
using store::GatewayRing;
using store::HttpAddress;
using store::HttpClient;
using testing::LoopbackServer;
using Request = LoopbackServer::Request;
using Connection = LoopbackServer::Connection;

namespace {

const std::string kBlock(200'000, 'b');

/// A gateway that behaves.
void honest(const Request &request, Connection &to)
{
    const std::string path = "/ipfs/" + Cid::ofBlock(bytesOf(kBlock)).toString() + "?format=raw";
    const bool isRight = request.method == "GET"
        && request.headers.at("accept") == "application/vnd.ipld.raw"
        && !request.headers.contains("authorization");
    if (isRight && request.target == path) {
        to.answer(200, kBlock, "Content-Type: application/vnd.ipld.raw\r\n");
    } else if (isRight && request.target == "/ipfs/bafkqaaa?format=raw") {
        to.answer(200, "");
    } else {
        to.answer(404, "no");
    }
}

void lying(const Request &, Connection &to) { to.answer(200, std::string(200'000, 'x')); }

void truncating(const Request &, Connection &to)
{
    to.send("HTTP/1.1 200 x\r\nContent-Length: 200000\r\n\r\n" + std::string(1000, 'b'));
    to.close();
}

/// As truncating(), but it says that this was all.
void shortening(const Request &, Connection &to) { to.answer(200, kBlock.substr(1)); }

void oversized(const Request &, Connection &to)
{
    to.answer(200, std::string(store::BlockStore::kMostBlockBytes + 1, 'b'));
}

void slow(const Request &, Connection &to) { to.waitForHangUp(); }

void failing(const Request &, Connection &to) { to.answer(503, "busy"); }

void without(const Request &, Connection &to) { to.answer(404, "no"); }

void web(const Request &, Connection &to) { to.answer(200, "<html>a page</html>"); }

class Ring
{
public:
    template <class... Servers>
    explicit Ring(std::chrono::milliseconds timeout, const Servers &...servers)
        : m_ring{m_client, {HttpAddress::parse(servers.address()).value()...}, timeout}
    {
    }
    Result<> get(const std::stop_token &stop = {})
    {
        block.clear();
        return m_ring.get(Cid::ofBlock(bytesOf(kBlock)), block, stop);
    }
    GatewayRing &ring() { return m_ring; }

    Bytes block;

private:
    HttpClient m_client{{.caFile = "", .connectTimeout = 5s}, 4};
    GatewayRing m_ring;
};

} // namespace

class GatewayRingTest : public QObject
{
    Q_OBJECT

private slots:
    void first_isAskedFirst();
    void misbehaving_isPassedOver_data();
    void misbehaving_isPassedOver();
    void redirecting_isPassedOver();
    void liar_isNotAskedAgain();
    void failed_isAskedLast();
    void nobodyHasIt_isNotFound();
    void allNamed_whenNobodyGivesIt();
    void stop_endsIt();
    void check_tellsGatewaysFromOthers();
};

void GatewayRingTest::first_isAskedFirst()
{
    const LoopbackServer a{honest};
    const LoopbackServer b{honest};
    Ring ring{10s, a, b};
    QVERIFY(ring.get());
    QCOMPARE(textOf(ring.block), std::string_view{kBlock});
    QCOMPARE(a.requests(), 1);
    QCOMPARE(b.requests(), 0);
}

void GatewayRingTest::misbehaving_isPassedOver_data()
{
    QTest::addColumn<int>("which");
    int which = 0;
    for (const char *name :
         {"lying", "truncating", "shortening", "oversized", "slow", "failing", "without", "web"}) {
        QTest::newRow(name) << which++;
    }
}

void GatewayRingTest::misbehaving_isPassedOver()
{
    QFETCH(int, which);
    static constexpr decltype(&lying) kHandlers[]
        = {lying, truncating, shortening, oversized, slow, failing, without, web};
    const LoopbackServer bad{kHandlers[which]};
    const LoopbackServer good{honest};
    Ring ring{which == 4 ? 3s : 10s, bad, good}; // as long for the good one, however busy we are
    QVERIFY(ring.get());
    QCOMPARE(textOf(ring.block), std::string_view{kBlock});
    QCOMPARE(bad.requests(), 1);
    QCOMPARE(good.requests(), 1);
}

void GatewayRingTest::redirecting_isPassedOver()
{
    const LoopbackServer elsewhere{honest};
    const LoopbackServer bad{[&](const Request &request, Connection &to) {
        to.answer(302, "", "Location: " + elsewhere.address() + request.target + "\r\n");
    }};
    const LoopbackServer good{honest};
    Ring ring{10s, bad, good};
    QVERIFY(ring.get());
    QCOMPARE(elsewhere.connections(), 0);
}

void GatewayRingTest::liar_isNotAskedAgain()
{
    const LoopbackServer bad{lying};
    const LoopbackServer good{honest};
    Ring ring{10s, bad, good};
    QVERIFY(ring.get());
    QVERIFY(ring.get());
    QCOMPARE(bad.requests(), 1);
    QCOMPARE(good.requests(), 2);
}

void GatewayRingTest::failed_isAskedLast()
{
    bool isBusy = true;
    const LoopbackServer a{[&](const Request &request, Connection &to) {
        isBusy ? failing(request, to) : honest(request, to);
    }};
    bool isGone = false;
    const LoopbackServer b{[&](const Request &request, Connection &to) {
        isGone ? without(request, to) : honest(request, to);
    }};
    Ring ring{10s, a, b};
    QVERIFY(ring.get());
    isBusy = false;
    QVERIFY(ring.get());
    QCOMPARE(a.requests(), 1);
    isGone = true;
    QVERIFY(ring.get());
    QCOMPARE(a.requests(), 2);
}

void GatewayRingTest::nobodyHasIt_isNotFound()
{
    const LoopbackServer a{without};
    const LoopbackServer b{without};
    Ring ring{10s, a, b};
    const auto got = ring.get();
    QVERIFY(!got);
    QCOMPARE(got.error().code, ErrorCode::NotFound);
}

void GatewayRingTest::allNamed_whenNobodyGivesIt()
{
    const LoopbackServer a{lying};
    const LoopbackServer b{failing};
    const LoopbackServer c{without};
    Ring ring{10s, a, b, c};
    const auto got = ring.get();
    QVERIFY(!got);
    QCOMPARE(got.error().code, ErrorCode::Tampered);
    QVERIFY(ring.block.empty());
    const std::string &detail = got.error().detail;
    QVERIFY2(detail.contains(a.address() + " gave other bytes"), detail.c_str());
    QVERIFY2(detail.contains(b.address() + " did not give it (HTTP status 503)"), detail.c_str());
    QVERIFY2(detail.contains(c.address() + " does not have it"), detail.c_str());
}

void GatewayRingTest::stop_endsIt()
{
    const LoopbackServer a{slow};
    const LoopbackServer b{honest};
    Ring ring{60s, a, b};
    std::stop_source stop;
    std::jthread stopping{[&] {
        while (a.requests() == 0) {
            std::this_thread::yield();
        }
        stop.request_stop();
    }};
    const auto got = ring.get(stop.get_token());
    QVERIFY(!got);
    QCOMPARE(got.error().code, ErrorCode::Cancelled);
    QCOMPARE(b.requests(), 0);
}

void GatewayRingTest::check_tellsGatewaysFromOthers()
{
    const LoopbackServer a{honest};
    const LoopbackServer b{web};
    const LoopbackServer c{without};
    Ring ring{10s, a, b, c};
    const auto reports = ring.ring().check({});
    QCOMPARE(reports.size(), 3U);
    QCOMPARE(reports[0].address, a.address());
    QCOMPARE(reports[0].problem, "");
    QVERIFY(reports[1].problem.contains("no trustless gateway"));
    QVERIFY(reports[2].problem.contains("no trustless gateway (HTTP status 404)"));
}

QTEST_GUILESS_MAIN(GatewayRingTest)
#include "gateway_ring_test.moc"
