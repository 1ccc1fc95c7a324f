// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/fhir/reference_index.hpp"
#include "core/records/json/document.hpp"

#include <functional>
#include <string>
#include <string_view>

/// FHIR R4 data types in words. All results are plain lines (plain_text.hpp), "" for nothing.
namespace keepwell::records::fhir {

/// CodeableConcept: its text, else a display, chosen by the user before others.
std::string conceptWords(json::Value codeable);
/// CodeableConcept or Coding: "LOINC 4548-4", for where there are no words.
std::string codeWords(json::Value codeable);
std::string humanName(json::Value name); ///< HumanName, or the official one of several.
std::string addressText(json::Value address);

/// An element of any of these types, of those in quantities.hpp and timings.hpp, or a string,
/// number, boolean, Annotation, Reference.
std::string elementWords(json::Value element, const Resolver &resolver);

/// The values of `value`, `effective`, … : value["valueQuantity"] for choice(value, "value").
json::Value choice(json::Value parent, std::string_view name);

/// Visits what stands at `path` ("reaction.substance"; lists are gone through) until `visit`
/// returns true. Returns whether it did.
bool visitPath(json::Value from, std::string_view path,
               const std::function<bool(json::Value)> &visit);
/// The first words at any of `paths` (separated by blanks), in their order; "" for none.
std::string firstWords(json::Value from, std::string_view paths, const Resolver &resolver);
/// The first value there.
json::Value firstValue(json::Value from, std::string_view paths);

} // namespace keepwell::records::fhir
