// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/anchoring.hpp"

#include "core/records/anchor_batch.hpp"
#include "core/vault/outbox_table.hpp"

namespace keepwell::sharing {

Result<std::optional<std::int64_t>> queueAnchor(vault::Database &database, KeyRing &keys,
                                                Instant now)
{
    KEEPWELL_TRY(auto transaction, vault::Transaction::begin(database));
    KEEPWELL_TRY(const auto batch, records::buildAnchorBatch(database, now));
    if (!batch) {
        return std::nullopt;
    }
    KEEPWELL_TRY(const crypto::SigningKey self, keys.selfKey());
    KEEPWELL_TRY(const std::int64_t intent,
                 vault::OutboxTable{database}.add({.signer = vault::SignerKind::Self,
                                                   .key = self.publicKey(),
                                                   .body = contract::AnchorBody{batch->root},
                                                   .made = now,
                                                   .envelope = {},
                                                   .tx = {},
                                                   .entry = {}},
                                                  {}));
    KEEPWELL_CHECK(transaction.commit());
    return intent;
}

} // namespace keepwell::sharing
