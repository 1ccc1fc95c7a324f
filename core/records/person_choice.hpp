// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/row_id.hpp"

#include <variant>

namespace keepwell::records {

struct ByTheFile // `--person` is not given: knownPerson() decides.
{
};
struct NewPeople // `new`: one person per Patient that is not known.
{
};

/// Whose records an import brings. A PersonId files everything under that person.
using PersonChoice = std::variant<ByTheFile, NewPeople, vault::PersonId>;

} // namespace keepwell::records
