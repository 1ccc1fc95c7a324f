// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sodium.hpp"
#include "tests/core/ledger/fabric/gateway/gateway_pair.hpp"

#include <QTest>

#include <thread>

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using namespace keepwell::test;

namespace {

grpc::Status unavailable(const char *text) { return {grpc::StatusCode::UNAVAILABLE, text}; }

} // namespace

class GatewaySubmitTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void init() { m_net.emplace(); }
    void cleanup() { m_net.reset(); }

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

private:
    std::optional<GatewayPair> m_net;
};

void GatewaySubmitTest::submit_commits()
{
    const auto made = m_net->client();
    made->trust(m_net->vectors.roots());
    const auto committed = made->submit(act(1), kCall, m_net->sent);
    QVERIFY2(committed.has_value(), committed ? "" : committed.error().error.detail.c_str());
    QCOMPARE(textOf(committed->answer), "the answer");
    QCOMPARE(committed->block, 7U);
    QCOMPARE(m_net->channel->submissions, std::vector{committed->fabricId});
    QCOMPARE(made->commitStatusAt(0, committed->fabricId).value().code, 0);
}

void GatewaySubmitTest::submit_isKeptBeforeItLeaves()
{
    std::optional<SentTransaction> kept;
    std::string left;
    m_net->one->onSubmit = [&](auto &, const gateway::SubmitRequest &request) {
        kept = m_net->sent.find(act(1)).value();
        left = request.prepared_transaction().SerializeAsString();
        return grpc::Status::OK;
    };
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->channelTxId, committed->fabricId);
    QCOMPARE(textOf(kept->transaction), left);
    wire::Envelope envelope;
    QVERIFY(envelope.ParseFromString(left));
    QVERIFY(m_net->vectors.identity("p256").certificate().verifies(bytesOf(envelope.payload()),
                                                                   bytesOf(envelope.signature())));
}

void GatewaySubmitTest::submit_replyLost()
{
    m_net->one->afterSubmit = [](auto &, const auto &) { return unavailable("Socket closed"); };
    m_net->two->afterSubmit = m_net->one->afterSubmit;
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(committed.has_value());
    QCOMPARE(m_net->channel->validCount(), 1U);
    for (const std::string &id : m_net->channel->submissions) {
        QCOMPARE(id, committed->fabricId);
    }
}

void GatewaySubmitTest::submit_orderersLostThenBack()
{
    std::atomic<int> calls = 0;
    m_net->one->onSubmit = [&](auto &, const auto &) {
        return ++calls < 3 ? unavailable("no orderers could successfully process transaction")
                           : grpc::Status::OK;
    };
    m_net->two->onSubmit
        = [](auto &, const auto &) { return unavailable("no orderer nodes available"); };
    QVERIFY(m_net->client()->submit(act(1), kCall, m_net->sent).has_value());
    QCOMPARE(m_net->channel->validCount(), 1U);
    QCOMPARE(m_net->one->endorsed + m_net->two->endorsed, 1);
}

void GatewaySubmitTest::submit_unknownOutcomeIsTakenUpAgain()
{
    std::atomic<bool> isDown = true;
    const auto down = [&](auto &, const auto &) {
        return isDown ? unavailable("no orderer nodes available") : grpc::Status::OK;
    };
    m_net->one->onSubmit = down;
    m_net->two->onSubmit = down;
    const auto lost
        = m_net->client()->submit(act(1), kCall, m_net->sent, false, {.stop = {}, .atMost = 2s});
    QVERIFY(!lost.has_value());
    QCOMPARE(lost.error().error.code, ErrorCode::Unavailable);
    const auto kept = m_net->sent.find(act(1)).value();
    QVERIFY(kept.has_value());
    isDown = false;
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(committed.has_value());
    QCOMPARE(committed->fabricId, kept->channelTxId);
    QCOMPARE(m_net->one->endorsed + m_net->two->endorsed, 1);
    QCOMPARE(m_net->channel->validCount(), 1U);
}

void GatewaySubmitTest::submit_keptOneThatIsCommittedIsNotSentAgain()
{
    const auto first = m_net->client()->submit(act(1), kCall, m_net->sent);
    const auto again = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(again.has_value());
    QCOMPARE(again->fabricId, first->fabricId);
    QCOMPARE(again->block, first->block);
    QCOMPARE(m_net->channel->submissions.size(), 1U);
}

