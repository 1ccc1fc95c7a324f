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

Prepared::Deposition::Deposition(contract::Deposit value, Instant when)
    : deposit{std::move(value)}, now{when}
{
}

Prepared::Deposition::~Deposition()
{
    if (!deposit.value.empty()) {
        sodium_memzero(deposit.value.data(), deposit.value.size());
    }
}

Verdict<Prepared> ContractHost::prepare(Call call) const
{
    if (call.channel != m_home.channel) {
        return reject(Code::Net, "this contract server does not serve that channel");
    }
    // Wallets look for entries in transactions that call the contract: nothing may be written in others.
    if (call.contract != m_home.contract) {
        return reject(Code::Net,
                      "this contract is called by transactions of its own, not by another one");
    }
    const Instant now = m_clock->now();
    if (call.function == contract::kDepositFunction) {
        return prepareDeposit(call, now);
    }
    KEEPWELL_CHECK(hasNoValue(call));
    if (call.function == contract::kSubmitFunction) {
        return prepareSubmit(call, now);
    }
    if (call.function == contract::kQueryFunction) {
        return prepareQuery(call, now);
    }
    if (call.function == contract::kInfoFunction && !call.argument) {
        return Prepared{Prepared::Introduction{}};
    }
    return reject(Code::Enc, "the contract has no such function");
}

Verdict<Prepared> ContractHost::prepareSubmit(const Call &call, Instant now) const
{
    KEEPWELL_TRY(const ByteView bytes, argumentOf(call));
    KEEPWELL_TRY(contract::Envelope envelope, contract::parseEnvelope(bytes));
    KEEPWELL_TRY(auto transaction,
                 contract::Transaction::check(m_home.network, std::move(envelope)));
    KEEPWELL_CHECK(contract::checkHostTime(call.time, now));
    return Prepared{Prepared::Submission{std::move(transaction), call.time}};
}

Verdict<Prepared> ContractHost::prepareDeposit(Call &call, Instant now) const
{
    KEEPWELL_TRY(const ByteView slot, argumentOf(call));
    if (!call.value) {
        return reject(Code::Enc, "a deposit rides in the transient map, and none is there");
    }
    KEEPWELL_TRY(contract::Deposit value, contract::parseDeposit(slot, *std::move(call.value)));
    Prepared::Deposition prepared{std::move(value), std::max(now, call.time)};
    KEEPWELL_CHECK(contract::checkHostTime(call.time, now));
    return Prepared{std::move(prepared)};
}

/// The newest time a peer can prove would be a key that every entry writes. So the latest of two
/// clocks counts here, the asker's and this one, which must agree; answerChecked() adds the times of
/// the request and of the grant (docs/decisions/0106-time-at-a-peer.md).
Verdict<Prepared> ContractHost::prepareQuery(const Call &call, Instant now) const
{
    KEEPWELL_TRY(const ByteView bytes, argumentOf(call));
    KEEPWELL_CHECK(contract::checkHostTime(call.time, now));
    KEEPWELL_TRY(contract::Query query, contract::checkQuery(m_home.network, bytes, now));
    return Prepared{Prepared::Question{std::move(query), std::max(now, call.time)}};
}

Verdict<Completion> ContractHost::decide(const Prepared &call, ShimState &state) const
{
    return std::visit([&](const auto &what) { return run(what, state); }, call.what);
}

Verdict<Completion> ContractHost::run(const Prepared::Submission &call, ShimState &state) const
{
    KEEPWELL_CHECK(custodianIsOfTheChannel(call.transaction.payload().body, state));
    KEEPWELL_TRY(const contract::Outcome outcome,
                 contract::apply(state, call.transaction, call.time));
    return Completion{.code = outcome.code,
                      .status = contract::kStatusDone,
                      .message = {},
                      .payload = contract::encode(outcome),
                      .entry = outcome};
}

Verdict<Completion> ContractHost::run(const Prepared::Deposition &call, ShimState &state) const
{
    KEEPWELL_CHECK(contract::deposit(state, m_home.network, call.deposit, call.now));
    return Completion{.status = contract::kStatusDone, .message = {}, .payload = {}, .entry = {}};
}

Verdict<Completion> ContractHost::run(const Prepared::Question &call, ShimState &state) const
{
    KEEPWELL_TRY(Bytes answer, contract::answerChecked(state, call.query, call.latest));
    return Completion{
        .status = contract::kStatusDone, .message = {}, .payload = std::move(answer), .entry = {}};
}

Verdict<Completion> ContractHost::run(const Prepared::Introduction & /*call*/,
                                      ShimState & /*state*/) const
{
    return Completion{.status = contract::kStatusDone,
                      .message = {},
                      .payload
                      = contract::encode(contract::HostInfo{.version = contract::kPayloadVersion,
                                                            .network = m_home.network,
                                                            .mspId = m_home.mspId}),
                      .entry = {}};
}

} // namespace keepwell::contractserver
