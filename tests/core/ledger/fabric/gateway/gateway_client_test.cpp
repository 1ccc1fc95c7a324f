// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/core/ledger/fabric/gateway/gateway_pair.hpp"

#include <QTest>

#include <fabric/deliver_seek.pb.h>

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using namespace keepwell::test;

class GatewayClientTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void init() { m_net.emplace(); }
    void cleanup() { m_net.reset(); }

    void create_namesWhatIsOff();
    void evaluate_returnsTheAnswer();
    void evaluate_rejectionIsTheContracts();
    void evaluate_goesOnToTheNextGateway();
    void evaluate_atOneGatewayStaysThere();
    void evaluate_passesAHangingGateway();
    void evaluate_stopsWhenStopped();
    void evaluate_asksNobodyAfterTheCertificateEnded();
    void blocks_areGivenAsTheyCome();
    void blocks_nothingNewIsNoError();
    void blocks_unknownChannelIsSaid();
    void blocks_takersErrorEndsThem();
    void blocks_stopWhenStopped();
    void events_comeUntilEnough();

private:
    std::optional<GatewayPair> m_net;
};

void GatewayClientTest::create_namesWhatIsOff()
{
    const auto refused = [&](auto change, const char *word) {
        FabricConfig wrong = m_net->config();
        change(wrong);
        const auto made = GatewayClient::create(wrong, m_net->clock);
        return !made && made.error().code == ErrorCode::InvalidInput
            && made.error().detail.find(word) != std::string::npos;
    };
    QVERIFY(refused([](FabricConfig &c) { c.gateways.clear(); }, "gateway"));
    QVERIFY(refused([](FabricConfig &c) { c.channel = "a/b"; }, "channel"));
    QVERIFY(refused([](FabricConfig &c) { c.contract.clear(); }, "contract"));
    QVERIFY(refused([](FabricConfig &c) { c.certificate = "none"; }, "certificate"));
    QVERIFY(refused([](FabricConfig &c) { c.gateways[1].mspId.clear(); }, "MSP id"));
    QVERIFY(refused([](FabricConfig &c) { c.gateways[1].endpoint = "peer"; }, "host:port"));
    QVERIFY(refused([](FabricConfig &c) { c.gateways[1].endpoint = "10.0.0.1:1"; }, "TLS"));
    QVERIFY(refused([](FabricConfig &c) { c.plaintext = false; }, "TLS"));
    QVERIFY(refused([](FabricConfig &c) { c.gateways[0].tlsCa = "none"; }, "TLS authority"));
}

void GatewayClientTest::evaluate_returnsTheAnswer()
{
    const auto answer = m_net->client()->evaluate(kCall);
    QVERIFY(answer.has_value());
    QCOMPARE(textOf(*answer), "of " + m_net->one->endpoint());
}

void GatewayClientTest::evaluate_rejectionIsTheContracts()
{
    m_net->one->onEvaluate = [](auto &, const auto &) {
        wire::RpcStatus rpc;
        gateway::ErrorDetail detail;
        detail.set_message("chaincode response 400, KW-33 E_PURGED: gone");
        rpc.add_details()->PackFrom(detail);
        return grpc::Status{grpc::UNKNOWN, "evaluate call to endorser returned error",
                            rpc.SerializeAsString()};
    };
    const auto answer = m_net->client()->evaluate(kCall);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().code, std::optional{contract::Code::Purged});
    QCOMPARE(m_net->two->evaluated.load(), 0);
}

void GatewayClientTest::evaluate_goesOnToTheNextGateway()
{
    m_net->one->stop();
    const auto made = m_net->client();
    for (int i = 0; i < 3; ++i) {
        const auto answer = made->evaluate(kCall);
        QVERIFY(answer.has_value());
        QCOMPARE(textOf(*answer), "of " + m_net->two->endpoint());
    }
    m_net->two->stop();
    const auto answer = made->evaluate(kCall);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().trouble, Trouble::GatewayLost);
    QCOMPARE(answer.error().error.code, ErrorCode::Unavailable);
}

void GatewayClientTest::evaluate_atOneGatewayStaysThere()
{
    const auto made = m_net->client();
    QCOMPARE(textOf(made->evaluateAt(1, kCall).value()), "of " + m_net->two->endpoint());
    m_net->two->stop();
    QVERIFY(!made->evaluateAt(1, kCall).has_value());
    QCOMPARE(m_net->one->evaluated.load(), 0);
}

void GatewayClientTest::evaluate_passesAHangingGateway()
{
    m_net->one->onEvaluate
        = [](auto &context, const auto &) { return GatewayDouble::hang(context); };
    const auto answer = m_net->client()->evaluate(kCall, {.stop = {}, .atMost = 7s});
    QVERIFY(answer.has_value());
    QCOMPARE(textOf(*answer), "of " + m_net->two->endpoint());
    const auto late = m_net->client(1)->evaluate(kCall, {.stop = {}, .atMost = 50ms});
    QVERIFY(!late.has_value());
    QCOMPARE(late.error().trouble, Trouble::TooLate);
}

