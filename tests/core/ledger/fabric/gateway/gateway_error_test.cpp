// SPDX-License-Identifier: Apache-2.0
#include "core/base/bytes.hpp"
#include "core/ledger/fabric/gateway/gateway_error.hpp"

#include <QTest>

#include <fabric/common.pb.h>
#include <fabric/gateway.pb.h>
#include <grpcpp/support/status.h>

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using contract::Code;

namespace {

struct Case
{
    GatewayCall call;
    grpc::StatusCode code;
    const char *message;
    std::vector<const char *> details;
    Trouble trouble;
    ErrorCode reaction;
    std::optional<Code> contractCode{};
};

grpc::Status statusOf(grpc::StatusCode code, const char *message,
                      const std::vector<const char *> &details)
{
    wire::RpcStatus rpc;
    rpc.set_code(code);
    rpc.set_message(message);
    for (const char *text : details) {
        gateway::ErrorDetail detail;
        detail.set_address("peer0:7051");
        detail.set_msp_id("Org1MSP");
        detail.set_message(text);
        rpc.add_details()->PackFrom(detail);
    }
    return {code, message, details.empty() ? std::string{} : rpc.SerializeAsString()};
}

constexpr auto kCollect
    = "failed to collect enough transaction endorsements, see attached details for more info";

/// What a gateway says of each failure, then what else peers say.
const std::vector<std::pair<const char *, Case>> kCases{
    {"evaluate: the contract says no",
     {GatewayCall::Evaluate,
      grpc::UNKNOWN,
      "evaluate call to endorser returned error: ...",
      {"chaincode response 400, KW-31 E_WAIT: not deposited yet"},
      Trouble::Rejected,
      ErrorCode::Unavailable,
      Code::Wait}},
    {"endorse: the contract says no",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"chaincode response 400, KW-5 E_SEQ: not next", "chaincode response 400, KW-5 E_SEQ: no"},
      Trouble::Rejected,
      ErrorCode::Conflict,
      Code::Seq}},
    {"endorse: one of two says no", // the gateway tells of those that failed only
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"chaincode response 400, KW-5 E_SEQ: not next"},
      Trouble::Rejected,
      ErrorCode::Conflict,
      Code::Seq}},
    {"endorse: two say no for two reasons",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"chaincode response 400, KW-5 E_SEQ: a", "chaincode response 400, KW-11 E_NOTFOUND: b"},
      Trouble::PeersDiffer,
      ErrorCode::Unavailable}},
    {"endorse: one says no, one is gone",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"chaincode response 400, KW-5 E_SEQ: a", "connection error"},
      Trouble::PeerLost,
      ErrorCode::Unavailable}},
    {"signature or rights",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"access denied: channel [keepwell] creator org [Org1MSP]"},
      Trouble::AccessDenied,
      ErrorCode::Denied}},
    {"contract server down",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"error in simulation: failed to execute transaction x: could not launch chaincode kw_1:ab: "
       "connection refused"},
      Trouble::ContractLost,
      ErrorCode::Unavailable}},
    {"contract server killed at work",
     {GatewayCall::Evaluate,
      grpc::ABORTED,
      "failed to evaluate transaction, see attached details",
      {"error in simulation: failed to execute transaction x: chaincode stream terminated"},
      Trouble::ContractLost,
      ErrorCode::Unavailable}},
    {"another organisation's peer died",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"rpc error: code = Unavailable"},
      Trouble::PeerLost,
      ErrorCode::Unavailable}},
    {"gossip is warming up",
     {GatewayCall::Endorse,
      grpc::FAILED_PRECONDITION,
      "no combination of peers can be derived which satisfy the endorsement policy: ...",
      {},
      Trouble::WarmingUp,
      ErrorCode::Unavailable}},
    {"no peer of an organisation that was named",
     {GatewayCall::Endorse,
      grpc::UNAVAILABLE,
      "failed to find any endorsing peers for org(s): Org2MSP",
      {},
      Trouble::PeerLost,
      ErrorCode::Unavailable}},
    {"orderer down",
     {GatewayCall::Submit,
      grpc::UNAVAILABLE,
      "no orderers could successfully process transaction",
      {"connection refused"},
      Trouble::OrdererLost,
      ErrorCode::Unavailable}},
    {"no quorum of orderers",
     {GatewayCall::Submit,
      grpc::UNAVAILABLE,
      "insufficient number of orderers could successfully process transaction to satisfy quorum "
      "requirement",
      {},
      Trouble::OrdererLost,
      ErrorCode::Unavailable}},
    {"bad signature on the envelope",
     {GatewayCall::Submit,
      grpc::ABORTED,
      "received unsuccessful response from orderer: status=FORBIDDEN, info=",
      {},
      Trouble::AccessDenied,
      ErrorCode::Denied}},
    {"gateway down, or it wants a TLS certificate",
     {GatewayCall::Submit,
      grpc::UNAVAILABLE,
      "failed to connect to all addresses",
      {},
      Trouble::GatewayLost,
      ErrorCode::Unavailable}},
    {"gateway down while evaluating",
     {GatewayCall::Evaluate,
      grpc::UNAVAILABLE,
      "Socket closed",
      {},
      Trouble::GatewayLost,
      ErrorCode::Unavailable}},
    {"unknown transaction id",
     {GatewayCall::CommitStatus,
      grpc::DEADLINE_EXCEEDED,
      "Deadline Exceeded",
      {},
      Trouble::TooLate,
      ErrorCode::Unavailable}},
    {"certificate ended",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"proposal client identity expired"},
      Trouble::CertificateEnded,
      ErrorCode::Denied}},
    {"clock off",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"request unauthorized due to incorrect timestamp x, peer time y"},
      Trouble::ClockOff,
      ErrorCode::Conflict}},
    {"known transaction id",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"duplicate transaction found [ab]. Creator [cd]"},
      Trouble::Duplicate,
      ErrorCode::Unavailable}},
    {"peers at two heights",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"ProposalResponsePayloads do not match"},
      Trouble::PeersDiffer,
      ErrorCode::Unavailable}},
    {"contract not committed",
     {GatewayCall::Endorse,
      grpc::ABORTED,
      kCollect,
      {"make sure the chaincode kw has been successfully defined on channel c and try again: "
       "chaincode kw not found"},
      Trouble::ContractMissing,
      ErrorCode::Unsupported}},
    {"wrong channel",
     {GatewayCall::Evaluate,
      grpc::ABORTED,
      "failed to evaluate transaction, see attached details",
      {"channel 'other' not found"},
      Trouble::ContractMissing,
      ErrorCode::Unsupported}},
    {"too much at once",
     {GatewayCall::Evaluate,
      grpc::RESOURCE_EXHAUSTED,
      "too many requests for /gateway.Gateway, exceeding concurrency limit (500)",
      {},
      Trouble::Busy,
      ErrorCode::Unavailable}},
    {"no rights to ask for a status",
     {GatewayCall::CommitStatus,
      grpc::PERMISSION_DENIED,
      "implicit policy evaluation failed",
      {},
      Trouble::AccessDenied,
      ErrorCode::Denied}},
    {"no gateway there",
     {GatewayCall::Evaluate,
      grpc::UNIMPLEMENTED,
      "unknown service gateway.Gateway",
      {},
      Trouble::ContractMissing,
      ErrorCode::Unsupported}},
    {"the contract fails in its own way",
     {GatewayCall::Evaluate,
      grpc::UNKNOWN,
      "evaluate call to endorser returned error",
      {"chaincode response 403, no"},
      Trouble::ContractTrouble,
      ErrorCode::Unavailable}},
};

} // namespace

