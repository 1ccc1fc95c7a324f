// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/gateway_core.hpp"

#include "core/base/pause.hpp"
#include "core/ledger/fabric/gateway/signed_header.hpp"

#include <fabric/chaincode.pb.h>
#include <fabric/deliver_seek.pb.h>

#include <algorithm>
#include <limits>
#include <random>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::chrono::milliseconds kLeastShare{3'000};
constexpr std::chrono::milliseconds kFirstPause{40};
constexpr std::chrono::milliseconds kLongestPause{1'000};

/// How often all gateways are asked again before the caller is told.
int mostRounds(Trouble trouble)
{
    switch (trouble) {
    case Trouble::WarmingUp:
        return 20; // about 15 s
    case Trouble::PeersDiffer:
        return 8;
    case Trouble::Busy:
        return 6;
    case Trouble::PeerLost:
    case Trouble::OrdererLost:
    case Trouble::ContractLost:
        return 3;
    case Trouble::GatewayLost: // a connection that was cut is made anew at once
    case Trouble::Duplicate:
        return 1;
    default:
        return 0;
    }
}

bool anotherMayHelp(Trouble trouble)
{
    return isPassing(trouble) || trouble == Trouble::TooLate || trouble == Trouble::ContractMissing;
}

} // namespace

GatewayClient::Core::Core(ClientIdentity identity, const FabricConfig &config,
                          std::string tlsCertificateHash, const Clock &clock,
                          std::vector<std::unique_ptr<GatewayConnection>> gateways)
    : m_identity{std::move(identity)}
    , m_address{.channel = config.channel, .contract = config.contract}
    , m_tlsCertificateHash{std::move(tlsCertificateHash)}
    , m_clock{clock}
    , m_gateways{std::move(gateways)}
    , m_roots{std::make_shared<const OrganisationRoots>()}
{
}

std::vector<std::size_t> GatewayClient::Core::order() const
{
    std::vector<std::size_t> inOrder(count());
    std::ranges::generate(inOrder, [next = std::size_t{0}]() mutable { return next++; });
    std::ranges::stable_partition(
        inOrder, [&](std::size_t gateway) { return !m_gateways[gateway]->isResting(); });
    return inOrder;
}

void GatewayClient::Core::trust(OrganisationRoots roots)
{
    const std::lock_guard lock{m_rootsLock};
    m_roots = std::make_shared<const OrganisationRoots>(std::move(roots));
}

std::shared_ptr<const OrganisationRoots> GatewayClient::Core::roots() const
{
    const std::lock_guard lock{m_rootsLock};
    return m_roots;
}

GatewayResult<> GatewayClient::Core::certificateIsLive() const
{
    if (m_clock.now() > m_identity.certificate().notAfter()) {
        return std::unexpected{
            gatewayError(Trouble::CertificateEnded, ErrorCode::Denied,
                         "this wallet's certificate for the network has ended; renew it")};
    }
    return {};
}

GatewayResult<> GatewayClient::Core::tryEach(const std::vector<std::size_t> &gateways,
                                             const CallTime &time, const Act &act)
{
    KEEPWELL_CHECK(certificateIsLive());
    for (int round = 0;; ++round) {
        std::optional<GatewayError> why;
        int left = static_cast<int>(gateways.size());
        for (const std::size_t gateway : gateways) {
            // One that hangs must leave time for the others.
            const auto share = std::max(kLeastShare, time.remaining() / left--);
            GatewayResult<> done = act(at(gateway), time.within(share));
            if (done || !anotherMayHelp(done.error().trouble)) {
                return done;
            }
            // What a gateway says tells more than that another one is out of reach.
            if (!why || why->trouble == Trouble::GatewayLost) {
                why = std::move(done).error();
            }
        }
        if (!why || time.isStopped() || time.isOver() || round >= mostRounds(why->trouble)) {
            return std::unexpected{std::move(why).value_or(
                gatewayError(Trouble::Other, ErrorCode::Failed, "no gateway is configured"))};
        }
        pauseBeforeRetry(round, time);
    }
}

GatewayResult<Bytes> GatewayClient::Core::evaluate(const ContractCall &call,
                                                   const std::vector<std::size_t> &gateways,
                                                   const CallTime &time)
{
    Bytes answer;
    const auto ask = [&](GatewayConnection &gateway, const CallTime &share) -> GatewayResult<> {
        const auto proposal = Proposal::make(m_identity, m_address, call, now());
        if (!proposal) {
            return std::unexpected{asGatewayError(proposal.error())};
        }
        gateway::EvaluateRequest request;
        request.set_transaction_id(proposal->id());
        request.set_channel_id(m_address.channel);
        request.mutable_proposed_transaction()->set_proposal_bytes(proposal->bytes());
        request.mutable_proposed_transaction()->set_signature(proposal->signature());
        for (const std::string &organisation : call.organisations) {
            request.add_target_organizations(organisation);
        }
        KEEPWELL_TRY(const gateway::EvaluateResponse response, gateway.evaluate(request, share));
        answer = copyOf(bytesOf(response.result().payload()));
        return {};
    };
    KEEPWELL_CHECK(tryEach(gateways, time, ask));
    return answer;
}

Result<wire::Envelope> GatewayClient::Core::seek(const BlockRange &range) const
{
    wire::SeekInfo info;
    if (range.from == kNewest) {
        info.mutable_start()->mutable_newest();
        info.mutable_stop()->mutable_newest();
    } else {
        info.mutable_start()->mutable_specified()->set_number(range.from);
        info.mutable_stop()->mutable_specified()->set_number(range.to);
    }
    info.set_behavior(range.follow ? wire::SeekInfo::BLOCK_UNTIL_READY
                                   : wire::SeekInfo::FAIL_IF_NOT_READY);
    info.set_content_type(range.headersOnly ? wire::SeekInfo::HEADER_WITH_SIG_BYTES
                                            : wire::SeekInfo::BLOCK);
    wire::ChannelHeader channel
        = channelHeader(wire::HEADER_DELIVER_SEEK_INFO, m_address.channel, now());
    channel.set_tls_cert_hash(m_tlsCertificateHash);
    KEEPWELL_TRY(const Nonce nonce, randomNonce());
    wire::Payload payload;
    payload.mutable_header()->set_channel_header(channel.SerializeAsString());
    payload.mutable_header()->set_signature_header(encodeSignatureHeader(m_identity, nonce));
    payload.set_data(info.SerializeAsString());
    wire::Envelope envelope;
    envelope.set_payload(payload.SerializeAsString());
    KEEPWELL_TRY(*envelope.mutable_signature(), m_identity.sign(envelope.payload()));
    return envelope;
}

void pauseBeforeRetry(int attempt, const CallTime &time)
{
    thread_local std::minstd_rand chance{std::random_device{}()};
    const auto whole = std::min(kLongestPause, kFirstPause * (1 << std::clamp(attempt, 0, 8)));
    std::uniform_int_distribution<std::int64_t> between{whole.count() / 2, whole.count()};
    const std::chrono::milliseconds pause{between(chance)};
    pauseFor(time.stop(), std::min(pause, time.remaining()));
}

} // namespace keepwell::ledger::fabric