void GatewayClientTest::evaluate_stopsWhenStopped()
{
    std::stop_source source;
    m_net->one->onEvaluate = [&](auto &context, const auto &) {
        source.request_stop();
        return GatewayDouble::hang(context);
    };
    const auto answer
        = m_net->client()->evaluate(kCall, {.stop = source.get_token(), .atMost = 1h});
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().trouble, Trouble::Cancelled);
    QCOMPARE(answer.error().error.code, ErrorCode::Cancelled);
    QCOMPARE(m_net->two->evaluated.load(), 0);
}

void GatewayClientTest::evaluate_asksNobodyAfterTheCertificateEnded()
{
    const auto made = m_net->client();
    m_net->clock.at = m_net->vectors.identity("p256").certificate().notAfter();
    QVERIFY(made->evaluate(kCall).has_value());
    m_net->clock.at += 1s;
    const auto answer = made->evaluate(kCall);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().trouble, Trouble::CertificateEnded);
    QCOMPARE(m_net->one->evaluated.load(), 1);
}

void GatewayClientTest::blocks_areGivenAsTheyCome()
{
    m_net->one->blocks = {"first", "second", "third"};
    std::vector<std::string> taken;
    const auto take = [&](ByteView block) -> Result<bool> {
        taken.emplace_back(textOf(block));
        return true;
    };
    QVERIFY(m_net->client()->blocks(0, {.from = 5, .headersOnly = true}, take).has_value());
    QCOMPARE(taken, m_net->one->blocks);

    wire::Payload payload;
    wire::ChannelHeader header;
    wire::SeekInfo seek;
    QVERIFY(payload.ParseFromString(m_net->one->lastSeek.payload()));
    QVERIFY(header.ParseFromString(payload.header().channel_header()));
    QVERIFY(seek.ParseFromString(payload.data()));
    QCOMPARE(header.type(), 5);
    QCOMPARE(header.channel_id(), "keepwell");
    QCOMPARE(seek.start().specified().number(), 5U);
    QCOMPARE(seek.behavior(), wire::SeekInfo::FAIL_IF_NOT_READY);
    QCOMPARE(seek.content_type(), wire::SeekInfo::HEADER_WITH_SIG_BYTES);
    QVERIFY(m_net->vectors.identity("p256").certificate().verifies(
        bytesOf(m_net->one->lastSeek.payload()), bytesOf(m_net->one->lastSeek.signature())));

    taken.clear();
    const auto takeOne = [&](ByteView block) -> Result<bool> {
        taken.emplace_back(textOf(block));
        return false;
    };
    QVERIFY(m_net->client()->blocks(0, {.from = 5}, takeOne).has_value());
    QCOMPARE(taken.size(), 1U);
}

void GatewayClientTest::blocks_nothingNewIsNoError()
{
    m_net->one->lastStatus = 404;
    const auto take = [](ByteView) -> Result<bool> { return true; };
    QVERIFY(m_net->client()->blocks(0, {.from = 5}, take).has_value());
}

void GatewayClientTest::blocks_unknownChannelIsSaid()
{
    const auto take = [](ByteView) -> Result<bool> { return true; };
    m_net->one->lastStatus = 404;
    const auto missing = m_net->client()->blocks(0, {.from = 0}, take);
    QCOMPARE(missing.error().trouble, Trouble::ContractMissing);
    m_net->one->lastStatus = 403;
    const auto refused = m_net->client()->blocks(0, {.from = 5}, take);
    QCOMPARE(refused.error().trouble, Trouble::AccessDenied);
    m_net->one->lastStatus = 503;
    const auto lost = m_net->client()->blocks(0, {.from = 5}, take);
    QCOMPARE(lost.error().trouble, Trouble::GatewayLost);
}

void GatewayClientTest::blocks_takersErrorEndsThem()
{
    m_net->one->blocks = {"first", "second"};
    const auto take
        = [](ByteView) -> Result<bool> { return fail(ErrorCode::Tampered, "not like that"); };
    const auto ended = m_net->client()->blocks(0, {.from = 5}, take);
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().error.code, ErrorCode::Tampered);
    QCOMPARE(ended.error().error.detail, "not like that");
}

void GatewayClientTest::blocks_stopWhenStopped()
{
    m_net->one->blocks = {"first"};
    m_net->one->lastStatus = 0; // waits for more
    std::stop_source source;
    const auto take = [&](ByteView) -> Result<bool> {
        source.request_stop();
        return true;
    };
    const auto ended = m_net->client()->blocks(0, {.from = 5, .follow = true}, take,
                                               {.stop = source.get_token(), .atMost = 1h});
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().trouble, Trouble::Cancelled);
}

void GatewayClientTest::events_comeUntilEnough()
{
    std::vector<std::string> transactions;
    const auto take = [&](const ContractEvents &events) {
        transactions.insert(transactions.end(), events.transactions.begin(),
                            events.transactions.end());
        return events.block < 9;
    };
    QVERIFY(m_net->client()->events(0, 7, take).has_value());
    QCOMPARE(transactions, (std::vector<std::string>{"tx of 7", "tx of 8", "tx of 9"}));
}

QTEST_GUILESS_MAIN(GatewayClientTest)
#include "gateway_client_test.moc"