class GatewayErrorTest : public QObject
{
    Q_OBJECT

private slots:
    void troubles_areToldApart_data();
    void troubles_areToldApart();
    void details_damagedAnywhereAreNoTrouble();
    void details_areLimited();
    void words_holdNothingThatCannotBeShown();
    void validation_isToldApart();
    void rejection_becomesTheContractsFailure();
};

void GatewayErrorTest::troubles_areToldApart_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(kCases.size()); ++i) {
        QTest::newRow(kCases[static_cast<std::size_t>(i)].first) << i;
    }
}

void GatewayErrorTest::troubles_areToldApart()
{
    QFETCH(const int, index);
    const Case &one = kCases[static_cast<std::size_t>(index)].second;
    const GatewayError error
        = gatewayError(one.call, statusOf(one.code, one.message, one.details), "peer0:7051");
    QCOMPARE(error.trouble, one.trouble);
    QCOMPARE(error.error.code, one.reaction);
    QCOMPARE(error.code, one.contractCode);
    QVERIFY(!error.error.detail.empty());
}

void GatewayErrorTest::details_damagedAnywhereAreNoTrouble()
{
    const std::string good = statusOf(grpc::ABORTED, "no", {"one", "two"}).error_details();
    QCOMPARE(errorDetails(good).size(), 2U);
    for (std::size_t at = 0; at < good.size(); ++at) {
        QVERIFY(errorDetails(std::string_view{good}.substr(0, at)).size() <= 2);
        std::string turned = good;
        turned[at] = static_cast<char>(turned[at] ^ 0x10);
        QVERIFY(errorDetails(turned).size() <= 2);
        const GatewayError error
            = gatewayError(GatewayCall::Endorse, {grpc::ABORTED, "no", turned}, "peer");
        QVERIFY(!error.code.has_value());
    }
}

void GatewayErrorTest::details_areLimited()
{
    const std::string longText(100'000, 'a');
    const std::vector<const char *> many(100, longText.c_str());
    const auto found = errorDetails(statusOf(grpc::ABORTED, "", many).error_details());
    QCOMPARE(found.size(), 64U);
    QCOMPARE(found.front().size(), 4096U);
}

void GatewayErrorTest::words_holdNothingThatCannotBeShown()
{
    const GatewayError error = gatewayError(
        GatewayCall::Endorse, statusOf(grpc::ABORTED, "x", {"\x1b[31m\n\xe2\x80\xae evil"}), "p\n");
    for (const char c : error.error.detail) {
        QVERIFY(c >= ' ' && c < '\x7f');
    }
}

void GatewayErrorTest::validation_isToldApart()
{
    QCOMPARE(validationError(11).trouble, Trouble::WriteConflict);
    QCOMPARE(validationError(12).trouble, Trouble::WriteConflict);
    QCOMPARE(validationError(10).trouble, Trouble::PolicyNotMet);
    QCOMPARE(validationError(4).trouble, Trouble::Invalid);
    QVERIFY(validationError(4).error.detail.find("validation code 4") != std::string::npos);
}

void GatewayErrorTest::rejection_becomesTheContractsFailure()
{
    const GatewayError rejected = gatewayError(
        GatewayCall::Endorse,
        statusOf(grpc::ABORTED, kCollect, {"chaincode response 400, KW-17 E_REVOKED: ended"}), "p");
    const contract::Failure failure = rejected;
    QCOMPARE(failure.code, Code::Revoked);
    QCOMPARE(failure.error.code, ErrorCode::Denied);
    const contract::Failure lost
        = gatewayError(GatewayCall::Endorse, {grpc::UNAVAILABLE, "gone"}, "p");
    QCOMPARE(lost.code, Code::Host);
    QCOMPARE(lost.error.code, ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(GatewayErrorTest)
#include "gateway_error_test.moc"
