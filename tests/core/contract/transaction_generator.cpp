// SPDX-License-Identifier: Apache-2.0
#include "tests/core/contract/transaction_generator.hpp"

#include "core/contract/commitments.hpp"

#include <algorithm>

using namespace std::chrono_literals;

namespace keepwell::test {
namespace {

using namespace keepwell::contract;

constexpr int kPeople = 5;
constexpr int kGrants = 6;
constexpr int kDeliveries = 4;

crypto::SigningKey keyNamed(const std::string &name)
{
    Bytes32 seed = bytesNamed(name);
    return crypto::SigningKey::fromSeed(crypto::SigningKey::SeedBytes::take(seed));
}

} // namespace

TransactionGenerator::TransactionGenerator(std::uint64_t seed, std::string custodian)
    : m_random{seed}
    , m_network{bytesNamed("network " + std::to_string(seed))}
    , m_custodian{std::move(custodian)}
    , m_now{kStart}
{
    renewWorldSometimes();
}

int TransactionGenerator::below(int count)
{
    return static_cast<int>(m_random() % static_cast<std::uint64_t>(count));
}

void TransactionGenerator::passTime()
{
    switch (below(12)) {
    case 0:
        m_now -= std::chrono::seconds{below(120)};
        break;
    case 1:
        m_now += std::chrono::seconds{below(3600)};
        break;
    case 2:
        m_now += std::chrono::seconds{oneIn(10) ? below(200'000) : below(700)};
        break;
    default:
        m_now += std::chrono::seconds{below(5)};
    }
}

/// People die and grants end: new ones come, so that the run does not die out.
void TransactionGenerator::renewWorldSometimes()
{
    if (m_generation > 0 && !oneIn(400)) {
        return;
    }
    const std::string mark = " " + std::to_string(++m_generation);
    m_people.clear();
    m_grants.clear();
    m_deliveries.clear();
    for (int i = 0; i < kPeople; ++i) {
        m_people.push_back(keyNamed("person " + std::to_string(i) + mark));
    }
    for (int i = 0; i < kGrants; ++i) {
        m_grants.emplace_back(bytesNamed("grant " + std::to_string(i) + mark));
    }
    for (int i = 0; i < kDeliveries; ++i) {
        m_deliveries.emplace_back(bytesNamed("delivery " + std::to_string(i) + mark));
    }
}

const crypto::SigningKey &TransactionGenerator::person()
{
    return m_people[static_cast<std::size_t>(below(kPeople))];
}

GrantId TransactionGenerator::grantId()
{
    return m_grants[static_cast<std::size_t>(below(kGrants))];
}

DeliveryId TransactionGenerator::deliveryId()
{
    return m_deliveries[static_cast<std::size_t>(below(kDeliveries))];
}

Bytes TransactionGenerator::releaseOf(const GrantId &grant, std::uint32_t epoch) const
{
    return copyOf(bytesNamed("r of " + grant.toHex() + std::to_string(epoch)));
}

std::uint32_t TransactionGenerator::nearEpoch(const Model &model, const GrantId &grant)
{
    const auto found = model.grants.find(grant);
    const std::uint32_t epoch = found != model.grants.end() ? found->second.epoch : 1;
    return oneIn(8) ? epoch + static_cast<std::uint32_t>(below(3)) - 1 : epoch;
}

Body TransactionGenerator::grantBody()
{
    GrantBody body;
    body.grant = grantId();
    body.grantee = person().publicKey();
    body.notice = noticeCommitment(m_network, body.grant, 1, releaseOf(body.grant, 1));
    body.release = releaseCommitment(m_network, body.grant, 1, ByteView{releaseOf(body.grant, 1)});
    body.terms.notBefore = m_now + std::chrono::seconds{below(4) == 0 ? below(600) : -below(600)};
    body.terms.expires = m_now + std::chrono::seconds{below(4000) - 40};
    if (oneIn(10)) {
        body.terms.expires = m_now + 400 * 24h + std::chrono::seconds{below(3) - 1};
    }
    body.terms.custodian = m_custodian;
    body.terms.maxOpens = static_cast<std::uint32_t>(below(4));
    return body;
}

Body TransactionGenerator::updateBody(const Model &model)
{
    UpdateGrantBody body;
    body.grant = grantId();
    body.epoch = nearEpoch(model, body.grant) + 1;
    const Bytes release = releaseOf(body.grant, body.epoch);
    body.notice = noticeCommitment(m_network, body.grant, body.epoch, release);
    body.release = releaseCommitment(m_network, body.grant, body.epoch, ByteView{release});
    return body;
}

Body TransactionGenerator::revokeBody()
{
    RevokeBody body{.grants = {grantId()},
                    .reason = oneIn(2) ? RevokeReason::Ended : RevokeReason::Stopped};
    if (const GrantId second = grantId(); oneIn(4) && second != body.grants.front()) {
        body.grants.push_back(second);
    }
    return body;
}

Body TransactionGenerator::requestBody(const Model &model)
{
    RequestAccessBody body;
    body.grant = grantId();
    body.epoch = nearEpoch(model, body.grant);
    body.respondTo = crypto::SealingPublicKey{bytesNamed(std::to_string(m_random()))};
    return body;
}

Body TransactionGenerator::body(const Model &model, const PublicKey &signer)
{
    const int kind = below(100);
    if (kind < 18) {
        return grantBody();
    }
    if (kind < 26) {
        return updateBody(model);
    }
    if (kind < 32) {
        return revokeBody();
    }
    if (kind < 75) {
        return requestBody(model);
    }
    if (kind < 82) {
        return DeliverBody{deliveryId(), person().publicKey(), {}, m_custodian};
    }
    if (kind < 89) {
        return AckDeliveryBody{deliveryId(), oneIn(2) ? Decision::Filed : Decision::Refused};
    }
    if (kind < 93) {
        return AnchorBody{signer.bytes()};
    }
    if (kind < 99) {
        return SetPointerBody{{}, static_cast<std::uint64_t>(below(5))};
    }
    return RevokeKeyBody{};
}

/// Whoever may do this, mostly; anybody else now and then.
const crypto::SigningKey &TransactionGenerator::likelySigner(const Model &model, const Body &body)
{
    std::optional<PublicKey> right;
    const auto ofGrant = [&](const GrantId &id, bool owner) {
        if (const auto found = model.grants.find(id); found != model.grants.end()) {
            right = owner ? found->second.owner : found->second.body.grantee;
        }
    };
    if (const auto *update = std::get_if<UpdateGrantBody>(&body)) {
        ofGrant(update->grant, true);
    } else if (const auto *revoke = std::get_if<RevokeBody>(&body)) {
        ofGrant(revoke->grants.front(), true);
    } else if (const auto *request = std::get_if<RequestAccessBody>(&body)) {
        ofGrant(request->grant, false);
    } else if (const auto *ack = std::get_if<AckDeliveryBody>(&body)) {
        if (const auto found = model.deliveries.find(ack->delivery);
            found != model.deliveries.end()) {
            right = found->second.to;
        }
    }
    const auto known = std::ranges::find_if(m_people, [&right](const crypto::SigningKey &key) {
        return right && key.publicKey() == *right;
    });
    return known != m_people.end() && !oneIn(6) ? *known : person();
}

Transaction TransactionGenerator::next(const Model &model)
{
    passTime();
    renewWorldSometimes();
    if (!m_made.empty() && oneIn(40)) {
        return m_made[static_cast<std::size_t>(below(static_cast<int>(m_made.size())))];
    }
    const Body made = body(model, person().publicKey());
    const crypto::SigningKey &signer = likelySigner(model, made);
    const auto found = model.keys.find(signer.publicKey());
    const bool isKnown = found != model.keys.end();
    Payload payload{.network = m_network,
                    .key = signer.publicKey(),
                    .seq = isKnown ? found->second.seq + 1 : 1,
                    .previous = isKnown ? found->second.last : TxId{m_network.bytes()},
                    .notAfter = m_now + 1800s,
                    .seen = {},
                    .body = made};
    switch (below(60)) {
    case 0:
        payload.seq += static_cast<std::uint32_t>(below(3)) - 1;
        break;
    case 1:
        payload.previous = TxId{bytesNamed("elsewhere")};
        break;
    case 2:
        payload.notAfter
            = m_now + std::chrono::seconds{below(2) == 0 ? below(5) - 3 : 3598 + below(5)};
        break;
    default:
        break;
    }
    auto transaction = Transaction::sign(payload, signer);
    if (m_made.size() < 200) {
        m_made.push_back(transaction);
    } else {
        m_made[static_cast<std::size_t>(below(200))] = transaction;
    }
    return transaction;
}

std::optional<Deposit> TransactionGenerator::deposit(const Model &model)
{
    const GrantId grant = grantId();
    const std::uint32_t epoch = nearEpoch(model, grant);
    Bytes value = releaseOf(grant, epoch);
    if (oneIn(20)) {
        value[0] ^= std::byte{1};
    }
    return oneIn(4) ? Deposit::notice(grant, epoch, value) : Deposit::release(grant, epoch, value);
}

std::optional<Question> TransactionGenerator::releaseQuestion(const Model &model)
{
    if (model.requests.empty()) {
        return std::nullopt;
    }
    // Recent ones first: most of the others are too old to be answered.
    for (int tries = 0; tries < 20; ++tries) {
        const Transaction &made
            = m_made[static_cast<std::size_t>(below(static_cast<int>(m_made.size())))];
        const auto request = model.requests.find(made.id());
        if (request == model.requests.end()) {
            continue;
        }
        const auto signer = std::ranges::find_if(m_people, [&](const crypto::SigningKey &key) {
            return key.publicKey() == request->second.key;
        });
        if (signer == m_people.end()) {
            continue;
        }
        const crypto::SigningKey &asker = oneIn(8) ? person() : *signer;
        const Instant now = oneIn(3) ? request->second.t + std::chrono::seconds{below(700)} : m_now;
        return Question{
            .query = makeQuery(m_network, QueryNumber::GetRelease, made.id().bytes(), now, asker),
            .request = made.id(),
            .asker = asker.publicKey(),
            .now = now};
    }
    return std::nullopt;
}

Envelope TransactionGenerator::damagedEnvelope(const Model &model)
{
    Transaction right = next(model);
    Envelope envelope = right.envelope();
    if (oneIn(5)) {
        Payload payload = right.payload();
        payload.network = NetworkId{bytesNamed("another network")};
        return Transaction::sign(payload, person()).envelope();
    }
    if (oneIn(2)) {
        const auto at = static_cast<std::size_t>(below(static_cast<int>(envelope.payload.size())));
        envelope.payload[at] ^= static_cast<std::byte>(1 << below(8));
    } else {
        const auto at = static_cast<std::size_t>(below(64));
        envelope.signature[at] ^= static_cast<std::byte>(1 << below(8));
    }
    return envelope;
}

std::vector<Bytes> TransactionGenerator::privateValues() const
{
    std::vector<Bytes> values;
    for (const GrantId &grant : m_grants) {
        for (const std::uint32_t epoch : {1U, 2U}) {
            values.push_back(releaseOf(grant, epoch));
        }
    }
    return values;
}

} // namespace keepwell::test
