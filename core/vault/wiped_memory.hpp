// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace keepwell::vault {

/// From now on every byte that SQLite frees is wiped first, in this whole process: pages of the
/// vault hold keys and records in the clear (docs/decisions/0127). Before the first use of SQLite,
/// by whomever; false when that was over, and nothing is changed then.
bool wipeWhatSqliteFrees();

} // namespace keepwell::vault
