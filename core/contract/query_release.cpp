// SPDX-License-Identifier: Apache-2.0
#include "core/contract/apply.hpp"
#include "core/contract/commitments.hpp"
#include "core/contract/query_answers.hpp"
#include "core/contract/rules.hpp"

#include <sodium.h>

#include <algorithm>

namespace keepwell::contract {
namespace {

Bytes releaseInfo(const NetworkId &network, const TxId &request)
{
    return concat({bytesOf("keepwell/1/release-to"), network.view(), request.view()});
}

Verdict<AccessRow> grantedRequestOf(Overlay &state, const Query &query)
{
    KEEPWELL_TRY(const std::optional<AccessRow> access, state.access(TxId{query.id}));
    if (!access) {
        return reject(Code::NotLogged, "no such request is committed");
    }
    if (access->key != query.key) {
        return reject(Code::Auth, "the request was made by another key");
    }
    if (access->outcome != Code::Done) {
        return reject(access->outcome, "the request was refused");
    }
    return *access;
}

Verdict<> keysAreLive(Overlay &state, const AccessRow &access, const GrantRow &grant)
{
    KEEPWELL_TRY(const bool asker, isLive(state, access.key));
    KEEPWELL_TRY(const bool owner, isLive(state, grant.owner));
    if (!asker || !owner) {
        return reject(Code::KeyRevoked,
                      asker ? "the owner's key was revoked" : "the asking key was revoked");
    }
    return {};
}

Verdict<> grantStillReleases(const AccessRow &access, const GrantRow &grant, Instant now)
{
    if (now > access.t + kServeWindow) {
        return reject(Code::ServeWindow, "the request is older than 600 s");
    }
    if (now >= grant.terms.expires) {
        return reject(Code::Expired, "the share is over");
    }
    if (!grant.live) {
        return reject(Code::Revoked, "the owner has stopped sharing");
    }
    if (grant.epoch != access.epoch) {
        return reject(Code::Epoch, "the share is at epoch " + std::to_string(grant.epoch));
    }
    return {};
}

Verdict<Bytes> sealRelease(const Query &query, const AccessRow &access, PrivateValue release)
{
    if (!release.value) {
        return reject(release.purged ? Code::Purged : Code::Wait,
                      release.purged ? "the release part was destroyed"
                                     : "the release part is not deposited yet");
    }
    auto sealed = crypto::hpkeSeal(access.respondTo, releaseInfo(query.network, TxId{query.id}), {},
                                   *release.value);
    sodium_memzero(release.value->data(), release.value->size());
    if (!sealed) {
        return reject(Code::Enc, "the request's one-time key cannot be sealed to");
    }
    return *std::move(sealed);
}

} // namespace

Verdict<Bytes> answerRelease(StateView &state, const Query &query, Instant now)
{
    Overlay overlay{state};
    KEEPWELL_TRY(const AccessRow access, grantedRequestOf(overlay, query));
    KEEPWELL_TRY(const GrantRow grant, existingGrant(overlay, access.grant));
    KEEPWELL_CHECK(keysAreLive(overlay, access, grant));
    // A clock turned back must not open what time has closed.
    KEEPWELL_CHECK(grantStillReleases(access, grant, std::max({now, access.t, grant.t})));
    KEEPWELL_TRY(PrivateValue release,
                 state.getPrivate({.custodian = grant.terms.custodian,
                                   .field = Field::Release,
                                   .id = access.grant.bytes(),
                                   .epoch = access.epoch}));
    return sealRelease(query, access, std::move(release));
}

Result<crypto::ReleasePart> openRelease(const NetworkId &network, const TxId &request,
                                        const crypto::SealingKey &oneTimeKey, const GrantId &grant,
                                        std::uint32_t epoch, const Commitment &committed,
                                        ByteView answer)
{
    KEEPWELL_TRY(Bytes opened,
                 crypto::hpkeOpen(oneTimeKey, releaseInfo(network, request), {}, answer));
    const bool matches = opened.size() == crypto::ReleasePart::kBytes
        && releaseCommitment(network, grant, epoch, ByteView{opened}) == committed;
    if (!matches) {
        sodium_memzero(opened.data(), opened.size());
        return fail(ErrorCode::Tampered,
                    "the custodian's release part is not the one the share commits to");
    }
    return crypto::ReleasePart::take(
        std::span<std::byte, crypto::ReleasePart::kBytes>{opened.data(), opened.size()});
}

} // namespace keepwell::contract
