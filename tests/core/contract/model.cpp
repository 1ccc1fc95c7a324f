// SPDX-License-Identifier: Apache-2.0
#include "tests/core/contract/model.hpp"

#include <algorithm>

using namespace std::chrono_literals;

namespace keepwell::test {
namespace {

using namespace keepwell::contract;
using Prediction = Model::Prediction;

Prediction rejected(Code code) { return {.accepted = false, .code = code, .t = {}}; }

struct Judge
{
    const Model &model;
    const PublicKey &key;
    Instant t;

    Prediction done(Code code = Code::Done) const
    {
        return {.accepted = true, .code = code, .t = t};
    }

    const Model::Grant *find(const GrantId &id) const
    {
        const auto found = model.grants.find(id);
        return found == model.grants.end() ? nullptr : &found->second;
    }

    Prediction operator()(const GrantBody &body) const
    {
        const Terms &terms = body.terms;
        return find(body.grant) != nullptr                      ? rejected(Code::Exists)
            : body.grantee == key || model.isDead(body.grantee) ? rejected(Code::Party)
            : terms.notBefore >= terms.expires || t >= terms.expires
                || terms.expires - t > std::chrono::days{400}
            ? rejected(Code::Window)
            : done();
    }

    Prediction operator()(const UpdateGrantBody &body)
    {
        const Model::Grant *grant = find(body.grant);
        if (grant == nullptr) {
            return rejected(Code::NotFound);
        }
        t = std::max(t, grant->t);
        return grant->owner != key                          ? rejected(Code::Auth)
            : grant->ended                                  ? rejected(Code::Revoked)
            : t >= grant->body.terms.expires                ? rejected(Code::Expired)
            : body.epoch != std::uint64_t{grant->epoch} + 1 ? rejected(Code::Epoch)
                                                            : done();
    }

    Prediction operator()(const RevokeBody &body)
    {
        for (const GrantId &id : body.grants) {
            const Model::Grant *grant = find(id);
            if (grant == nullptr) {
                return rejected(Code::NotFound);
            }
            t = std::max(t, grant->t);
        }
        for (const GrantId &id : body.grants) {
            const Model::Grant &grant = model.grants.at(id);
            const auto most = grant.body.terms.maxOpens;
            const bool over = t >= grant.body.terms.expires
                || (most > 0 && grant.opens == most && t > grant.last + 600s);
            if (grant.owner != key) {
                return rejected(Code::Auth);
            }
            if (grant.ended) {
                return rejected(Code::Revoked);
            }
            if (body.reason == RevokeReason::Ended && !over) {
                return rejected(Code::Early);
            }
        }
        return done();
    }

    Prediction operator()(const RequestAccessBody &body)
    {
        const Model::Grant *grant = find(body.grant);
        if (grant == nullptr) {
            return rejected(Code::NotFound);
        }
        t = std::max(t, grant->t);
        const Terms &terms = grant->body.terms;
        const Code code = grant->body.grantee != key               ? Code::Party
            : grant->ended                                         ? Code::Revoked
            : t < terms.notBefore                                  ? Code::Early
            : t >= terms.expires                                   ? Code::Expired
            : body.epoch != grant->epoch                           ? Code::Epoch
            : terms.maxOpens > 0 && grant->opens >= terms.maxOpens ? Code::Opens
            : model.isDead(grant->owner)                           ? Code::KeyRevoked
                                                                   : Code::Done;
        const auto refused = model.refusals.find({body.grant, key});
        const bool quota = refused != model.refusals.end() && refused->second == 16;
        return code != Code::Done && quota ? rejected(Code::Quota) : done(code);
    }

    Prediction operator()(const DeliverBody &body) const
    {
        return model.deliveries.contains(body.delivery) ? rejected(Code::Exists)
            : model.isDead(body.to)                     ? rejected(Code::Party)
                                                        : done();
    }

    Prediction operator()(const AckDeliveryBody &body) const
    {
        const auto found = model.deliveries.find(body.delivery);
        return found == model.deliveries.end() ? rejected(Code::NotFound)
            : found->second.to != key          ? rejected(Code::Auth)
            : found->second.decided            ? rejected(Code::State)
                                               : done();
    }

    Prediction operator()(const SetPointerBody &body) const
    {
        const auto found = model.pointers.find(key);
        return found != model.pointers.end() && body.number <= found->second ? rejected(Code::Range)
                                                                             : done();
    }

    Prediction operator()(const AnchorBody & /*body*/) const { return done(); }
    Prediction operator()(const RevokeKeyBody & /*body*/) const { return done(); }
};

struct Keeper
{
    Model &model;
    const Transaction &transaction;
    const Prediction &prediction;

    const PublicKey &key() const { return transaction.payload().key; }

    void operator()(const GrantBody &body) const
    {
        model.grants[body.grant] = {.owner = key(), .body = body, .last = {}, .t = prediction.t};
    }
    void operator()(const UpdateGrantBody &body) const
    {
        Model::Grant &grant = model.grants[body.grant];
        ++grant.epoch;
        grant.body.release = body.release;
        grant.body.notice = body.notice;
        grant.t = prediction.t;
    }
    void operator()(const RevokeBody &body) const
    {
        for (const GrantId &id : body.grants) {
            model.grants[id].ended = true;
            model.grants[id].t = prediction.t;
        }
    }
    void operator()(const RequestAccessBody &body) const
    {
        const bool granted = prediction.code == Code::Done;
        model.requests[transaction.id()] = {.grant = body.grant,
                                            .epoch = body.epoch,
                                            .key = key(),
                                            .t = prediction.t,
                                            .granted = granted};
        if (granted) {
            Model::Grant &grant = model.grants[body.grant];
            ++grant.opens;
            grant.last = prediction.t;
            grant.t = prediction.t;
        } else {
            ++model.refusals[{body.grant, key()}];
        }
    }
    void operator()(const DeliverBody &body) const
    {
        model.deliveries[body.delivery] = {.to = body.to};
    }
    void operator()(const AckDeliveryBody &body) const
    {
        model.deliveries[body.delivery].decided = true;
    }
    void operator()(const SetPointerBody &body) const { model.pointers[key()] = body.number; }
    void operator()(const AnchorBody & /*body*/) const {}
    void operator()(const RevokeKeyBody & /*body*/) const { model.keys[key()].dead = true; }
};

} // namespace

Prediction Model::predict(const Transaction &transaction, Instant time) const
{
    const Payload &payload = transaction.payload();
    const auto found = keys.find(payload.key);
    const Key known = found != keys.end() ? found->second : Key{.last = TxId{network.bytes()}};
    if (known.dead) {
        return rejected(Code::KeyRevoked);
    }
    if (payload.seq != known.seq + 1 || payload.previous != known.last) {
        return rejected(Code::Seq);
    }
    if (time > payload.notAfter || payload.notAfter - time > 3600s) {
        return rejected(Code::Ttl);
    }
    return std::visit(Judge{*this, payload.key, std::max(known.t, time)}, payload.body);
}

void Model::accept(const Transaction &transaction, const Prediction &prediction)
{
    const Payload &payload = transaction.payload();
    Key &key = keys[payload.key];
    key.seq = payload.seq;
    key.last = transaction.id();
    key.t = prediction.t;
    std::visit(Keeper{*this, transaction, prediction}, payload.body);
}

} // namespace keepwell::test
