// SPDX-License-Identifier: Apache-2.0
#include "core/contract/rules.hpp"

namespace keepwell::contract {
namespace {

Verdict<> deliveryIdIsNew(Step &step, const DeliveryId &id)
{
    KEEPWELL_TRY(const std::optional<DeliveryRow> row, step.state.delivery(id));
    if (row) {
        return reject(Code::Exists, "there is a delivery of this id already");
    }
    return {};
}

Verdict<> receiverIsLive(Step &step, const PublicKey &receiver)
{
    KEEPWELL_TRY(const bool live, isLive(step.state, receiver));
    if (!live) {
        return reject(Code::Party, "the receiver's key was revoked");
    }
    return {};
}

Verdict<DeliveryRow> existingDelivery(Step &step, const DeliveryId &id)
{
    KEEPWELL_TRY(std::optional<DeliveryRow> row, step.state.delivery(id));
    if (!row) {
        return reject(Code::NotFound, "there is no delivery " + id.toHex());
    }
    return *std::move(row);
}

Verdict<> signerIsTheReceiver(const Step &step, const DeliveryRow &delivery)
{
    if (delivery.to != step.key()) {
        return reject(Code::Auth, "only its receiver may acknowledge a delivery");
    }
    return {};
}

Verdict<> deliveryIsUndecided(const DeliveryRow &delivery)
{
    if (delivery.decision) {
        return reject(Code::State, "the delivery was acknowledged before");
    }
    return {};
}

} // namespace

Verdict<> decide(Step &step, const DeliverBody &body)
{
    KEEPWELL_CHECK(deliveryIdIsNew(step, body.delivery));
    KEEPWELL_CHECK(receiverIsLive(step, body.to));
    const DeliveryRow row{.from = step.key(),
                          .to = body.to,
                          .notice = body.notice,
                          .t = step.t,
                          .decision = std::nullopt,
                          .custodian = body.custodian};
    step.state.put(deliveryRowKey(body.delivery), encode(row));
    step.state.index(IndexKind::Party, row.from.bytes(), body.delivery.bytes());
    if (row.to != row.from) {
        step.state.index(IndexKind::Party, row.to.bytes(), body.delivery.bytes());
    }
    return {};
}

Verdict<> decide(Step &step, const AckDeliveryBody &body)
{
    KEEPWELL_TRY(DeliveryRow row, existingDelivery(step, body.delivery));
    KEEPWELL_CHECK(signerIsTheReceiver(step, row));
    KEEPWELL_CHECK(deliveryIsUndecided(row));
    row.decision = body.decision;
    step.state.put(deliveryRowKey(body.delivery), encode(row));
    step.state.purge({.custodian = row.custodian,
                      .field = Field::Notice,
                      .id = body.delivery.bytes(),
                      .epoch = 0});
    step.state.index(IndexKind::Object, body.delivery.bytes(), step.transaction.id().bytes());
    return {};
}

} // namespace keepwell::contract
