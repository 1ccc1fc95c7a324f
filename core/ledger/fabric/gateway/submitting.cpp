// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/submitting.hpp"

#include <fabric/transaction.pb.h>

namespace keepwell::ledger::fabric {
namespace {

using std::chrono::milliseconds;

constexpr int kMostConflicts = 5;
constexpr milliseconds kKnownSoon{1'000}; ///< For a transaction that may be in a block already.
constexpr milliseconds kSendAgainAfter{8'000}; ///< An orderer may lose what it took.
constexpr milliseconds kTurn{5'000};           ///< At one gateway, whose peer may be stuck.

/// Could the transaction still be on its way into a block?
bool isUnknown(Trouble trouble)
{
    return isPassing(trouble) || trouble == Trouble::TooLate || trouble == Trouble::Cancelled;
}

bool isConflict(int code)
{
    return code == wire::TX_MVCC_READ_CONFLICT || code == wire::TX_PHANTOM_READ_CONFLICT;
}

} // namespace

Submitting::Submitting(GatewayClient::Core &core, SentTransactions &sent, const contract::TxId &act,
                       const CallTime &time)
    : m_core{core}, m_sent{sent}, m_act{act}, m_time{time}
{
}

GatewayResult<Committed> Submitting::run(const ContractCall &call, bool onlyOwn)
{
    KEEPWELL_TRY(const std::optional<Committed> before, resume());
    if (before) {
        return *before;
    }
    for (int conflicts = 0;; ++conflicts) {
        KEEPWELL_TRY(const Made made, endorse(call, onlyOwn));
        if (auto stored = m_sent.store(made.sent); !stored) {
            return std::unexpected{asGatewayError(stored.error())};
        }
        KEEPWELL_TRY(const Status status, order(made.sent));
        if (status.code == wire::TX_VALID) {
            return Committed{
                .fabricId = made.sent.channelTxId, .block = status.block, .answer = made.answer};
        }
        if (auto forgotten = m_sent.forget(m_act); !forgotten) {
            return std::unexpected{asGatewayError(forgotten.error())};
        }
        if (!isConflict(status.code) || conflicts == kMostConflicts || m_time.isOver()) {
            return std::unexpected{validationError(status.code)};
        }
        pauseBeforeRetry(conflicts, m_time);
    }
}

GatewayResult<std::optional<Committed>> Submitting::resume()
{
    const auto found = m_sent.find(m_act);
    if (!found) {
        return std::unexpected{asGatewayError(found.error())};
    }
    const std::optional<SentTransaction> &kept = *found;
    if (!kept) {
        return std::nullopt;
    }
    const SentTransaction &sent = *kept;
    GatewayResult<Status> status = awaitCommit(m_core, sent.channelTxId, m_time.within(kKnownSoon));
    if (!status && isUnknown(status.error().trouble) && !m_time.isStopped()) {
        status = order(sent);
    }
    if (status && status->code == wire::TX_VALID) {
        return Committed{.fabricId = sent.channelTxId, .block = status->block, .answer = {}};
    }
    if (!status && isUnknown(status.error().trouble)) {
        return std::unexpected{std::move(status).error()};
    }
    // It is in a block as invalid, or the orderers take it no more, as after a certificate ended.
    if (auto forgotten = m_sent.forget(m_act); !forgotten) {
        return std::unexpected{asGatewayError(forgotten.error())};
    }
    return std::nullopt;
}

GatewayResult<Submitting::Made> Submitting::endorse(const ContractCall &call, bool onlyOwn)
{
    Made made;
    std::string payload;
    const auto ask = [&](GatewayConnection &gateway, const CallTime &share) -> GatewayResult<> {
        // A new one each time: peers refuse a transaction id that they have seen.
        const auto proposal
            = Proposal::make(m_core.identity(), m_core.address(), call, m_core.now());
        if (!proposal) {
            return std::unexpected{asGatewayError(proposal.error())};
        }
        gateway::EndorseRequest request;
        request.set_transaction_id(proposal->id());
        request.set_channel_id(m_core.address().channel);
        request.mutable_proposed_transaction()->set_proposal_bytes(proposal->bytes());
        request.mutable_proposed_transaction()->set_signature(proposal->signature());
        for (const std::string &organisation : call.organisations) {
            request.add_endorsing_organizations(organisation);
        }
        KEEPWELL_TRY(const gateway::EndorseResponse response, gateway.endorse(request, share));
        KEEPWELL_TRY(PreparedTransaction prepared,
                     checkPrepared(*proposal, call.organisations,
                                   response.prepared_transaction().payload(), *m_core.roots()));
        made.sent.channelTxId = proposal->id();
        made.answer = std::move(prepared.answer);
        payload = std::move(prepared.payload);
        return {};
    };
    KEEPWELL_CHECK(
        m_core.tryEach(onlyOwn ? std::vector<std::size_t>{0} : m_core.order(), m_time, ask));
    auto signature = m_core.identity().sign(payload);
    if (!signature) {
        return std::unexpected{asGatewayError(signature.error())};
    }
    wire::Envelope envelope;
    envelope.set_payload(std::move(payload));
    envelope.set_signature(*std::move(signature));
    made.sent.envelope = m_act;
    made.sent.transaction = copyOf(bytesOf(envelope.SerializeAsString()));
    return made;
}

GatewayResult<> Submitting::send(const SentTransaction &sent)
{
    gateway::SubmitRequest request;
    request.set_transaction_id(sent.channelTxId);
    request.set_channel_id(m_core.address().channel);
    if (!request.mutable_prepared_transaction()->ParseFromArray(
            sent.transaction.data(), static_cast<int>(sent.transaction.size()))) {
        return std::unexpected{gatewayError(Trouble::Invalid, ErrorCode::Tampered,
                                            "a transaction that was kept is unreadable")};
    }
    return m_core.tryEach(m_core.order(), m_time,
                          [&](GatewayConnection &gateway, const CallTime &share) {
                              return gateway.submit(request, share);
                          });
}

GatewayResult<GatewayClient::Status> Submitting::order(const SentTransaction &sent)
{
    while (true) {
        const GatewayResult<> taken = send(sent);
        if (!taken && !isUnknown(taken.error().trouble)) {
            return std::unexpected{taken.error()};
        }
        const CallTime turn = m_time.within(taken ? kSendAgainAfter : kKnownSoon);
        GatewayResult<Status> status = awaitCommit(m_core, sent.channelTxId, turn);
        if (status || !isUnknown(status.error().trouble)) {
            return status;
        }
        if (!taken) {
            return std::unexpected{taken.error()};
        }
        if (m_time.isOver() || m_time.isStopped() || status.error().trouble != Trouble::TooLate) {
            return status;
        }
    }
}

GatewayResult<GatewayClient::Status> awaitCommit(GatewayClient::Core &core,
                                                 const std::string &fabricId, const CallTime &time,
                                                 std::optional<std::size_t> only)
{
    gateway::CommitStatusRequest asked;
    asked.set_transaction_id(fabricId);
    asked.set_channel_id(core.address().channel);
    asked.set_identity(core.identity().creator());
    gateway::SignedCommitStatusRequest request;
    request.set_request(asked.SerializeAsString());
    auto signature = core.identity().sign(request.request());
    if (!signature) {
        return std::unexpected{asGatewayError(signature.error())};
    }
    request.set_signature(*std::move(signature));
    for (int turn = 0;; ++turn) {
        std::optional<GatewayError> why;
        for (const std::size_t gateway : only ? std::vector{*only} : core.order()) {
            const auto answer = core.at(gateway).commitStatus(request, time.within(kTurn));
            if (answer) {
                return GatewayClient::Status{.code = answer->result(),
                                             .block = answer->block_number()};
            }
            if (!isUnknown(answer.error().trouble) || time.isStopped()) {
                return std::unexpected{answer.error()};
            }
            if (!why || answer.error().trouble == Trouble::TooLate) {
                why = answer.error();
            }
        }
        if (!why || time.isOver()) {
            return std::unexpected{gatewayError(
                Trouble::TooLate, ErrorCode::Unavailable,
                "the network has not said yet whether it was done; it will be asked again")};
        }
        if (why->trouble != Trouble::TooLate) {
            pauseBeforeRetry(turn, time);
        }
    }
}

} // namespace keepwell::ledger::fabric
