// SPDX-License-Identifier: Apache-2.0
#include "core/contract/deposit.hpp"

#include "core/contract/commitments.hpp"
#include "core/contract/rules.hpp"

namespace keepwell::contract {
namespace {

/// What a committed entry says about a value: where it goes and which hash it must have.
struct Slot
{
    std::string custodian;
    Commitment expected;
    Commitment actual;
};

Verdict<> valueHasItsSize(const Deposit &value)
{
    const std::size_t size = value.value.size();
    const bool fits = value.field == Field::Release ? size == kReleaseBytes
        : value.field == Field::Notice              ? size > 0 && size <= kMostNoticeBytes
                                                    : size > 0 && size <= kMostReasonBytes;
    if (!fits) {
        return reject(Code::Size,
                      "a deposit of " + std::to_string(size)
                          + " bytes is not of the size of its field");
    }
    return {};
}

Verdict<> grantStillNeeds(const Deposit &value, const GrantRow &grant, Instant now)
{
    if (!grant.live || grant.endedAt(now)) {
        return reject(Code::State, "the share has ended; nothing of it is kept any more");
    }
    if (grant.epoch != value.epoch) {
        return reject(Code::State, "the share is at epoch " + std::to_string(grant.epoch));
    }
    return {};
}

Verdict<> deliveryStillNeeds(const Deposit &value, const DeliveryRow &delivery)
{
    if (delivery.decision || value.epoch != 0) {
        return reject(Code::State, "the delivery is acknowledged");
    }
    return {};
}

Verdict<Slot> grantSlot(Overlay &state, const NetworkId &network, const Deposit &value, Instant now)
{
    const GrantId id{value.id};
    KEEPWELL_TRY(const std::optional<GrantRow> grant, state.grant(id));
    if (!grant) {
        return reject(Code::NotFound, "no such share is committed");
    }
    KEEPWELL_CHECK(grantStillNeeds(value, *grant, now));
    if (value.field == Field::Release) {
        return Slot{grant->terms.custodian, grant->release,
                    releaseCommitment(network, id, value.epoch, ByteView{value.value})};
    }
    return Slot{grant->terms.custodian, grant->notice,
                noticeCommitment(network, id, value.epoch, value.value)};
}

Verdict<Slot> deliverySlot(Overlay &state, const NetworkId &network, const Deposit &value)
{
    const DeliveryId id{value.id};
    KEEPWELL_TRY(const std::optional<DeliveryRow> delivery, state.delivery(id));
    if (!delivery) {
        return reject(Code::NotFound, "no such delivery is committed");
    }
    KEEPWELL_CHECK(deliveryStillNeeds(value, *delivery));
    return Slot{delivery->custodian, delivery->notice, noticeCommitment(network, id, value.value)};
}

Verdict<Slot> reasonSlot(Overlay &state, const NetworkId &network, const Deposit &value)
{
    KEEPWELL_TRY(const std::optional<AccessRow> access, state.access(TxId{value.id}));
    if (!access) {
        return reject(Code::NotFound, "no such request is committed");
    }
    KEEPWELL_TRY(const GrantRow grant, existingGrant(state, access->grant));
    if (value.epoch != 0 || access->reason.isZero()) {
        return reject(Code::State, "the request gave no reason");
    }
    return Slot{grant.terms.custodian, access->reason,
                reasonCommitment(network, access->grant, access->epoch, value.value)};
}

Verdict<Slot> slotFor(Overlay &state, const NetworkId &network, const Deposit &value, Instant now)
{
    if (value.field == Field::Reason) {
        return reasonSlot(state, network, value);
    }
    // A delivery may bear the id of a grant; only its notice has epoch 0.
    if (value.field == Field::Notice && value.epoch == 0) {
        return deliverySlot(state, network, value);
    }
    return grantSlot(state, network, value, now);
}

} // namespace

Deposit Deposit::release(const GrantId &grant, std::uint32_t epoch, ByteView r)
{
    return {.field = Field::Release, .id = grant.bytes(), .epoch = epoch, .value = copyOf(r)};
}

Deposit Deposit::notice(const GrantId &grant, std::uint32_t epoch, Bytes sealed)
{
    return {
        .field = Field::Notice, .id = grant.bytes(), .epoch = epoch, .value = std::move(sealed)};
}

Deposit Deposit::notice(const DeliveryId &delivery, Bytes sealed)
{
    return {.field = Field::Notice, .id = delivery.bytes(), .epoch = 0, .value = std::move(sealed)};
}

Deposit Deposit::reason(const TxId &request, Bytes sealed)
{
    return {.field = Field::Reason, .id = request.bytes(), .epoch = 0, .value = std::move(sealed)};
}

Verdict<> deposit(StateView &state, const NetworkId &network, const Deposit &value, Instant now)
{
    KEEPWELL_CHECK(valueHasItsSize(value));
    Overlay overlay{state};
    KEEPWELL_TRY(const Slot slot, slotFor(overlay, network, value, now));
    if (slot.actual != slot.expected) {
        return reject(Code::Mismatch, "the value is not the one that was committed to");
    }
    KEEPWELL_CHECK(state.putPrivate(
        {.custodian = slot.custodian, .field = value.field, .id = value.id, .epoch = value.epoch},
        value.value));
    return {};
}

} // namespace keepwell::contract
