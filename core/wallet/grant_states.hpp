// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/contract/state.hpp"
#include "core/vault/database.hpp"
#include "core/vault/grant_table.hpp"
#include "core/vault/received_share_table.hpp"
#include "core/wallet/rows.hpp"

#include <optional>

/// Where a share stands, from the vault's replica of the ledger. Same thread as the database.
namespace keepwell {

struct GrantState
{
    ShareState state = ShareState::Queued;
    bool waiting = false;                     ///< Its stop or update has not been sent yet.
    std::optional<contract::Code> rejection;  ///< Of the last act on it, by the contract.
    std::optional<contract::GrantRow> ledger; ///< nullopt while it is only queued.
};

Result<GrantState> stateOf(vault::Database &database, const vault::GivenGrantRow &grant,
                           Instant now);

Result<InboxState> stateOf(vault::Database &database, const vault::ReceivedShareRow &share,
                           Instant now);

} // namespace keepwell
