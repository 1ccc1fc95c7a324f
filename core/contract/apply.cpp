// SPDX-License-Identifier: Apache-2.0
#include "core/contract/apply.hpp"

#include "core/contract/date_text.hpp"
#include "core/contract/replay.hpp"
#include "core/contract/rules.hpp"

#include <algorithm>

namespace keepwell::contract {
namespace {

/// Before its first entry a key is live, at seq 0, after the network itself.
KeyRow unseenKey(const NetworkId &network)
{
    return {.seq = 0, .previous = TxId{network.bytes()}, .t = Instant{}, .live = true};
}

Verdict<> timeIsADate(TransactionTime time)
{
    if (time < Instant{} || time > instantOf(kLatestSecond)) {
        return reject(Code::Time, "the transaction time is not between 1970 and 9999");
    }
    return {};
}

Verdict<> signerIsLive(const KeyRow &signer)
{
    if (!signer.live) {
        return reject(Code::KeyRevoked, "the signing key was revoked");
    }
    return {};
}

Verdict<> isNextOfItsKey(const Payload &payload, const KeyRow &signer)
{
    if (payload.seq != std::uint64_t{signer.seq} + 1) {
        return reject(Code::Seq,
                      "entry " + std::to_string(payload.seq) + " of its key, but the last one is "
                          + std::to_string(signer.seq));
    }
    if (payload.previous != signer.previous) {
        return reject(Code::Seq, "it does not follow the last entry of its key");
    }
    return {};
}

Verdict<> isWithinItsTimeToLive(const Payload &payload, TransactionTime time)
{
    if (payload.notAfter < time) {
        return reject(Code::Ttl,
                      "valid until " + dateText(payload.notAfter) + ", but it is "
                          + dateText(time));
    }
    if (payload.notAfter > time + kLongestTimeToLive) {
        return reject(Code::Ttl, "valid for more than an hour from " + dateText(time));
    }
    return {};
}

void writeSigner(Step &step)
{
    const Payload &payload = step.transaction.payload();
    KeyRow row = step.signer;
    row.seq = payload.seq;
    row.previous = step.transaction.id();
    row.t = step.t;
    step.state.put(keyRowKey(payload.key), encode(row));
    step.state.index(IndexKind::Own, payload.key.bytes(), step.transaction.id().bytes());
}

Verdict<Outcome> decideOver(Overlay &overlay, const Transaction &transaction, TransactionTime time)
{
    const Payload &payload = transaction.payload();
    KEEPWELL_CHECK(timeIsADate(time));
    KEEPWELL_TRY(const std::optional<KeyRow> known, overlay.key(payload.key));
    Step step{.state = overlay,
              .transaction = transaction,
              .signer = known.value_or(unseenKey(payload.network)),
              .t = time};
    KEEPWELL_CHECK(signerIsLive(step.signer));
    KEEPWELL_CHECK(isNextOfItsKey(payload, step.signer));
    KEEPWELL_CHECK(isWithinItsTimeToLive(payload, time));
    step.t = std::max(step.signer.t, time);
    KEEPWELL_CHECK(
        std::visit([&step](const auto &body) { return decide(step, body); }, payload.body));
    writeSigner(step);
    return Outcome{
        .id = transaction.id(), .type = typeOf(payload.body), .code = step.outcome, .t = step.t};
}

} // namespace

Result<bool> isLive(Overlay &state, const PublicKey &key)
{
    KEEPWELL_TRY(const std::optional<KeyRow> row, state.key(key));
    return !row || row->live;
}

Verdict<Outcome> apply(StateView &state, const Transaction &transaction, TransactionTime time)
{
    Overlay overlay{state};
    KEEPWELL_TRY(Outcome outcome, decideOver(overlay, transaction, time));
    KEEPWELL_CHECK(overlay.flush());
    return outcome;
}

Verdict<Outcome> apply(StateView &state, const NetworkId &network, const Envelope &envelope,
                       TransactionTime time)
{
    KEEPWELL_TRY(const Transaction transaction, Transaction::check(network, envelope));
    return apply(state, transaction, time);
}

Verdict<> checkHostTime(TransactionTime time, Instant hostNow)
{
    if (time > hostNow + kClockTolerance || time < hostNow - kClockTolerance) {
        return reject(Code::Time,
                      "the transaction time is " + dateText(time)
                          + ", more than 120 s from the host's clock, " + dateText(hostNow));
    }
    return {};
}

Verdict<Outcome> replay(StateView &state, const Transaction &transaction, TransactionTime time,
                        Code recorded)
{
    Overlay overlay{state};
    auto outcome = decideOver(overlay, transaction, time);
    if (!outcome) {
        Failure failure = std::move(outcome).error();
        if (failure.code != Code::Host) {
            failure.error.code = ErrorCode::Tampered;
            failure.error.detail = "the rules reject it: " + failure.error.detail;
        }
        return std::unexpected{std::move(failure)};
    }
    if (outcome->code != recorded) {
        Failure failure{Code::State,
                        "recorded as " + std::string{name(recorded)} + ", but the rules say "
                            + std::string{name(outcome->code)}};
        failure.error.code = ErrorCode::Tampered;
        return std::unexpected{std::move(failure)};
    }
    KEEPWELL_CHECK(overlay.flush());
    return outcome;
}

} // namespace keepwell::contract