void GatewaySubmitTest::submit_keptOneThatIsRefusedIsMadeAnew()
{
    QVERIFY(m_net->sent
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
    m_net->one->onSubmit = forbid;
    m_net->two->onSubmit = forbid;
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(committed.has_value());
    QVERIFY(committed->fabricId != "ab");
}

void GatewaySubmitTest::submit_conflictsAreTriedAgain()
{
    m_net->channel->codes = {11, 12, 11};
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(committed.has_value());
    QCOMPARE(m_net->channel->submissions.size(), 4U);
    QCOMPARE(m_net->channel->validCount(), 1U);
}

void GatewaySubmitTest::submit_conflictsEnd()
{
    m_net->channel->codes.assign(50, 11);
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().trouble, Trouble::WriteConflict);
    QCOMPARE(m_net->channel->submissions.size(), 6U);
    QVERIFY(!m_net->sent.find(act(1)).value().has_value());
}

void GatewaySubmitTest::submit_otherInvalidIsSaid()
{
    m_net->channel->codes = {10};
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().trouble, Trouble::PolicyNotMet);
    QCOMPARE(m_net->channel->submissions.size(), 1U);
    QVERIFY(!m_net->sent.find(act(1)).value().has_value());
}

void GatewaySubmitTest::submit_rejectionIsNotTriedAgain()
{
    m_net->one->onEndorse = [](auto &, const auto &) {
        wire::RpcStatus rpc;
        gateway::ErrorDetail detail;
        detail.set_message("chaincode response 400, KW-12 E_EXISTS: taken");
        rpc.add_details()->PackFrom(detail);
        return grpc::Status{grpc::ABORTED, "see details", rpc.SerializeAsString()};
    };
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().code, std::optional{contract::Code::Exists});
    QCOMPARE(m_net->one->endorsed + m_net->two->endorsed, 1);
    QVERIFY(!m_net->sent.find(act(1)).value().has_value());
}

void GatewaySubmitTest::submit_waitsForTheNetworkToWarmUp()
{
    const auto cold = [this](auto &, const auto &) {
        return m_net->one->endorsed + m_net->two->endorsed < 6
            ? grpc::Status{grpc::FAILED_PRECONDITION, "no combination of peers can be derived"}
            : grpc::Status::OK;
    };
    m_net->one->onEndorse = cold;
    m_net->two->onEndorse = cold;
    QVERIFY(m_net->client()->submit(act(1), kCall, m_net->sent).has_value());
}

void GatewaySubmitTest::submit_tamperedIsNotSigned()
{
    m_net->one->tamper = [](std::string &payload) { payload.back() ^= 1; };
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent);
    QVERIFY(!committed.has_value());
    QCOMPARE(committed.error().trouble, Trouble::Dishonest);
    QVERIFY(m_net->channel->submissions.empty());
    QVERIFY(!m_net->sent.find(act(1)).value().has_value());
}

void GatewaySubmitTest::submit_onlyOwnGoesNowhereElse()
{
    m_net->one->onEndorse = [](auto &, const auto &) { return unavailable("Socket closed"); };
    const auto committed = m_net->client()->submit(act(1), kCall, m_net->sent, true);
    QVERIFY(!committed.has_value());
    QCOMPARE(m_net->two->endorsed.load(), 0);
}

void GatewaySubmitTest::submit_failsOver()
{
    const auto made = m_net->client();
    m_net->one->stop();
    QVERIFY(made->submit(act(1), kCall, m_net->sent).has_value());
    m_net->one->start();
    m_net->two->stop();
    // The first one rests for some seconds after it was lost, and is asked all the same, once gRPC
    // has connected anew.
    QTRY_VERIFY_WITH_TIMEOUT(made->submit(act(2), kCall, m_net->sent).has_value(), 60'000);
    QCOMPARE(m_net->channel->validCount(), 2U);
}

void GatewaySubmitTest::submit_fromManyThreads()
{
    const auto made = m_net->client();
    std::atomic<int> done = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 16; ++i) {
            threads.emplace_back([&, i] {
                for (int round = 0; round < 4; ++round) {
                    done
                        += made->submit(act(i * 4 + round), kCall, m_net->sent).has_value() ? 1 : 0;
                }
            });
        }
    }
    QCOMPARE(done.load(), 64);
    QCOMPARE(m_net->channel->validCount(), 64U);
}

QTEST_GUILESS_MAIN(GatewaySubmitTest)
#include "gateway_submit_test.moc"
