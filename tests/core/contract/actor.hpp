// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/apply.hpp"
#include "core/contract/commitments.hpp"
#include "core/contract/envelope.hpp"
#include "core/crypto/hash.hpp"
#include "core/crypto/signature.hpp"

#include <string>

namespace keepwell::test {

inline const Instant kStart{std::chrono::seconds{1'800'000'000}};

/// 32 bytes that depend on a name: ids, roots and seeds a reader of a test can follow.
inline Bytes32 bytesNamed(std::string_view name) { return crypto::sha256(bytesOf(name)); }

/// Somebody with a key, who counts their own entries as a wallet does.
class Actor
{
public:
    Actor(const contract::NetworkId &network, std::string_view name)
        : m_network{network}
        , m_key{crypto::SigningKey::fromSeed(seedNamed(name))}
        , m_previous{network.bytes()}
    {
    }

    const contract::PublicKey &key() const { return m_key.publicKey(); }
    const crypto::SigningKey &signingKey() const { return m_key; }
    std::uint32_t seq() const { return m_seq; }

    contract::Payload payload(contract::Body body, Instant now) const
    {
        return {.network = m_network,
                .key = key(),
                .seq = m_seq + 1,
                .previous = m_previous,
                .notAfter = now + std::chrono::seconds{1800},
                .seen = {},
                .body = std::move(body)};
    }

    /// The next entry, signed; counted only by accepted().
    contract::Transaction next(contract::Body body, Instant now) const
    {
        return contract::Transaction::sign(payload(std::move(body), now), m_key);
    }

    void accepted(const contract::TxId &id)
    {
        ++m_seq;
        m_previous = id;
    }

private:
    static crypto::SigningKey::SeedBytes seedNamed(std::string_view name)
    {
        Bytes32 seed = bytesNamed(name);
        return crypto::SigningKey::SeedBytes::take(seed);
    }

    contract::NetworkId m_network;
    crypto::SigningKey m_key;
    std::uint32_t m_seq = 0;
    contract::TxId m_previous;
};

} // namespace keepwell::test
