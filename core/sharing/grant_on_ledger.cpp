// SPDX-License-Identifier: Apache-2.0
#include "core/sharing/grant_on_ledger.hpp"

#include "core/vault/outbox_table.hpp"
#include "core/vault/replica.hpp"

namespace keepwell::sharing {

Result<std::optional<contract::GrantRow>> grantOnLedger(vault::Database &database,
                                                        const contract::GrantId &grant)
{
    vault::ReplicaState replica{database};
    KEEPWELL_TRY(const std::optional<Bytes> value, replica.get(contract::grantRowKey(grant)));
    if (!value) {
        return std::nullopt;
    }
    KEEPWELL_TRY(contract::GrantRow row, contract::parseGrantRow(*value));
    return row;
}

Result<std::optional<contract::Code>> rejectionOf(vault::Database &database,
                                                  const contract::GrantId &grant)
{
    KEEPWELL_TRY(const auto acts, vault::OutboxTable{database}.about(grant.bytes()));
    if (acts.empty() || acts.back().state != vault::IntentState::Rejected) {
        return std::nullopt;
    }
    return acts.back().code;
}

} // namespace keepwell::sharing
