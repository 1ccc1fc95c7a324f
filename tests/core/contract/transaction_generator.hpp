// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/deposit.hpp"
#include "core/contract/query.hpp"
#include "tests/core/contract/model.hpp"

#include <random>
#include <vector>

namespace keepwell::test {

struct Question
{
    contract::SignedQuery query;
    contract::TxId request;
    contract::PublicKey asker;
    Instant now;
};

/// Makes transactions that are mostly nearly right: a few keys and ids that meet often, times around
/// the edges, and now and then something forged. The same seed gives the same run.
class TransactionGenerator
{
public:
    explicit TransactionGenerator(std::uint64_t seed, std::string custodian = {});

    const contract::NetworkId &network() const { return m_network; }
    Instant now() const { return m_now; }
    bool oneIn(int count) { return below(count) == 0; }

    contract::Transaction next(const Model &model);
    std::optional<contract::Deposit> deposit(const Model &model);
    std::optional<Question> releaseQuestion(const Model &model);
    contract::Envelope damagedEnvelope(const Model &model);
    /// A sample of what was deposited or could have been.
    std::vector<Bytes> privateValues() const;

private:
    int below(int count);
    void passTime();
    void renewWorldSometimes();
    const crypto::SigningKey &person();
    contract::GrantId grantId();
    contract::DeliveryId deliveryId();
    Bytes releaseOf(const contract::GrantId &grant, std::uint32_t epoch) const;
    contract::Body body(const Model &model, const contract::PublicKey &signer);
    contract::Body grantBody();
    contract::Body updateBody(const Model &model);
    contract::Body revokeBody();
    contract::Body requestBody(const Model &model);
    std::uint32_t nearEpoch(const Model &model, const contract::GrantId &grant);
    const crypto::SigningKey &likelySigner(const Model &model, const contract::Body &body);

    std::mt19937_64 m_random;
    contract::NetworkId m_network;
    std::string m_custodian;
    Instant m_now;
    int m_generation = 0;
    std::vector<crypto::SigningKey> m_people;
    std::vector<contract::GrantId> m_grants;
    std::vector<contract::DeliveryId> m_deliveries;
    std::vector<contract::Transaction> m_made;
};

} // namespace keepwell::test
