// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/prepared_transaction.hpp"

#include "core/crypto/hash.hpp"

#include <fabric/chaincode.pb.h>
#include <fabric/common.pb.h>
#include <fabric/transaction.pb.h>

#include <algorithm>
#include <set>

namespace keepwell::ledger::fabric {
namespace {

constexpr int kLeastStatus = 200;
constexpr int kLeastErrorStatus = 400;
constexpr int kMostEndorsements = 64;

std::unexpected<GatewayError> dishonest(const std::string &what)
{
    return std::unexpected{
        gatewayError(Trouble::Dishonest, ErrorCode::Tampered,
                     "a gateway of the network gave something else to sign than what was asked "
                     "for, so it was not signed: "
                         + what)};
}

/// Exactly the fields that we know, each once: nothing rides along that was not looked at.
template <class Message>
bool parses(Message &message, std::string_view bytes)
{
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        return false;
    }
    message.DiscardUnknownFields();
    return message.ByteSizeLong() == bytes.size();
}

GatewayResult<> checkEndorser(const wire::Endorsement &endorsement, std::string_view endorsed,
                              const OrganisationRoots &roots, std::set<std::string> &seen,
                              std::set<std::string> &endorsers)
{
    wire::SerializedIdentity identity;
    if (!identity.ParseFromString(endorsement.endorser())) {
        return dishonest("an endorser is unreadable");
    }
    if (!endorsers.insert(endorsement.endorser()).second) {
        return dishonest("an endorser is counted twice");
    }
    const auto certificate = Certificate::parse(identity.id_bytes());
    const std::string signedBytes = std::string{endorsed} + endorsement.endorser();
    if (!certificate
        || !certificate->verifies(bytesOf(signedBytes), bytesOf(endorsement.signature()))) {
        return dishonest("an endorsement of " + identity.msp_id() + " is not signed by it");
    }
    if (!roots.empty()) {
        const auto known = roots.find(identity.msp_id());
        if (known == roots.end()
            || !isIssuedBy(*certificate, known->second.roots, known->second.intermediates)) {
            return dishonest("an endorser is not of " + identity.msp_id());
        }
    }
    seen.insert(identity.msp_id());
    return {};
}

GatewayResult<> checkEndorsers(const wire::ChaincodeEndorsedAction &action,
                               const std::vector<std::string> &organisations,
                               const OrganisationRoots &roots)
{
    if (action.endorsements().empty() || action.endorsements_size() > kMostEndorsements) {
        return dishonest("it is endorsed by nobody, or by too many");
    }
    std::set<std::string> seen;
    std::set<std::string> endorsers;
    for (const wire::Endorsement &endorsement : action.endorsements()) {
        KEEPWELL_CHECK(
            checkEndorser(endorsement, action.proposal_response_payload(), roots, seen, endorsers));
    }
    const std::set<std::string> asked{organisations.begin(), organisations.end()};
    if (!asked.empty() && asked != seen) {
        return dishonest("other organisations endorsed it than were asked");
    }
    return {};
}

GatewayResult<Bytes> checkAction(const Proposal &proposal,
                                 const wire::ProposalResponsePayload &made)
{
    const Bytes32 expected
        = crypto::sha256({bytesOf(proposal.channelHeader()), bytesOf(proposal.signatureHeader()),
                          bytesOf(proposal.publicPayload())});
    if (!std::ranges::equal(bytesOf(made.proposal_hash()), expected)) {
        return dishonest("the endorsers signed another call");
    }
    wire::ChaincodeAction action;
    if (!action.ParseFromString(made.extension())) {
        return dishonest("what the contract did is unreadable");
    }
    if (action.chaincode_id().name() != proposal.contract()) {
        return dishonest("another contract was called");
    }
    const int status = action.response().status();
    if (status < kLeastStatus || status >= kLeastErrorStatus) {
        return dishonest("the contract refused it");
    }
    return copyOf(bytesOf(action.response().payload()));
}

} // namespace

GatewayResult<PreparedTransaction> checkPrepared(const Proposal &proposal,
                                                 const std::vector<std::string> &organisations,
                                                 std::string_view bytes,
                                                 const OrganisationRoots &roots)
{
    wire::Payload payload;
    wire::Transaction transaction;
    if (!parses(payload, bytes) || !parses(transaction, payload.data())) {
        return dishonest("it is unreadable");
    }
    if (payload.header().channel_header() != proposal.channelHeader()
        || payload.header().signature_header() != proposal.signatureHeader()) {
        return dishonest("its headers are not ours");
    }
    if (transaction.actions_size() != 1
        || transaction.actions(0).header() != proposal.signatureHeader()) {
        return dishonest("it has other actions than ours");
    }
    wire::ChaincodeActionPayload action;
    wire::ProposalResponsePayload response;
    if (!parses(action, transaction.actions(0).payload())
        || !response.ParseFromString(action.action().proposal_response_payload())) {
        return dishonest("its action is unreadable");
    }
    if (action.chaincode_proposal_payload() != proposal.publicPayload()) {
        return dishonest("its arguments are not ours");
    }
    KEEPWELL_TRY(Bytes answer, checkAction(proposal, response));
    KEEPWELL_CHECK(checkEndorsers(action.action(), organisations, roots));
    return PreparedTransaction{.payload = std::string{bytes}, .answer = std::move(answer)};
}

} // namespace keepwell::ledger::fabric
