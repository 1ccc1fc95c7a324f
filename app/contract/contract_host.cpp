// SPDX-License-Identifier: Apache-2.0
#include "app/contract/contract_host.hpp"

#include "core/contract/chaincode.hpp"
#include "core/contract/query.hpp"

#include <sodium.h>

#include <algorithm>

namespace keepwell::contractserver {
namespace {

using contract::Code;
using contract::PrivateKey;
using contract::reject;
using contract::Verdict;

Verdict<ByteView> argumentOf(const Call &call)
{
    if (!call.argument) {
        return reject(Code::Enc, call.function + " takes an argument");
    }
    return ByteView{*call.argument};
}

Verdict<> hasNoValue(const Call &call)
{
    if (call.value) {
        return reject(Code::Enc, call.function + " takes no transient map");
    }
    return {};
}

/// The private value whose custodian an entry names; nullopt for the other types.
std::optional<PrivateKey> valueNamedBy(const contract::Body &body)
{
    if (const auto *grant = std::get_if<contract::GrantBody>(&body)) {
        return PrivateKey{.custodian = grant->terms.custodian,
                          .field = contract::Field::Release,
                          .id = grant->grant.bytes(),
                          .epoch = 1};
    }
    if (const auto *delivery = std::get_if<contract::DeliverBody>(&body)) {
        return PrivateKey{.custodian = delivery->custodian,
                          .field = contract::Field::Notice,
                          .id = delivery->delivery.bytes(),
                          .epoch = 0};
    }
    return std::nullopt;
}

/// What nobody keeps could never be purged, and the end of it never be endorsed.
Verdict<> custodianIsOfTheChannel(const contract::Body &body, ShimState &state)
{
    const auto value = valueNamedBy(body);
    if (!value) {
        return {};
    }
    KEEPWELL_TRY(const bool isThere, state.hasCustodian(*value));
    if (!isThere) {
        return reject(Code::Party, "the custodian it names is no organisation of this channel");
    }
    return {};
}

} // namespace

Completion Completion::rejected(const contract::Failure &failure)
{
    return {.code = failure.code,
            .status
            = failure.code == Code::Host ? contract::kStatusFault : contract::kStatusRejected,
            .message = contract::rejectionText(failure),
            .payload = {},
            .entry = {}};
}

Completion ContractHost::run(Call call, const PeerAbilities &peer, const Ask &ask) const
{
    const auto decided = [&]() -> Verdict<Completion> {
        KEEPWELL_TRY(Bytes locator, contract::locatorOf(call.txId));
        ShimState state{{.mspId = m_home.mspId, .locator = std::move(locator), .peer = peer}, ask};
        return decide(call, state);
    }();
    if (call.value) {
        sodium_memzero(call.value->data(), call.value->size());
    }
    return decided ? *decided : Completion::rejected(decided.error());
}

Verdict<Completion> ContractHost::decide(Call &call, ShimState &state) const
{
    if (call.channel != m_home.channel) {
        return reject(Code::Net, "this contract server does not serve that channel");
    }
    if (call.function == contract::kDepositFunction) {
        return deposit(call, state);
    }
    KEEPWELL_CHECK(hasNoValue(call));
    if (call.function == contract::kSubmitFunction) {
        return submit(call, state);
    }
    if (call.function == contract::kQueryFunction) {
        return query(call, state);
    }
    if (call.function == contract::kInfoFunction && !call.argument) {
        return info();
    }
    return reject(Code::Enc, "the contract has no such function");
}

Verdict<Completion> ContractHost::submit(const Call &call, ShimState &state) const
{
    KEEPWELL_TRY(const ByteView bytes, argumentOf(call));
    KEEPWELL_TRY(contract::Envelope envelope, contract::parseEnvelope(bytes));
    KEEPWELL_TRY(const auto transaction,
                 contract::Transaction::check(m_home.network, std::move(envelope)));
    KEEPWELL_CHECK(contract::checkHostTime(call.time, m_clock->now()));
    KEEPWELL_CHECK(custodianIsOfTheChannel(transaction.payload().body, state));
    KEEPWELL_TRY(const contract::Outcome outcome, contract::apply(state, transaction, call.time));
    KEEPWELL_CHECK(state.flush());
    return Completion{.code = outcome.code,
                      .status = contract::kStatusDone,
                      .message = {},
                      .payload = contract::encode(outcome),
                      .entry = outcome};
}

Verdict<Completion> ContractHost::deposit(Call &call, ShimState &state) const
{
    KEEPWELL_TRY(const ByteView slot, argumentOf(call));
    if (!call.value) {
        return reject(Code::Enc, "a deposit rides in the transient map, and none is there");
    }
    KEEPWELL_TRY(contract::Deposit value, contract::parseDeposit(slot, *std::move(call.value)));
    call.value.reset();
    const Instant now = m_clock->now();
    const auto deposited = [&]() -> Verdict<> {
        KEEPWELL_CHECK(contract::checkHostTime(call.time, now));
        KEEPWELL_CHECK(contract::deposit(state, m_home.network, value, std::max(now, call.time)));
        KEEPWELL_CHECK(state.flush());
        return {};
    }();
    sodium_memzero(value.value.data(), value.value.size());
    KEEPWELL_CHECK(deposited);
    return Completion{.status = contract::kStatusDone, .message = {}, .payload = {}, .entry = {}};
}

/// The newest time a peer can prove would be a key that every entry writes. So the latest of two
/// clocks counts here, the asker's and this one, which must agree; answerRelease() adds the times of
/// the request and of the grant (docs/decisions/0106-time-at-a-peer.md).
Verdict<Completion> ContractHost::query(const Call &call, ShimState &state) const
{
    KEEPWELL_TRY(const ByteView bytes, argumentOf(call));
    const Instant now = m_clock->now();
    KEEPWELL_CHECK(contract::checkHostTime(call.time, now));
    KEEPWELL_TRY(Bytes answer, contract::answer(state, m_home.network, bytes, now, call.time));
    return Completion{
        .status = contract::kStatusDone, .message = {}, .payload = std::move(answer), .entry = {}};
}

Completion ContractHost::info() const
{
    return {.status = contract::kStatusDone,
            .message = {},
            .payload = contract::encode(contract::HostInfo{.version = contract::kPayloadVersion,
                                                           .network = m_home.network,
                                                           .mspId = m_home.mspId}),
            .entry = {}};
}

} // namespace keepwell::contractserver
