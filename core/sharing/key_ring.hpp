// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/hpke.hpp"
#include "core/crypto/signature.hpp"
#include "core/vault/database.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/relation_table.hpp"

#include <cstdint>
#include <optional>

namespace keepwell::sharing {

/// My keys, derived from the vault's hot key when they are needed, and gone when they are not.
/// One thread at a time, as its database.
class KeyRing
{
public:
    explicit KeyRing(vault::Database &database) : m_database{database} {}

    /// "self/sign" of the hot key in use: anchors and the pointer.
    Result<crypto::SigningKey> selfKey();

    // Of a relation. Errors: NotFound.
    Result<crypto::SigningKey> signingKey(const vault::RelationRow &relation);
    Result<crypto::SealingKey> sealingKey(const vault::RelationRow &relation);

    /// Makes the next relation and keeps its public row; part of the transaction it is in.
    Result<vault::RelationRow> newRelation(Instant now);

    /// The key that signs an intent.
    Result<crypto::SigningKey> signerOf(const vault::IntentRow &intent);

    /// The relation whose signing key this is: "a key of mine".
    Result<std::optional<vault::RelationRow>> mine(const contract::PublicKey &key);

private:
    vault::Database &m_database;
};

} // namespace keepwell::sharing
