// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/sqlite.hpp"

#include <span>

namespace keepwell::ledger {

/// What a plain database file of ours is, before a row of it is read.
struct FileForm
{
    std::string_view name;     ///< For errors: "ledger file".
    std::string_view stranger; ///< What another file is: "not a Keepwell ledger".
    std::int64_t applicationId = 0;
    std::int64_t version = 0;
    std::span<const std::string_view> schema; ///< The exact text of each table and index, in order.
};

/// Whether the open file has exactly this form and its structure is whole. Writes nothing.
/// Errors: InvalidInput (another file), Unsupported (made by a newer Keepwell), Tampered (damaged),
/// those of Sqlite.
Result<> checkForm(Sqlite &connection, const FileForm &form);

} // namespace keepwell::ledger
