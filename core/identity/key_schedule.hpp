// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contract/ids.hpp"
#include "core/crypto/hpke.hpp"
#include "core/crypto/secret.hpp"
#include "core/crypto/signature.hpp"

#include <cstdint>

/// Every key of a wallet, from its 12 words (docs/spec/keys.md). Pure functions; any thread.
namespace keepwell::identity {

/// Opens the vault's recovery slot.
using RecoveryKey = crypto::Secret<struct RecoveryKeyTag, 32>;

/// The key of one relation of mine: relation i (0, 1, 2 …, never used again), its key number n.
struct Relation
{
    std::uint32_t i = 0;
    std::uint32_t n = 0;
};

RecoveryKey recoveryKey(const crypto::Seed &seed);
/// hot(e): what a vault keeps instead of the seed. e rises by one after a device was stolen.
crypto::HotKey hotKey(const crypto::Seed &seed, std::uint32_t e);

/// Signs anchors and the backup pointer; its entries tell a restoring wallet that e was in use.
crypto::SigningKey selfSigningKey(const crypto::HotKey &hot);
crypto::SigningKey pairSigningKey(const crypto::HotKey &hot, const contract::NetworkId &network,
                                  Relation relation);
crypto::SealingKey pairSealingKey(const crypto::HotKey &hot, const contract::NetworkId &network,
                                  Relation relation);

} // namespace keepwell::identity
