// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/gateway_client.hpp"
#include "tests/core/ledger/fabric/gateway_double.hpp"
#include "tests/core/ledger/fabric/member_vectors.hpp"

#include <QTest>

#include <fabric/deliver_seek.pb.h>

#include <thread>

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using namespace keepwell::test;
using namespace std::chrono_literals;

namespace {

class SetClock final : public Clock
{
public:
    Instant now() const override { return at; }
    Instant at{std::chrono::seconds{1'790'000'000}};
};

/// What was sent, in memory. Thread-safe.
class SentDouble final : public SentTransactions
{
public:
    Result<> store(const SentTransaction &sent) override
    {
        const std::lock_guard held{m_lock};
        m_sent.insert_or_assign(sent.envelope, sent);
        return {};
    }
    Result<std::optional<SentTransaction>> find(const contract::TxId &act) override
    {
        const std::lock_guard held{m_lock};
        const auto found = m_sent.find(act);
        return found == m_sent.end() ? std::nullopt : std::optional{found->second};
    }
    Result<> forget(const contract::TxId &act) override
    {
        const std::lock_guard held{m_lock};
        m_sent.erase(act);
        return {};
    }

private:
    std::mutex m_lock;
    std::map<contract::TxId, SentTransaction> m_sent;
};

contract::TxId act(int number)
{
    Bytes32 bytes{};
    bytes[0] = static_cast<std::byte>(number);
    return contract::TxId{bytes};
}

const ContractCall kCall{.function = "Submit",
                         .arguments = {Bytes(3, std::byte{7})},
                         .transient = {},
                         .organisations = {"Org1MSP", "Org2MSP"}};

grpc::Status unavailable(const char *text) { return {grpc::StatusCode::UNAVAILABLE, text}; }

} // namespace

class GatewayClientTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void init();
    void cleanup();

    void create_namesWhatIsOff();
    void evaluate_returnsTheAnswer();
    void evaluate_rejectionIsTheContracts();
    void evaluate_goesOnToTheNextGateway();
    void evaluate_atOneGatewayStaysThere();
    void evaluate_passesAHangingGateway();
    void evaluate_stopsWhenStopped();
    void evaluate_asksNobodyAfterTheCertificateEnded();
    void submit_commits();
    void submit_isKeptBeforeItLeaves();
    void submit_replyLost();
    void submit_orderersLostThenBack();
    void submit_unknownOutcomeIsTakenUpAgain();
    void submit_keptOneThatIsCommittedIsNotSentAgain();
    void submit_keptOneThatIsRefusedIsMadeAnew();
    void submit_conflictsAreTriedAgain();
    void submit_conflictsEnd();
    void submit_otherInvalidIsSaid();
    void submit_rejectionIsNotTriedAgain();
    void submit_waitsForTheNetworkToWarmUp();
    void submit_tamperedIsNotSigned();
    void submit_onlyOwnGoesNowhereElse();
    void submit_failsOver();
    void submit_fromManyThreads();
    void blocks_areGivenAsTheyCome();
    void blocks_nothingNewIsNoError();
    void blocks_unknownChannelIsSaid();
    void blocks_takersErrorEndsThem();
    void blocks_stopWhenStopped();
    void events_comeUntilEnough();

private:
    FabricConfig config(std::size_t gateways = 2) const;
    std::unique_ptr<GatewayClient> client(std::size_t gateways = 2)
    {
        return GatewayClient::create(config(gateways), m_clock).value();
    }

