// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/records/described.hpp"
#include "core/records/fhir/reference_index.hpp"
#include "core/records/json/document.hpp"

namespace keepwell::records::fhir {

/// Whether a value may be filed as a record: an object with a resourceType that is a type's name,
/// and an id, where there is one, that is a text of at most 256 bytes. Every type is accepted.
/// Errors: InvalidInput, saying which of these does not hold.
Result<> checkResource(json::Value value);

/// What a list shows of a checked resource.
Described describe(json::Value resource, const Resolver &resolver);

} // namespace keepwell::records::fhir
