// SPDX-License-Identifier: Apache-2.0
#include "core/contract/rules.hpp"

#include <algorithm>

namespace keepwell::contract {
namespace {

Verdict<> grantIdIsNew(Step &step, const GrantId &id)
{
    KEEPWELL_TRY(const std::optional<GrantRow> row, step.state.grant(id));
    if (row) {
        return reject(Code::Exists, "there is a share of this id already");
    }
    return {};
}

Verdict<> granteeIsAnotherLiveKey(Step &step, const PublicKey &grantee)
{
    if (grantee == step.key()) {
        return reject(Code::Party, "nobody shares with their own key");
    }
    KEEPWELL_TRY(const bool live, isLive(step.state, grantee));
    if (!live) {
        return reject(Code::Party, "the grantee's key was revoked");
    }
    return {};
}

Verdict<> windowIsAPeriodAhead(const Terms &terms, Instant t)
{
    if (terms.notBefore >= terms.expires) {
        return reject(Code::Window, "the share would end before it begins");
    }
    if (terms.expires <= t) {
        return reject(Code::Window, "the share would be over already");
    }
    if (terms.expires > t + kLongestGrant) {
        return reject(Code::Window, "a share lasts 400 days at most");
    }
    return {};
}

Verdict<> signerOwns(const Step &step, const GrantRow &grant)
{
    if (grant.owner != step.key()) {
        return reject(Code::Auth, "only its owner may change or end a share");
    }
    return {};
}

Verdict<> grantIsLive(const GrantRow &grant)
{
    if (!grant.live) {
        return reject(Code::Revoked, "the share was ended before");
    }
    return {};
}

Verdict<> grantIsNotExpired(const GrantRow &grant, Instant t)
{
    if (t >= grant.terms.expires) {
        return reject(Code::Expired, "the share is over");
    }
    return {};
}

Verdict<> epochIsTheNext(const GrantRow &grant, std::uint32_t epoch)
{
    if (epoch != std::uint64_t{grant.epoch} + 1) {
        return reject(Code::Epoch,
                      "epoch " + std::to_string(epoch) + ", but the share is at "
                          + std::to_string(grant.epoch));
    }
    return {};
}

Verdict<> grantHasEndedByItself(const GrantRow &grant, Instant t)
{
    if (!grant.endedAt(t)) {
        return reject(Code::Early, "the share is not over by its own terms");
    }
    return {};
}

void purgePrivateValues(Overlay &state, const GrantId &id, const GrantRow &grant)
{
    for (const Field field : {Field::Release, Field::Notice}) {
        state.purge({.custodian = grant.terms.custodian,
                     .field = field,
                     .id = id.bytes(),
                     .epoch = grant.epoch});
    }
}

/// Also raises step.t: an entry is never earlier than those of its grants.
Verdict<std::vector<GrantRow>> grantsToRevoke(Step &step, const RevokeBody &body)
{
    std::vector<GrantRow> rows;
    for (const GrantId &id : body.grants) {
        KEEPWELL_TRY(GrantRow row, existingGrant(step.state, id));
        step.t = std::max(step.t, row.t);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

Verdict<GrantRow> existingGrant(Overlay &state, const GrantId &id)
{
    KEEPWELL_TRY(std::optional<GrantRow> row, state.grant(id));
    if (!row) {
        return reject(Code::NotFound, "there is no share " + id.toHex());
    }
    return *std::move(row);
}

Verdict<> decide(Step &step, const GrantBody &body)
{
    KEEPWELL_CHECK(grantIdIsNew(step, body.grant));
    KEEPWELL_CHECK(granteeIsAnotherLiveKey(step, body.grantee));
    KEEPWELL_CHECK(windowIsAPeriodAhead(body.terms, step.t));
    const GrantRow row{.owner = step.key(),
                       .grantee = body.grantee,
                       .epoch = 1,
                       .manifest = body.manifest,
                       .notice = body.notice,
                       .release = body.release,
                       .terms = body.terms,
                       .opens = 0,
                       .last = Instant{},
                       .live = true,
                       .t = step.t};
    step.state.put(grantRowKey(body.grant), encode(row));
    step.state.index(IndexKind::Party, row.owner.bytes(), body.grant.bytes());
    step.state.index(IndexKind::Party, row.grantee.bytes(), body.grant.bytes());
    return {};
}

Verdict<> decide(Step &step, const UpdateGrantBody &body)
{
    KEEPWELL_TRY(GrantRow row, existingGrant(step.state, body.grant));
    step.t = std::max(step.t, row.t);
    KEEPWELL_CHECK(signerOwns(step, row));
    KEEPWELL_CHECK(grantIsLive(row));
    KEEPWELL_CHECK(grantIsNotExpired(row, step.t));
    KEEPWELL_CHECK(epochIsTheNext(row, body.epoch));
    purgePrivateValues(step.state, body.grant, row);
    row.epoch = body.epoch;
    row.manifest = body.manifest;
    row.notice = body.notice;
    row.release = body.release;
    row.t = step.t;
    step.state.put(grantRowKey(body.grant), encode(row));
    step.state.index(IndexKind::Object, body.grant.bytes(), step.transaction.id().bytes());
    return {};
}

Verdict<> decide(Step &step, const RevokeBody &body)
{
    KEEPWELL_TRY(std::vector<GrantRow> rows, grantsToRevoke(step, body));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        GrantRow &row = rows[i];
        KEEPWELL_CHECK(signerOwns(step, row));
        KEEPWELL_CHECK(grantIsLive(row));
        if (body.reason == RevokeReason::Ended) {
            KEEPWELL_CHECK(grantHasEndedByItself(row, step.t));
        }
        purgePrivateValues(step.state, body.grants[i], row);
        row.live = false;
        row.t = step.t;
        step.state.put(grantRowKey(body.grants[i]), encode(row));
        step.state.index(IndexKind::Object, body.grants[i].bytes(), step.transaction.id().bytes());
    }
    return {};
}

} // namespace keepwell::contract