    MemberVectors m_vectors;
    SetClock m_clock;
    std::optional<ClientIdentity> m_peer1, m_peer2;
    std::shared_ptr<ChannelDouble> m_channel;
    std::unique_ptr<GatewayDouble> m_one, m_two;
    SentDouble m_sent;
};

void GatewayClientTest::init()
{
    m_peer1.emplace(m_vectors.identity("peer1"));
    m_peer2.emplace(m_vectors.identity("peer2"));
    m_channel = std::make_shared<ChannelDouble>();
    const std::vector<const ClientIdentity *> both{&*m_peer1, &*m_peer2};
    m_one = std::make_unique<GatewayDouble>(m_channel, both);
    m_two = std::make_unique<GatewayDouble>(m_channel, both);
    m_clock.at = Instant{1'790'000'000s};
}

void GatewayClientTest::cleanup()
{
    m_one.reset();
    m_two.reset();
    for (int i = 0; i < 256; ++i) {
        QVERIFY(m_sent.forget(act(i)).has_value());
    }
}

FabricConfig GatewayClientTest::config(std::size_t gateways) const
{
    FabricConfig config;
    config.gateways.push_back({.endpoint = m_one->endpoint(), .mspId = "Org1MSP", .tlsCa = {}});
    if (gateways == 2) {
        config.gateways.push_back({.endpoint = m_two->endpoint(), .mspId = "Org2MSP", .tlsCa = {}});
    }
    config.channel = "keepwell";
    config.contract = "kw";
    config.certificate = m_vectors.certificate("p256");
    config.privateKey = m_vectors.key("p256");
    config.plaintext = true;
    return config;
}

void GatewayClientTest::create_namesWhatIsOff()
{
    const auto refused = [&](auto change, const char *word) {
        FabricConfig wrong = config();
        change(wrong);
        const auto made = GatewayClient::create(wrong, m_clock);
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
    const auto answer = client()->evaluate(kCall);
    QVERIFY(answer.has_value());
    QCOMPARE(textOf(*answer), "of " + m_one->endpoint());
}

void GatewayClientTest::evaluate_rejectionIsTheContracts()
{
    m_one->onEvaluate = [](auto &, const auto &) {
        wire::RpcStatus rpc;
        gateway::ErrorDetail detail;
        detail.set_message("chaincode response 400, KW-33 E_PURGED: gone");
        rpc.add_details()->PackFrom(detail);
        return grpc::Status{grpc::UNKNOWN, "evaluate call to endorser returned error",
                            rpc.SerializeAsString()};
    };
    const auto answer = client()->evaluate(kCall);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().code, std::optional{contract::Code::Purged});
    QCOMPARE(m_two->evaluated.load(), 0);
}

void GatewayClientTest::evaluate_goesOnToTheNextGateway()
{
    m_one->stop();
    const auto made = client();
    for (int i = 0; i < 3; ++i) {
        const auto answer = made->evaluate(kCall);
        QVERIFY(answer.has_value());
        QCOMPARE(textOf(*answer), "of " + m_two->endpoint());
    }
    m_two->stop();
    const auto answer = made->evaluate(kCall);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().trouble, Trouble::GatewayLost);
    QCOMPARE(answer.error().error.code, ErrorCode::Unavailable);
}

void GatewayClientTest::evaluate_atOneGatewayStaysThere()
{
    const auto made = client();
    QCOMPARE(textOf(made->evaluateAt(1, kCall).value()), "of " + m_two->endpoint());
    m_two->stop();
    QVERIFY(!made->evaluateAt(1, kCall).has_value());
    QCOMPARE(m_one->evaluated.load(), 0);
}

void GatewayClientTest::evaluate_passesAHangingGateway()
{
    m_one->onEvaluate = [](auto &context, const auto &) { return GatewayDouble::hang(context); };
    const auto answer = client()->evaluate(kCall, {.stop = {}, .atMost = 7s});
    QVERIFY(answer.has_value());
    QCOMPARE(textOf(*answer), "of " + m_two->endpoint());
    const auto late = client(1)->evaluate(kCall, {.stop = {}, .atMost = 50ms});
    QVERIFY(!late.has_value());
    QCOMPARE(late.error().trouble, Trouble::TooLate);
}

void GatewayClientTest::evaluate_stopsWhenStopped()
{
    std::stop_source source;
    m_one->onEvaluate = [&](auto &context, const auto &) {
        source.request_stop();
        return GatewayDouble::hang(context);
    };
    const auto answer = client()->evaluate(kCall, {.stop = source.get_token(), .atMost = 1h});
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().trouble, Trouble::Cancelled);
    QCOMPARE(answer.error().error.code, ErrorCode::Cancelled);
    QCOMPARE(m_two->evaluated.load(), 0);
}

void GatewayClientTest::evaluate_asksNobodyAfterTheCertificateEnded()
{
    const auto made = client();
    m_clock.at = made->certificateEnds();
    QVERIFY(made->evaluate(kCall).has_value());
    m_clock.at += 1s;
    const auto answer = made->evaluate(kCall);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().trouble, Trouble::CertificateEnded);
    QCOMPARE(m_one->evaluated.load(), 1);
}

