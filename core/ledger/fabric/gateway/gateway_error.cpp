// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/gateway_error.hpp"

#include "core/contract/chaincode.hpp"

#include <fabric/common.pb.h>
#include <fabric/gateway.pb.h>
#include <fabric/transaction.pb.h>
#include <grpcpp/support/status.h>

#include <algorithm>
#include <array>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kMostDetails = 64;
constexpr std::size_t kMostText = std::size_t{4} * 1024;
constexpr std::size_t kMostShown = 300;

/// What peers write, what it means and how it is said. The first that is found counts.
struct Known
{
    std::string_view text;
    Trouble trouble;
};

constexpr std::array kKnown{
    Known{"client identity expired", Trouble::CertificateEnded},
    Known{"certificate has expired", Trouble::CertificateEnded},
    Known{"incorrect timestamp", Trouble::ClockOff},
    Known{"access denied", Trouble::AccessDenied},
    Known{"status=FORBIDDEN", Trouble::AccessDenied},
    Known{"duplicate transaction found", Trouble::Duplicate},
    Known{"could not launch chaincode", Trouble::ContractLost},
    Known{"chaincode stream terminated", Trouble::ContractLost},
    Known{"timeout expired while", Trouble::ContractLost},
    Known{"has been successfully defined on channel", Trouble::ContractMissing},
    Known{"chaincode is not installed", Trouble::ContractMissing},
    Known{"channel '", Trouble::ContractMissing},
    Known{"do not match", Trouble::PeersDiffer},
    Known{"private data matching public hash version is not available", Trouble::PeersDiffer},
    Known{"no combination of peers can be derived", Trouble::WarmingUp},
    Known{"no endorsers found in the gateway's organization", Trouble::WarmingUp},
    Known{"failed to find any endorsing peers", Trouble::PeerLost},
    Known{"no peers available to evaluate", Trouble::PeerLost},
    Known{"exceeding concurrency limit", Trouble::Busy},
    Known{"no orderer", Trouble::OrdererLost},
    Known{"number of orderers", Trouble::OrdererLost},
};

std::optional<Trouble> knownTrouble(std::string_view text)
{
    for (const Known &known : kKnown) {
        if (text.find(known.text) != std::string_view::npos) {
            return known.trouble;
        }
    }
    return std::nullopt;
}

/// Only what can be shown: peers' words may hold anything.
std::string shown(std::string_view text)
{
    std::string plain;
    for (const char c : text.substr(0, kMostShown)) {
        plain += c >= ' ' && c < '\x7f' ? c : '.';
    }
    return plain;
}

struct Words
{
    Trouble trouble;
    ErrorCode code;
    std::string_view text;
};

