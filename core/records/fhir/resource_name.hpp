// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/fhir/reference_index.hpp"
#include "core/records/json/document.hpp"

#include <string_view>

namespace keepwell::records::fhir {

/// True for the types whose name tells something in other resources: people, places, things,
/// conditions, visits. Names of the others are not kept.
bool isNameable(std::string_view type);

/// What others need of this resource; references of it are looked up in `index`, one level deep, so
/// that a ring of references ends.
Referenced referencedBy(json::Value resource, const ReferenceIndex &index);

} // namespace keepwell::records::fhir