void GatewayClientTest::submit_commits()
{
    const auto made = client();
    made->trust(m_vectors.roots());
    const auto committed = made->submit(act(1), kCall, m_sent);
    QVERIFY2(committed.has_value(), committed ? "" : committed.error().error.detail.c_str());
    QCOMPARE(textOf(committed->answer), "the answer");
    QCOMPARE(committed->block, 7U);
    QCOMPARE(m_channel->submissions, std::vector{committed->fabricId});
    QCOMPARE(made->commitStatus(committed->fabricId).value().code, 0);
}

void GatewayClientTest::submit_isKeptBeforeItLeaves()
{
    std::optional<SentTransaction> kept;
    std::string left;
    m_one->onSubmit = [&](auto &, const gateway::SubmitRequest &request) {
        kept = m_sent.find(act(1)).value();
        left = request.prepared_transaction().SerializeAsString();
        return grpc::Status::OK;
    };
    const auto committed = client()->submit(act(1), kCall, m_sent);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->channelTxId, committed->fabricId);
    QCOMPARE(textOf(kept->transaction), left);
    wire::Envelope envelope;
    QVERIFY(envelope.ParseFromString(left));
    QVERIFY(m_vectors.identity("p256").certificate().verifies(bytesOf(envelope.payload()),
                                                              bytesOf(envelope.signature())));
}

/// The orderer took it, but its word never came back.
void GatewayClientTest::submit_replyLost()
{
    m_one->afterSubmit = [](auto &, const auto &) { return unavailable("Socket closed"); };
    m_two->afterSubmit = m_one->afterSubmit;
    const auto committed = client()->submit(act(1), kCall, m_sent);
    QVERIFY(committed.has_value());
    QCOMPARE(m_channel->validCount(), 1U);
    for (const std::string &id : m_channel->submissions) {
        QCOMPARE(id, committed->fabricId);
    }
}

void GatewayClientTest::submit_orderersLostThenBack()
{
    std::atomic<int> calls = 0;
    m_one->onSubmit = [&](auto &, const auto &) {
        return ++calls < 3 ? unavailable("no orderers could successfully process transaction")
                           : grpc::Status::OK;
    };
    m_two->onSubmit
        = [](auto &, const auto &) { return unavailable("no orderer nodes available"); };
    QVERIFY(client()->submit(act(1), kCall, m_sent).has_value());
    QCOMPARE(m_channel->validCount(), 1U);
    QCOMPARE(m_one->endorsed + m_two->endorsed, 1);
}

void GatewayClientTest::submit_unknownOutcomeIsTakenUpAgain()
{
    std::atomic<bool> isDown = true;
    const auto down = [&](auto &, const auto &) {
        return isDown ? unavailable("no orderer nodes available") : grpc::Status::OK;
    };
    m_one->onSubmit = down;
    m_two->onSubmit = down;
    const auto lost = client()->submit(act(1), kCall, m_sent, false, {.stop = {}, .atMost = 2s});
    QVERIFY(!lost.has_value());
    QCOMPARE(lost.error().error.code, ErrorCode::Unavailable);
    const auto kept = m_sent.find(act(1)).value();
    QVERIFY(kept.has_value());
    isDown = false;
    const auto committed = client()->submit(act(1), kCall, m_sent);
    QVERIFY(committed.has_value());
    QCOMPARE(committed->fabricId, kept->channelTxId);
    QCOMPARE(m_one->endorsed + m_two->endorsed, 1);
    QCOMPARE(m_channel->validCount(), 1U);
}

void GatewayClientTest::submit_keptOneThatIsCommittedIsNotSentAgain()
{
    const auto first = client()->submit(act(1), kCall, m_sent);
    const auto again = client()->submit(act(1), kCall, m_sent);
    QVERIFY(again.has_value());
    QCOMPARE(again->fabricId, first->fabricId);
    QCOMPARE(again->block, first->block);
    QCOMPARE(m_channel->submissions.size(), 1U);
}

