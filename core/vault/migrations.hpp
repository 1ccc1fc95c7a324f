// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/vault/database.hpp"

#include <cstdint>

namespace keepwell::vault {

/// The layout this build writes; `user_version` of the database.
inline constexpr std::int64_t kLayout = 3;

/// Brings a database to `layout` in one transaction, over each layout between; a new one has
/// layout 0. Only tests want another than kLayout: the wallet of an older build.
/// Errors: Unsupported for a newer layout, which stays as it is; Tampered for one that is not ours.
Result<> migrate(Database &database, std::int64_t layout = kLayout);

} // namespace keepwell::vault
