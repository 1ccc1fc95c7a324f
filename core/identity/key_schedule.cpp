// SPDX-License-Identifier: Apache-2.0
#include "core/identity/key_schedule.hpp"

#include "core/crypto/hkdf.hpp"

namespace keepwell::identity {
namespace {

crypto::PseudoRandomKey rootOf(const crypto::Seed &seed)
{
    return crypto::hkdfSha256Extract(bytesOf("keepwell/1/seed"), seed.expose());
}

template <class Wanted>
Wanted ofPair(const crypto::HotKey &hot, std::string_view label, const contract::NetworkId &network,
              Relation relation)
{
    return crypto::deriveSecret<Wanted>(
        hot.expose(),
        {bytesOf(label), network.view(), bigEndian32(relation.i), bigEndian32(relation.n)});
}

} // namespace

RecoveryKey recoveryKey(const crypto::Seed &seed)
{
    return crypto::deriveSecret<RecoveryKey>(rootOf(seed).expose(),
                                             {bytesOf("keepwell/1/recovery")});
}

crypto::HotKey hotKey(const crypto::Seed &seed, std::uint32_t e)
{
    return crypto::deriveSecret<crypto::HotKey>(rootOf(seed).expose(),
                                                {bytesOf("keepwell/1/hot"), bigEndian32(e)});
}

crypto::SigningKey selfSigningKey(const crypto::HotKey &hot)
{
    return crypto::SigningKey::fromSeed(crypto::deriveSecret<crypto::SigningKey::SeedBytes>(
        hot.expose(), {bytesOf("keepwell/1/self/sign")}));
}

crypto::SigningKey pairSigningKey(const crypto::HotKey &hot, const contract::NetworkId &network,
                                  Relation relation)
{
    return crypto::SigningKey::fromSeed(
        ofPair<crypto::SigningKey::SeedBytes>(hot, "keepwell/1/pair/sign", network, relation));
}

crypto::SealingKey pairSealingKey(const crypto::HotKey &hot, const contract::NetworkId &network,
                                  Relation relation)
{
    return crypto::SealingKey::fromSecret(
        ofPair<crypto::SealingKey::SecretBytes>(hot, "keepwell/1/pair/enc", network, relation));
}

} // namespace keepwell::identity
