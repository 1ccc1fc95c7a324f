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

} // namespace keepwell::sharing
