// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/entry_reader.hpp"

#include "core/contract/chaincode.hpp"
#include "core/crypto/hash.hpp"
#include "core/ledger/fabric/chain/wire_fields.hpp"
#include "fabric/chaincode.pb.h"
#include "fabric/common.pb.h"
#include "fabric/transaction.pb.h"

#include <algorithm>
#include <optional>

namespace keepwell::ledger::fabric {
namespace {

std::unexpected<Error> impossible(const std::string &what)
{
    return fail(ErrorCode::Tampered, "a transaction shown as valid cannot be: " + what);
}

/// A transaction down to the call; each layer is bytes in the one around it. Views of its bytes.
struct Call
{
    WireFields header;
    WireFields channel;
    WireFields actionPart; ///< wire::TransactionAction
    WireFields endorsed;   ///< wire::ChaincodeActionPayload
    WireFields response;   ///< wire::ProposalResponsePayload
    WireFields result;     ///< wire::ChaincodeAction
    WireFields input;      ///< wire::ChaincodeInput
    WireFields payload;
};

bool read(WireFields &into, std::optional<WireFields> fields)
{
    if (fields) {
        into = *std::move(fields);
    }
    return fields.has_value();
}

bool read(WireFields &into, ByteView bytes) { return read(into, WireFields::parse(bytes)); }

bool readHeaders(Call &call, ByteView transaction)
{
    WireFields envelope;
    return read(envelope, transaction)
        && read(call.payload, envelope.bytesAt(wire::Envelope::kPayloadFieldNumber))
        && read(call.header, call.payload.messageAt(wire::Payload::kHeaderFieldNumber))
        && read(call.channel, call.header.bytesAt(wire::Header::kChannelHeaderFieldNumber));
}

/// Whose contract is called; nullopt: it cannot be read.
std::optional<std::string_view> calledBy(const Call &call)
{
    WireFields extension;
    WireFields called;
    if (!read(extension, call.channel.bytesAt(wire::ChannelHeader::kExtensionFieldNumber))
        || !read(called,
                 extension.messageAt(wire::ChaincodeHeaderExtension::kChaincodeIdFieldNumber))) {
        return std::nullopt;
    }
    return called.textAt(wire::ChaincodeID::kNameFieldNumber);
}

bool readAction(Call &call)
{
    WireFields transaction;
    if (!read(transaction, call.payload.bytesAt(wire::Payload::kDataFieldNumber))) {
        return false;
    }
    const auto actions = transaction.allAt(wire::Transaction::kActionsFieldNumber);
    WireFields endorsement;
    WireFields proposal;
    WireFields invocation;
    WireFields spec;
    return actions.size() == 1 && read(call.actionPart, actions.front())
        && read(call.endorsed,
                call.actionPart.bytesAt(wire::TransactionAction::kPayloadFieldNumber))
        && read(endorsement,
                call.endorsed.messageAt(wire::ChaincodeActionPayload::kActionFieldNumber))
        && read(call.response,
                endorsement.bytesAt(
                    wire::ChaincodeEndorsedAction::kProposalResponsePayloadFieldNumber))
        && read(call.result,
                call.response.bytesAt(wire::ProposalResponsePayload::kExtensionFieldNumber))
        && read(proposal,
                call.endorsed.bytesAt(
                    wire::ChaincodeActionPayload::kChaincodeProposalPayloadFieldNumber))
        && read(invocation, proposal.bytesAt(wire::ChaincodeProposalPayload::kInputFieldNumber))
        && read(spec,
                invocation.messageAt(wire::ChaincodeInvocationSpec::kChaincodeSpecFieldNumber))
        && read(call.input, spec.messageAt(wire::ChaincodeSpec::kInputFieldNumber));
}

/// tx id = hex SHA-256(nonce || creator), so that nobody else's transaction can take an id.
Result<Bytes32> idOf(const Call &call)
{
    WireFields signature;
    if (!read(signature, call.header.bytesAt(wire::Header::kSignatureHeaderFieldNumber))) {
        return impossible("it names no creator");
    }
    const Bytes32 id
        = crypto::sha256({signature.bytesAt(wire::SignatureHeader::kNonceFieldNumber),
                          signature.bytesAt(wire::SignatureHeader::kCreatorFieldNumber)});
    if (call.channel.textAt(wire::ChannelHeader::kTxIdFieldNumber) != toHex(id)) {
        return impossible("its id is not made of its creator");
    }
    return id;
}

/// What the endorsers signed is about exactly this call. As peers do, by the action's signature header:
/// the outer one may spell the same creator and nonce otherwise.
Result<> checkEndorsed(const Call &call, std::string_view contract)
{
    const Bytes32 proposal
        = crypto::sha256({call.header.bytesAt(wire::Header::kChannelHeaderFieldNumber),
                          call.actionPart.bytesAt(wire::TransactionAction::kHeaderFieldNumber),
                          call.endorsed.bytesAt(
                              wire::ChaincodeActionPayload::kChaincodeProposalPayloadFieldNumber)});
    if (!std::ranges::equal(
            call.response.bytesAt(wire::ProposalResponsePayload::kProposalHashFieldNumber),
            proposal)) {
        return impossible("what was endorsed is another call");
    }
    WireFields called;
    WireFields answer;
    if (!read(called, call.result.messageAt(wire::ChaincodeAction::kChaincodeIdFieldNumber))
        || !read(answer, call.result.messageAt(wire::ChaincodeAction::kResponseFieldNumber))
        || called.textAt(wire::ChaincodeID::kNameFieldNumber) != contract
        || static_cast<std::int32_t>(answer.numberAt(wire::Response::kStatusFieldNumber))
            != contract::kStatusDone) {
        return impossible("the contract did not accept it");
    }
    return {};
}

Result<contract::TransactionTime> timeOf(const Call &call)
{
    constexpr std::uint32_t kTime = wire::ChannelHeader::kTimestampFieldNumber;
    constexpr std::uint32_t kSeconds = 1; // google.protobuf.Timestamp
    WireFields time;
    if (!call.channel.hasBytes(kTime) || !read(time, call.channel.messageAt(kTime))
        || time.numberAt(kSeconds) > contract::kLatestSecond) {
        return impossible("its time is not a date");
    }
    return contract::instantOf(time.numberAt(kSeconds));
}

Result<> fillIn(Submission &submission, const Call &call, std::string_view contract)
{
    KEEPWELL_CHECK(checkEndorsed(call, contract));
    constexpr std::size_t kArguments = 2; // the function and the envelope
    const auto arguments = call.input.allAt(wire::ChaincodeInput::kArgsFieldNumber);
    if (arguments.size() != kArguments) {
        return impossible("it has another number of arguments");
    }
    auto envelope = contract::parseEnvelope(arguments[1]);
    const auto answer = call.result.messageAt(wire::ChaincodeAction::kResponseFieldNumber);
    const auto outcome = contract::parseOutcome(
        answer ? answer->bytesAt(wire::Response::kPayloadFieldNumber) : ByteView{});
    if (!envelope || !outcome) {
        return impossible("its envelope or its outcome breaks its form");
    }
    if (outcome->id != envelope->id()) {
        return impossible("its outcome is another envelope's");
    }
    KEEPWELL_TRY(submission.time, timeOf(call));
    submission.envelope = *std::move(envelope);
    submission.outcome = outcome->code;
    submission.t = outcome->t;
    return {};
}

/// By its headers, as peers tell whose policy a transaction has to meet: those of another type,
/// channel or contract cannot be entries, whatever else stands in them. nullopt: no peer can read it.
std::optional<bool> callsSubmit(Call &call, ByteView transaction, std::string_view channel,
                                std::string_view contract)
{
    if (!readHeaders(call, transaction)) {
        return std::nullopt;
    }
    const auto type = call.channel.numberAt(wire::ChannelHeader::kTypeFieldNumber);
    if (static_cast<std::int32_t>(type) != wire::HEADER_ENDORSER_TRANSACTION
        || call.channel.textAt(wire::ChannelHeader::kChannelIdFieldNumber) != channel) {
        return false;
    }
    const auto called = calledBy(call);
    if (!called || *called != contract) {
        return called ? std::optional{false} : std::nullopt;
    }
    if (!readAction(call)) {
        return std::nullopt;
    }
    const auto arguments = call.input.allAt(wire::ChaincodeInput::kArgsFieldNumber);
    return !arguments.empty() && textOf(arguments.front()) == contract::kSubmitFunction;
}

std::unexpected<Error> placed(Error error, std::size_t transaction, const Block &block)
{
    error.detail = "transaction " + std::to_string(transaction) + " of block "
        + std::to_string(block.number) + ": " + error.detail;
    return std::unexpected{std::move(error)};
}

} // namespace

Result<std::vector<Submission>> submissionsIn(const Block &block, std::string_view channel,
                                              std::string_view contract)
{
    std::vector<Submission> found;
    if (!block.data || block.number == 0) {
        return found;
    }
    for (std::size_t i = 0; i < block.data->size(); ++i) {
        Call call;
        Submission submission;
        submission.valid
            = std::to_integer<unsigned>(block.validation[i]) == unsigned{wire::TX_VALID};
        const auto isOurs = callsSubmit(call, (*block.data)[i], channel, contract);
        if (!isOurs && submission.valid) {
            return placed(impossible("it cannot be read").error(), i, block);
        }
        if (!isOurs.value_or(false)) {
            continue;
        }
        auto id = idOf(call);
        if (!submission.valid && !id) {
            continue; // somebody else's, under an id that is not theirs to take
        }
        const auto filled
            = id && submission.valid ? fillIn(submission, call, contract) : Result<>{};
        if (!id || !filled) {
            return placed(id ? filled.error() : id.error(), i, block);
        }
        submission.channelTxId = *id;
        found.push_back(std::move(submission));
    }
    return found;
}

} // namespace keepwell::ledger::fabric
