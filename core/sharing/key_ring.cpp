// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/key_ring.hpp"

#include "core/identity/key_schedule.hpp"
#include "core/vault/hot_key_table.hpp"
#include "core/vault/setting_table.hpp"

namespace keepwell::sharing {

namespace {

Result<contract::NetworkId> networkOf(vault::Database &database)
{
    KEEPWELL_TRY(const auto bytes, vault::SettingTable{database}.bytes(vault::setting::kNetworkId));
    if (!bytes) {
        return fail(ErrorCode::Tampered, "the wallet does not know its network");
    }
    return contract::NetworkId::fromBytes(*bytes);
}

} // namespace

Result<crypto::SigningKey> KeyRing::selfKey()
{
    KEEPWELL_TRY(const vault::HotKeyRow hot, vault::HotKeyTable{m_database}.current());
    return identity::selfSigningKey(hot.key);
}

Result<crypto::SigningKey> KeyRing::signingKey(const vault::RelationRow &relation)
{
    KEEPWELL_TRY(const crypto::HotKey hot, vault::HotKeyTable{m_database}.at(relation.e));
    KEEPWELL_TRY(const contract::NetworkId network, networkOf(m_database));
    return identity::pairSigningKey(hot, network, {.i = relation.i, .n = relation.n});
}

Result<crypto::SealingKey> KeyRing::sealingKey(const vault::RelationRow &relation)
{
    KEEPWELL_TRY(const crypto::HotKey hot, vault::HotKeyTable{m_database}.at(relation.e));
    KEEPWELL_TRY(const contract::NetworkId network, networkOf(m_database));
    return identity::pairSealingKey(hot, network, {.i = relation.i, .n = relation.n});
}

Result<vault::RelationRow> KeyRing::newRelation(Instant now)
{
    vault::RelationTable relations{m_database};
    KEEPWELL_TRY(const vault::HotKeyRow hot, vault::HotKeyTable{m_database}.current());
    KEEPWELL_TRY(const contract::NetworkId network, networkOf(m_database));
    vault::RelationRow row;
    KEEPWELL_TRY(row.i, relations.nextIndex());
    row.e = hot.e;
    row.made = now;
    const identity::Relation relation{.i = row.i, .n = 0};
    row.sign = identity::pairSigningKey(hot.key, network, relation).publicKey();
    row.enc = identity::pairSealingKey(hot.key, network, relation).publicKey();
    KEEPWELL_CHECK(relations.add(row));
    return row;
}

Result<crypto::SigningKey> KeyRing::signerOf(const vault::IntentRow &intent)
{
    switch (intent.signer) {
    case vault::SignerKind::Self:
        return selfKey();
    case vault::SignerKind::OneUse: {
        KEEPWELL_TRY(const auto seed, vault::OutboxTable{m_database}.oneUseSeed(intent.id));
        return crypto::SigningKey::fromSeed(seed);
    }
    case vault::SignerKind::Relation:
        break;
    }
    KEEPWELL_TRY(const auto relation, mine(intent.key));
    if (!relation) {
        return fail(ErrorCode::NotFound, "the key of a queued act is not in this wallet");
    }
    return signingKey(*relation);
}

Result<std::optional<vault::RelationRow>> KeyRing::mine(const contract::PublicKey &key)
{
    return vault::RelationTable{m_database}.bySignKey(key);
}

} // namespace keepwell::sharing
