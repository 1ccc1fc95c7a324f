// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/json/document.hpp"

namespace keepwell::records::fhir {

/// The place of an element among its neighbours: what it says, when it was, the rest, the books.
/// Smaller comes first.
int rankOf(json::Value element);

/// Nothing to read for a person, or shown elsewhere (title, narrative, attachments, whose it is).
/// Not so are elements that only share a hidden name: CarePlan.activity.reference,
/// Patient.communication.language.
bool isHidden(json::Value element);

/// A Reference that says where to look, by an address or a number, and nothing to read.
bool isBareReference(json::Value value);

/// Whether an element that became no field holds anything a person would miss.
bool holdsSomething(json::Value value);

} // namespace keepwell::records::fhir
