// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/identity/role.hpp"
#include "core/ledger/ledger.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/vault/contact_table.hpp"
#include "core/vault/database.hpp"
#include "core/vault/delivery_table.hpp"
#include "core/vault/invite_table.hpp"

#include <string>

/// Contacts by invites and hellos (docs/spec/invite.md). One thread at a time.
namespace keepwell::sharing {

/// Who answers an invite: the wallet's owner.
struct Self
{
    std::string name;
    identity::Role role = identity::Role::Patient;
};

inline constexpr std::chrono::days kInviteLifetime{30};

/// A fresh single-use invite for a new relation, kept in the vault; the file's bytes.
Result<Bytes> makeInvite(vault::Database &database, KeyRing &keys, const ledger::Info &info,
                         const Self &self, Instant now);

/// Makes the contact of an invite at once, and queues my hello to its key, signed by a one-use key.
/// Errors: Denied when it is of another network (naming both), expired or my own; Conflict when
/// this contact is there already; Tampered, InvalidInput, Unsupported for its bytes.
Result<vault::ContactRow> acceptInvite(vault::Database &database, KeyRing &keys,
                                       const ledger::Info &info, const Self &self, ByteView invite,
                                       Instant now);

/// A hello that came for `invite`: makes the contact, or keeps why it was refused. Its delivery row
/// is replaced by a row of its own; it is never acknowledged.
Result<> takeHello(vault::Database &database, const ledger::Info &info,
                   const vault::DeliveryRow &delivery, const vault::InviteRow &invite,
                   ByteView hello, Instant now);

} // namespace keepwell::sharing
