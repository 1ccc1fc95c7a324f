// SPDX-License-Identifier: Apache-2.0
#include "core/contract/rules.hpp"

#include <algorithm>

namespace keepwell::contract {
namespace {

bool isForAnotherKey(const Step &step, const GrantRow &grant)
{
    return grant.grantee != step.key();
}
bool isRevoked(const GrantRow &grant) { return !grant.live; }
bool isTooEarly(const GrantRow &grant, Instant t) { return t < grant.terms.notBefore; }
bool isExpired(const GrantRow &grant, Instant t) { return t >= grant.terms.expires; }
bool isOfAnotherEpoch(const GrantRow &grant, std::uint32_t epoch) { return grant.epoch != epoch; }
bool isUsedUp(const GrantRow &grant) { return grant.usedUp(); }

Result<bool> ownersKeyIsDead(Step &step, const GrantRow &grant)
{
    KEEPWELL_TRY(const bool live, isLive(step.state, grant.owner));
    return !live;
}

/// Done when the request is to be granted, else the first rule that denies it.
Result<Code> judge(Step &step, const GrantRow &grant, std::uint32_t epoch)
{
    if (isForAnotherKey(step, grant)) {
        return Code::Party;
    }
    if (isRevoked(grant)) {
        return Code::Revoked;
    }
    if (isTooEarly(grant, step.t)) {
        return Code::Early;
    }
    if (isExpired(grant, step.t)) {
        return Code::Expired;
    }
    if (isOfAnotherEpoch(grant, epoch)) {
        return Code::Epoch;
    }
    if (isUsedUp(grant)) {
        return Code::Opens;
    }
    KEEPWELL_TRY(const bool dead, ownersKeyIsDead(step, grant));
    return dead ? Code::KeyRevoked : Code::Done;
}

/// A request that would be granted is never stopped by the quota: only refusals count.
Verdict<> countRefusalWithinQuota(Step &step, const GrantId &grant)
{
    KEEPWELL_TRY(const std::optional<RefusalsRow> known, step.state.refusals(grant, step.key()));
    RefusalsRow row = known.value_or(RefusalsRow{});
    if (row.count >= kMostRefusals) {
        return reject(Code::Quota, "this key was refused 16 times on this share");
    }
    ++row.count;
    step.state.put(refusalsRowKey(grant, step.key()), encode(row));
    return {};
}

void countOpening(Step &step, const GrantId &id, GrantRow grant)
{
    ++grant.opens;
    grant.last = step.t;
    grant.t = step.t;
    step.state.put(grantRowKey(id), encode(grant));
}

} // namespace

Verdict<> decide(Step &step, const RequestAccessBody &body)
{
    KEEPWELL_TRY(const GrantRow grant, existingGrant(step.state, body.grant));
    step.t = std::max(step.t, grant.t);
    KEEPWELL_TRY(step.outcome, judge(step, grant, body.epoch));
    if (step.outcome == Code::Done) {
        countOpening(step, body.grant, grant);
    } else {
        KEEPWELL_CHECK(countRefusalWithinQuota(step, body.grant));
    }
    const AccessRow access{.grant = body.grant,
                           .epoch = body.epoch,
                           .key = step.key(),
                           .respondTo = body.respondTo,
                           .reason = body.reason,
                           .t = step.t,
                           .outcome = step.outcome};
    const TxId &request = step.transaction.id();
    step.state.put(accessRowKey(request), encode(access));
    step.state.index(IndexKind::Object, body.grant.bytes(), request.bytes());
    return {};
}

} // namespace keepwell::contract
