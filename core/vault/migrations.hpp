// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/vault/database.hpp"

#include <cstdint>

namespace keepwell::vault {

/// The layout this build writes; `user_version` of the database.
inline constexpr std::int64_t kLayout = 1;

/// Brings a database to kLayout in one transaction; a new one has layout 0.
/// Errors: Unsupported for a newer layout, which stays as it is; Tampered for one that is not ours.
Result<> migrate(Database &database);

} // namespace keepwell::vault
