// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"
#include "core/ledger/ledger.hpp"
#include "core/vault/database.hpp"
#include "core/vault/relation_table.hpp"

#include <cstdint>
#include <functional>
#include <vector>

/// Finding a wallet's keys again on the ledger, from its words alone (docs/spec/keys.md).
namespace keepwell {

/// How many hot keys e = 0, 1, 2 … have an entry of their self key; 0: not a wallet of this network.
Result<std::uint32_t> hotKeysInUse(ledger::Ledger &ledger, const crypto::Seed &seed, Instant now);

/// The relations i = 0, 1, 2 … until 50 in a row are unknown to the ledger, and a few more, so that
/// the keys of invites that nobody answered yet are not used again.
Result<std::vector<vault::RelationRow>> relationsInUse(ledger::Ledger &ledger,
                                                       const crypto::Seed &seed,
                                                       std::uint32_t hotKeys, Instant now);

/// Keeps the relations and takes the ledger in twice: hellos name the contacts, then every line has
/// its name.
Result<> followAgain(vault::Database &database, const std::vector<vault::RelationRow> &relations,
                     const std::function<Result<std::int64_t>()> &takeIn);

} // namespace keepwell