constexpr std::array kWords{
    Words{Trouble::WarmingUp, ErrorCode::Unavailable,
          "the network is still starting: its peers do not know each other yet; it will be tried "
          "again"},
    Words{Trouble::PeersDiffer, ErrorCode::Unavailable,
          "a peer of the network is behind the others; it will be tried again"},
    Words{Trouble::Busy, ErrorCode::Unavailable,
          "the gateway has too much to do; it will be tried again"},
    Words{Trouble::GatewayLost, ErrorCode::Unavailable,
          "the gateway cannot be reached, or does not accept this wallet's connection"},
    Words{Trouble::PeerLost, ErrorCode::Unavailable,
          "an organisation whose word is needed does not answer; it will be tried again"},
    Words{Trouble::OrdererLost, ErrorCode::Unavailable,
          "the network can be read, but takes in nothing new now: its ordering service does not "
          "answer; what was sent waits"},
    Words{Trouble::ContractLost, ErrorCode::Unavailable,
          "an organisation's contract server does not answer; it will be tried again"},
    Words{Trouble::ContractMissing, ErrorCode::Unsupported,
          "the channel or the contract is not set up on the network as this wallet expects it"},
    Words{Trouble::AccessDenied, ErrorCode::Denied,
          "the network does not accept this wallet's certificate; if it was revoked, your "
          "organisation gives you a new code"},
    Words{Trouble::CertificateEnded, ErrorCode::Denied,
          "this wallet's certificate for the network has ended; renew it"},
    Words{Trouble::ClockOff, ErrorCode::Conflict,
          "this computer's clock is too far from that of the network; set the clock"},
    Words{Trouble::WriteConflict, ErrorCode::Unavailable,
          "somebody else wrote in the same moment; it will be tried again"},
    Words{Trouble::PolicyNotMet, ErrorCode::Failed,
          "the network did not accept it: not endorsed by those it asks for"},
    Words{Trouble::Duplicate, ErrorCode::Unavailable, "the network has this transaction already"},
    Words{Trouble::Invalid, ErrorCode::Failed, "the network did not accept the transaction"},
    Words{Trouble::ContractTrouble, ErrorCode::Unavailable,
          "the contract could not do it, and did not say why"},
    Words{Trouble::Dishonest, ErrorCode::Tampered, "a gateway answered something else"},
    Words{Trouble::TooLate, ErrorCode::Unavailable,
          "the network took too long; it is not known yet whether it was done"},
    Words{Trouble::Cancelled, ErrorCode::Cancelled, "stopped"},
    Words{Trouble::Other, ErrorCode::Failed, "the network refused the call"},
};

GatewayError worded(Trouble trouble, std::string_view who, std::string_view technical)
{
    const auto *const words = std::ranges::find(kWords, trouble, &Words::trouble);
    std::string text{words != kWords.end() ? words->text : kWords.back().text};
    if (!who.empty()) {
        text += " (" + shown(who);
        text += technical.empty() ? ")" : ": " + shown(technical) + ")";
    }
    return gatewayError(trouble, words != kWords.end() ? words->code : ErrorCode::Failed,
                        std::move(text));
}

/// Of the calls that run the contract at some peers.
GatewayError endorsingError(const grpc::Status &status, const std::vector<std::string> &details,
                            std::string_view who)
{
    std::optional<contract::Failure> rejection;
    bool othersFailed = false;
    std::optional<Trouble> trouble;
    const std::string message = status.error_message(); // by value in grpc++
    std::string_view technical = message;
    for (const std::string &detail : details) {
        const auto found = contract::parseRejection(detail);
        if (found && (!rejection || rejection->code == found->code)) {
            rejection = found;
            continue;
        }
        othersFailed = true;
        const auto known = found ? Trouble::PeersDiffer : knownTrouble(detail);
        if (known && !trouble) {
            trouble = known;
            technical = detail;
        }
    }
    if (!rejection && details.empty()) {
        rejection = contract::parseRejection(message);
    }
    if (rejection && !othersFailed) {
        return {.trouble = Trouble::Rejected, .code = rejection->code, .error = rejection->error};
    }
    trouble = trouble ? trouble : knownTrouble(message);
    if (trouble) {
        return worded(*trouble, who, technical);
    }
    if (!details.empty()) {
        technical = details.front();
    }
    switch (status.error_code()) {
    case grpc::StatusCode::UNKNOWN:
        return worded(details.empty() ? Trouble::GatewayLost : Trouble::ContractTrouble, who,
                      technical);
    case grpc::StatusCode::ABORTED:
        return worded(Trouble::PeerLost, who, technical);
    case grpc::StatusCode::FAILED_PRECONDITION:
        return worded(Trouble::WarmingUp, who, technical);
    default:
        return worded(details.empty() ? Trouble::GatewayLost : Trouble::PeerLost, who, technical);
    }
}

} // namespace

GatewayError::operator contract::Failure() const
{
    contract::Failure failure{error};
    failure.code = code.value_or(contract::Code::Host);
    return failure;
}

GatewayError gatewayError(Trouble trouble, ErrorCode code, std::string detail)
{
    return {.trouble = trouble, .code = {}, .error = {code, std::move(detail)}};
}

