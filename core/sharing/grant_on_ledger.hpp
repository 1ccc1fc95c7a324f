// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/contract/state.hpp"
#include "core/vault/database.hpp"

#include <optional>

namespace keepwell::sharing {

/// A grant as the ledger has it, by the vault's replica; nullopt while it is only queued, or when
/// it does not concern this wallet. Same thread as `database`. Errors: Tampered.
Result<std::optional<contract::GrantRow>> grantOnLedger(vault::Database &database,
                                                        const contract::GrantId &grant);

/// What the contract said of the last act on this grant, where it did not take it; nothing while
/// one waits or was taken.
Result<std::optional<contract::Code>> rejectionOf(vault::Database &database,
                                                  const contract::GrantId &grant);

} // namespace keepwell::sharing