/// As after the certificate it was signed with has ended.
void GatewayClientTest::submit_keptOneThatIsRefusedIsMadeAnew()
{
    QVERIFY(m_sent
                .store({.envelope = act(1),
                        .channelTxId = "ab",
                        .transaction = {},
                        .state = SentState::Unknown})
                .has_value());
    const auto forbid = [](auto &, const gateway::SubmitRequest &request) {
        return request.transaction_id() == "ab"
            ? grpc::Status{grpc::ABORTED,
                           "received unsuccessful response from orderer: status=FORBIDDEN, info="}
            : grpc::Status::OK;
    };
    m_one->onSubmit = forbid;
    m_two->onSubmit = forbid;
    const auto committed = client()->submit(act(1), kCall, m_sent);
    QVERIFY(committed.has_value());
    QVERIFY(committed->fabricId != "ab");
}

void GatewayClientTest::submit_conflictsAreTriedAgain()
{
    m_channel->codes = {11, 12, 11};
    const auto committed = client()->submit(act(1), kCall, m_sent);
    QVERIFY(committed.has_value());
    QCOMPARE(m_channel->submissions.size(), 4U);
    QCOMPARE(m_channel->validCount(), 1U);
}

void GatewayClientTest::submit_conflictsEnd()
{
    m_channel->codes.assign(50, 11);
    const auto committed = client()->submit(act(1), kCall, m_sent);
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().trouble, Trouble::WriteConflict);
    QCOMPARE(m_channel->submissions.size(), 6U);
    QVERIFY(!m_sent.find(act(1)).value().has_value());
}

void GatewayClientTest::submit_otherInvalidIsSaid()
{
    m_channel->codes = {10};
    const auto committed = client()->submit(act(1), kCall, m_sent);
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().trouble, Trouble::PolicyNotMet);
    QCOMPARE(m_channel->submissions.size(), 1U);
    QVERIFY(!m_sent.find(act(1)).value().has_value());
}

void GatewayClientTest::submit_rejectionIsNotTriedAgain()
{
    m_one->onEndorse = [](auto &, const auto &) {
        wire::RpcStatus rpc;
        gateway::ErrorDetail detail;
        detail.set_message("chaincode response 400, KW-12 E_EXISTS: taken");
        rpc.add_details()->PackFrom(detail);
        return grpc::Status{grpc::ABORTED, "see details", rpc.SerializeAsString()};
    };
    const auto committed = client()->submit(act(1), kCall, m_sent);
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().code, std::optional{contract::Code::Exists});
    QCOMPARE(m_one->endorsed + m_two->endorsed, 1);
    QVERIFY(!m_sent.find(act(1)).value().has_value());
}

void GatewayClientTest::submit_waitsForTheNetworkToWarmUp()
{
    const auto cold = [this](auto &, const auto &) {
        return m_one->endorsed + m_two->endorsed < 6
            ? grpc::Status{grpc::FAILED_PRECONDITION, "no combination of peers can be derived"}
            : grpc::Status::OK;
    };
    m_one->onEndorse = cold;
    m_two->onEndorse = cold;
    QVERIFY(client()->submit(act(1), kCall, m_sent).has_value());
}

void GatewayClientTest::submit_tamperedIsNotSigned()
{
    m_one->tamper = [](std::string &payload) { payload.back() ^= 1; };
    const auto committed = client()->submit(act(1), kCall, m_sent);
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().trouble, Trouble::Dishonest);
    QVERIFY(m_channel->submissions.empty());
    QVERIFY(!m_sent.find(act(1)).value().has_value());
}

void GatewayClientTest::submit_onlyOwnGoesNowhereElse()
{
    m_one->onEndorse = [](auto &, const auto &) { return unavailable("Socket closed"); };
    const auto committed = client()->submit(act(1), kCall, m_sent, true);
    QVERIFY(!committed.has_value());
    QCOMPARE(m_two->endorsed.load(), 0);
}

void GatewayClientTest::submit_failsOver()
{
    const auto made = client();
    m_one->stop();
    QVERIFY(made->submit(act(1), kCall, m_sent).has_value());
    m_one->start();
    m_two->stop();
    // The first one rests for some seconds after it was lost, and is asked all the same, once gRPC
    // has connected anew.
    QTRY_VERIFY(made->submit(act(2), kCall, m_sent).has_value());
    QCOMPARE(m_channel->validCount(), 2U);
}

