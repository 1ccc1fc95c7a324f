// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/vault/database.hpp"
#include "core/vault/row_id.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell::records {

/// Somebody a file names, and who that is here.
struct NamedPerson
{
    std::string name;
    std::string born;                       ///< "" when the file does not say.
    std::optional<vault::PersonId> knownAs; ///< knownPerson()
};

/// Who the records in `bytes` (any format importBytes() takes) are about; empty when the file
/// names nobody. Changes nothing. Errors: as importBytes() reports for a file it cannot read.
Result<std::vector<NamedPerson>> peopleIn(vault::Database &database, std::string_view bytes);

/// Adds a person by hand, or the wallet's owner, so that later imports find them by this name.
Result<vault::PersonId> addPerson(vault::Database &database, std::string_view name,
                                  std::optional<std::string> born, bool owner = false);

} // namespace keepwell::records
