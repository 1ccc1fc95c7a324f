// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_row.hpp"
#include "core/vault/row_id.hpp"

#include <optional>
#include <string>
#include <vector>

namespace keepwell::sharing {

/// Which records of one person a share holds: all conditions hold together, no condition = all but
/// those that are extra private.
struct Selection
{
    std::vector<vault::RecordKind> kinds;
    std::vector<vault::RecordId> records;  ///< These and no others; a live share cannot have them.
    std::string since;                     ///< ISO 8601 local day or instant; empty = any date.
    std::optional<vault::PersonId> person; ///< Default: the owner.
    /// Also those that are extra private. What is in `records` was chosen by hand, and is held anyway.
    bool withPrivate = false;

    /// As the vault keeps it, for the next epoch of a live share.
    Bytes encode() const;
    /// Errors: InvalidInput.
    static Result<Selection> parse(ByteView bytes);

    friend bool operator==(const Selection &, const Selection &) = default;
};

/// The records it means now, oldest first. Errors: NotFound for a record or person that is not
/// there; Usage for a date that is none.
Result<std::vector<vault::RecordId>> recordsOf(vault::Database &database,
                                               const Selection &selection);

} // namespace keepwell::sharing