void GatewayClientTest::submit_fromManyThreads()
{
    const auto made = client();
    std::atomic<int> done = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 16; ++i) {
            threads.emplace_back([&, i] {
                for (int round = 0; round < 4; ++round) {
                    done += made->submit(act(i * 4 + round), kCall, m_sent).has_value() ? 1 : 0;
                }
            });
        }
    }
    QCOMPARE(done.load(), 64);
    QCOMPARE(m_channel->validCount(), 64U);
}

void GatewayClientTest::blocks_areGivenAsTheyCome()
{
    m_one->blocks = {"first", "second", "third"};
    std::vector<std::string> taken;
    const auto take = [&](ByteView block) -> Result<bool> {
        taken.emplace_back(textOf(block));
        return true;
    };
    QVERIFY(client()->blocks(0, {.from = 5, .headersOnly = true}, take).has_value());
    QCOMPARE(taken, m_one->blocks);

    wire::Payload payload;
    wire::ChannelHeader header;
    wire::SeekInfo seek;
    QVERIFY(payload.ParseFromString(m_one->lastSeek.payload()));
    QVERIFY(header.ParseFromString(payload.header().channel_header()));
    QVERIFY(seek.ParseFromString(payload.data()));
    QCOMPARE(header.type(), 5);
    QCOMPARE(header.channel_id(), "keepwell");
    QCOMPARE(seek.start().specified().number(), 5U);
    QCOMPARE(seek.behavior(), wire::SeekInfo::FAIL_IF_NOT_READY);
    QCOMPARE(seek.content_type(), wire::SeekInfo::HEADER_WITH_SIG_BYTES);
    QVERIFY(m_vectors.identity("p256").certificate().verifies(
        bytesOf(m_one->lastSeek.payload()), bytesOf(m_one->lastSeek.signature())));

    taken.clear();
    const auto takeOne = [&](ByteView block) -> Result<bool> {
        taken.emplace_back(textOf(block));
        return false;
    };
    QVERIFY(client()->blocks(0, {.from = 5}, takeOne).has_value());
    QCOMPARE(taken.size(), 1U);
}

void GatewayClientTest::blocks_nothingNewIsNoError()
{
    m_one->lastStatus = 404;
    const auto take = [](ByteView) -> Result<bool> { return true; };
    QVERIFY(client()->blocks(0, {.from = 5}, take).has_value());
}

void GatewayClientTest::blocks_unknownChannelIsSaid()
{
    const auto take = [](ByteView) -> Result<bool> { return true; };
    m_one->lastStatus = 404;
    const auto missing = client()->blocks(0, {.from = 0}, take);
    QCOMPARE(missing.error().trouble, Trouble::ContractMissing);
    m_one->lastStatus = 403;
    const auto refused = client()->blocks(0, {.from = 5}, take);
    QCOMPARE(refused.error().trouble, Trouble::AccessDenied);
    m_one->lastStatus = 503;
    const auto lost = client()->blocks(0, {.from = 5}, take);
    QCOMPARE(lost.error().trouble, Trouble::GatewayLost);
}

void GatewayClientTest::blocks_takersErrorEndsThem()
{
    m_one->blocks = {"first", "second"};
    const auto take
        = [](ByteView) -> Result<bool> { return fail(ErrorCode::Tampered, "not like that"); };
    const auto ended = client()->blocks(0, {.from = 5}, take);
    QVERIFY(!ended.has_value());
    QCOMPARE(ended.error().error.code, ErrorCode::Tampered);
    QCOMPARE(ended.error().error.detail, "not like that");
}

void GatewayClientTest::blocks_stopWhenStopped()
{
    m_one->blocks = {"first"};
    m_one->lastStatus = 0; // waits for more
    std::stop_source source;
    const auto take = [&](ByteView) -> Result<bool> {
        source.request_stop();
        return true;
    };
    const auto ended = client()->blocks(0, {.from = 5, .follow = true}, take,
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
    QVERIFY(client()->events(0, 7, take).has_value());
    QCOMPARE(transactions, (std::vector<std::string>{"tx of 7", "tx of 8", "tx of 9"}));
}

QTEST_GUILESS_MAIN(GatewayClientTest)
#include "gateway_client_test.moc"
