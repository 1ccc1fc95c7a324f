// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/chain/entry_reader.hpp"

#include "core/contract/chaincode.hpp"
#include "core/crypto/hash.hpp"
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

template <class Message>
bool read(Message &message, const std::string &bytes)
{
    return message.ParseFromString(bytes);
}

/// A transaction down to the call; each layer is bytes in the one around it.
struct Call
{
    wire::Payload payload;
    wire::ChannelHeader channel;
    wire::ChaincodeHeaderExtension extension;
    wire::TransactionAction action;
    wire::ChaincodeActionPayload endorsed;
    wire::ProposalResponsePayload response;
    wire::ChaincodeAction result;
    wire::ChaincodeInput input;
};

bool readHeaders(Call &call, ByteView transaction)
{
    wire::Envelope envelope;
    return envelope.ParseFromArray(transaction.data(), static_cast<int>(transaction.size()))
        && read(call.payload, envelope.payload())
        && read(call.channel, call.payload.header().channel_header());
}

bool readAction(Call &call)
{
    wire::Transaction transaction;
    wire::ChaincodeProposalPayload proposal;
    wire::ChaincodeInvocationSpec invocation;
    if (!read(transaction, call.payload.data()) || transaction.actions_size() != 1) {
        return false;
    }
    call.action = transaction.actions(0);
    const bool isRead = read(call.endorsed, call.action.payload())
        && read(call.response, call.endorsed.action().proposal_response_payload())
        && read(call.result, call.response.extension())
        && read(proposal, call.endorsed.chaincode_proposal_payload())
        && read(invocation, proposal.input());
    call.input = invocation.chaincode_spec().input();
    return isRead;
}

/// tx id = hex SHA-256(nonce || creator), so that nobody else's transaction can take an id.
Result<Bytes32> idOf(const Call &call)
{
    wire::SignatureHeader signature;
    if (!read(signature, call.payload.header().signature_header())) {
        return impossible("it names no creator");
    }
    const Bytes32 id = crypto::sha256({bytesOf(signature.nonce()), bytesOf(signature.creator())});
    if (call.channel.tx_id() != toHex(id)) {
        return impossible("its id is not made of its creator");
    }
    return id;
}

/// What the endorsers signed is about exactly this call.
Result<> checkEndorsed(const Call &call, std::string_view contract)
{
    const wire::Header &header = call.payload.header();
    const Bytes32 proposal
        = crypto::sha256({bytesOf(header.channel_header()), bytesOf(header.signature_header()),
                          bytesOf(call.endorsed.chaincode_proposal_payload())});
    if (call.action.header() != header.signature_header()
        || call.response.proposal_hash() != textOf(proposal)) {
        return impossible("what was endorsed is another call");
    }
    if (call.result.chaincode_id().name() != contract
        || call.result.response().status() != contract::kStatusDone) {
        return impossible("the contract did not accept it");
    }
    return {};
}

Result<contract::TransactionTime> timeOf(const Call &call)
{
    const std::int64_t seconds = call.channel.timestamp().seconds();
    if (!call.channel.has_timestamp() || seconds < 0
        || static_cast<std::uint64_t>(seconds) > contract::kLatestSecond) {
        return impossible("its time is not a date");
    }
    return contract::instantOf(static_cast<std::uint64_t>(seconds));
}

Result<> fillIn(Submission &submission, const Call &call, std::string_view contract)
{
    KEEPWELL_CHECK(checkEndorsed(call, contract));
    constexpr int kArguments = 2; // the function and the envelope
    if (call.input.args_size() != kArguments) {
        return impossible("it has another number of arguments");
    }
    auto envelope = contract::parseEnvelope(bytesOf(call.input.args(1)));
    const auto outcome = contract::parseOutcome(bytesOf(call.result.response().payload()));
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

/// nullopt: it cannot be read. Peers take in what this program's library does not, such as unknown
/// fields that are nested too deep, so what is valid and unreadable may be an entry.
std::optional<bool> callsSubmit(Call &call, ByteView transaction, std::string_view channel,
                                std::string_view contract)
{
    if (!readHeaders(call, transaction)) {
        return std::nullopt;
    }
    if (call.channel.type() != wire::HEADER_ENDORSER_TRANSACTION
        || call.channel.channel_id() != channel) {
        return false;
    }
    if (!read(call.extension, call.channel.extension())) {
        return std::nullopt;
    }
    if (call.extension.chaincode_id().name() != contract) {
        return false;
    }
    if (!readAction(call)) {
        return std::nullopt;
    }
    return call.input.args_size() > 0 && call.input.args(0) == contract::kSubmitFunction;
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
