// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/fhir/reference_index.hpp"
#include "core/records/json/document.hpp"
#include "core/vault/record_date.hpp"
#include "core/vault/record_row.hpp"

#include <string>

namespace keepwell::records::fhir {

/// By its type; an Observation by its category. Document, Note … as people look for them.
vault::RecordKind kindOf(json::Value resource);

/// When it happened, as far as the resource tells: the time of the event itself before the time it
/// was written down.
vault::RecordDate dateOf(json::Value resource);

/// Where a record comes from.
struct Origin
{
    std::string organisation;
    std::string practitioner;
};

/// By the resource's own references, else by those of its encounter.
Origin originOf(json::Value resource, const Resolver &resolver);

/// The words a search finds a record by: its title, names, displays, notes, each once, at most a
/// few thousand bytes.
std::string searchWords(json::Value resource, std::string_view title, const Origin &origin,
                        const Resolver &resolver);

} // namespace keepwell::records::fhir