bool isPassing(Trouble trouble)
{
    switch (trouble) {
    case Trouble::WarmingUp:
    case Trouble::PeersDiffer:
    case Trouble::Busy:
    case Trouble::GatewayLost:
    case Trouble::PeerLost:
    case Trouble::OrdererLost:
    case Trouble::ContractLost:
    case Trouble::Duplicate:
        return true;
    default:
        return false;
    }
}

std::vector<std::string> errorDetails(std::string_view serialized)
{
    std::vector<std::string> found;
    wire::RpcStatus status;
    if (!status.ParseFromArray(serialized.data(), static_cast<int>(serialized.size()))) {
        return found;
    }
    for (const google::protobuf::Any &any : status.details()) {
        gateway::ErrorDetail detail;
        if (found.size() < kMostDetails && any.Is<gateway::ErrorDetail>()
            && any.UnpackTo(&detail)) {
            found.push_back(detail.message().substr(0, kMostText));
        }
    }
    return found;
}

GatewayError gatewayError(GatewayCall call, const grpc::Status &status, std::string_view who)
{
    using grpc::StatusCode;
    const std::string &text = status.error_message();
    switch (status.error_code()) {
    case StatusCode::CANCELLED:
        return worded(Trouble::Cancelled, {}, {});
    case StatusCode::DEADLINE_EXCEEDED:
        return worded(Trouble::TooLate, who, text);
    case StatusCode::PERMISSION_DENIED:
    case StatusCode::UNAUTHENTICATED:
        return worded(knownTrouble(text).value_or(Trouble::AccessDenied), who, text);
    case StatusCode::RESOURCE_EXHAUSTED:
        return worded(knownTrouble(text).value_or(Trouble::Other), who, text);
    case StatusCode::NOT_FOUND:
    case StatusCode::UNIMPLEMENTED:
        return worded(Trouble::ContractMissing, who, text);
    case StatusCode::INVALID_ARGUMENT:
    case StatusCode::OUT_OF_RANGE:
        return worded(Trouble::Other, who, text);
    default:
        break;
    }
    const std::vector<std::string> details = errorDetails(status.error_details());
    if (call == GatewayCall::Evaluate || call == GatewayCall::Endorse) {
        return endorsingError(status, details, who);
    }
    if (const auto known = knownTrouble(text)) {
        return worded(*known, who, text);
    }
    switch (status.error_code()) {
    case StatusCode::ABORTED:
        return worded(call == GatewayCall::Submit ? Trouble::Other : Trouble::GatewayLost, who,
                      text);
    case StatusCode::FAILED_PRECONDITION:
        return worded(Trouble::WarmingUp, who, text);
    default:
        return worded(Trouble::GatewayLost, who, text);
    }
}

GatewayError asGatewayError(const Error &error)
{
    return gatewayError(Trouble::Other, error.code, error.detail);
}

GatewayError validationError(int code)
{
    const std::string number = "validation code " + std::to_string(code);
    switch (code) {
    case wire::TX_MVCC_READ_CONFLICT:
    case wire::TX_PHANTOM_READ_CONFLICT:
        return worded(Trouble::WriteConflict, "transaction", number);
    case wire::TX_ENDORSEMENT_POLICY_FAILURE:
        return worded(Trouble::PolicyNotMet, "transaction", number);
    case wire::TX_CHAINCODE_VERSION_CONFLICT:
    case wire::TX_EXPIRED_CHAINCODE:
        return worded(Trouble::PeersDiffer, "transaction", number);
    default:
        return worded(Trouble::Invalid, "transaction", number);
    }
}

bool isWarmingUp(const Error &error)
{
    const auto *words = std::ranges::find(kWords, Trouble::WarmingUp, &Words::trouble);
    return error.code == words->code && error.detail.starts_with(words->text);
}

} // namespace keepwell::ledger::fabric
