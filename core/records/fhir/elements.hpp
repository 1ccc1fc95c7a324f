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
std::string humanName(json::Value name);     ///< HumanName, or the official one of several.
std::string quantityText(json::Value value); ///< "132 mmHg", "< 5.50 mg"; digits as written.
std::string rangeText(json::Value range);    ///< Range: "60 to 90 mL/min".
std::string ratioText(json::Value ratio);
std::string periodText(json::Value period); ///< "2020-01-01 to 2020-02-01".
std::string addressText(json::Value address);
std::string timingText(json::Value timing);
std::string dosageText(json::Value dosage);
std::string unitText(json::Value quantity);
std::string moneyText(json::Value money); ///< Money: "12.50 USD", without the dust of sums.
/// A date or dateTime for people: partial as written, instants as "2020-01-01 08:30".
std::string dateText(std::string_view date);

/// An element of any of the types above, or a string, number, boolean, Annotation, Reference.
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
