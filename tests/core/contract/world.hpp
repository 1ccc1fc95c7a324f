// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/apply.hpp"
#include "core/contract/deposit.hpp"
#include "core/contract/map_state.hpp"
#include "core/contract/query.hpp"
#include "core/contract/state.hpp"
#include "tests/core/contract/actor.hpp"

namespace keepwell::test {

/// When the share of World::grant() ends.
inline const Instant kExpires = kStart + std::chrono::days{30};

/// A network in memory with an owner, her doctor and a stranger.
struct World
{
    contract::NetworkId network{bytesNamed("network")};
    contract::MapState state;
    Actor owner{network, "owner"};
    Actor doctor{network, "doctor"};
    Actor stranger{network, "stranger"};
    contract::GrantId gid{bytesNamed("gid")};
    contract::DeliveryId did{bytesNamed("did")};
    Bytes release = copyOf(bytesNamed("r"));
    Bytes notice = copyOf(bytesOf("sealed notice"));
    Bytes reason = copyOf(bytesOf("sealed reason"));

    contract::Verdict<contract::Outcome> run(Actor &actor, contract::Body body,
                                             Instant time = kStart)
    {
        const auto transaction = actor.next(std::move(body), time);
        auto outcome = contract::apply(state, transaction, time);
        if (outcome) {
            actor.accepted(transaction.id());
        }
        return outcome;
    }

    /// The code of an accepted entry or of a rejection.
    contract::Code code(Actor &actor, contract::Body body, Instant time = kStart)
    {
        const auto outcome = run(actor, std::move(body), time);
        return outcome ? outcome->code : outcome.error().code;
    }

    contract::GrantBody grant() const
    {
        return {.grant = gid,
                .grantee = doctor.key(),
                .manifest = contract::Commitment{bytesNamed("manifest")},
                .notice = contract::noticeCommitment(network, gid, 1, notice),
                .release = contract::releaseCommitment(network, gid, 1, ByteView{release}),
                .terms = {.purpose = contract::Purpose::Treat,
                          .notBefore = kStart,
                          .expires = kExpires,
                          .maxOpens = 0,
                          .custodian = {}}};
    }

    contract::UpdateGrantBody update(std::uint32_t epoch) const
    {
        return {.grant = gid,
                .epoch = epoch,
                .manifest = contract::Commitment{bytesNamed("manifest 2")},
                .notice = contract::noticeCommitment(network, gid, epoch, notice),
                .release = contract::releaseCommitment(network, gid, epoch, ByteView{release})};
    }

    contract::RevokeBody revoke(contract::RevokeReason why = contract::RevokeReason::Stopped) const
    {
        return {.grants = {gid}, .reason = why};
    }

    contract::RequestAccessBody request(std::uint32_t epoch = 1) const
    {
        return {.grant = gid,
                .epoch = epoch,
                .respondTo = oneTime.publicKey(),
                .reason = contract::reasonCommitment(network, gid, epoch, reason)};
    }

    contract::DeliverBody delivery() const
    {
        return {.delivery = did,
                .to = owner.key(),
                .notice = contract::noticeCommitment(network, did, notice),
                .custodian = {}};
    }

    contract::Verdict<> give(contract::Deposit value, Instant now = kStart)
    {
        return contract::deposit(state, network, value, now);
    }

    contract::Verdict<Bytes> ask(contract::QueryNumber number, const Bytes32 &id, const Actor &who,
                                 Instant now = kStart)
    {
        const auto query = contract::makeQuery(network, number, id, now, who.signingKey());
        return contract::answer(state, network, query, now);
    }

    contract::GrantRow grantRow()
    {
        return contract::parseGrantRow(*state.get(contract::grantRowKey(gid)).value()).value();
    }

    contract::KeyRow keyRow(const Actor &actor)
    {
        return contract::parseKeyRow(*state.get(contract::keyRowKey(actor.key())).value()).value();
    }

    crypto::SealingKey oneTime = crypto::SealingKey::random();
};

} // namespace keepwell::test
