// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/fhir/reference_index.hpp"
#include "core/records/json/document.hpp"

#include <string>
#include <string_view>

namespace keepwell::records::fhir {

/// What a person would call this record: "Flu vaccine", "Blood pressure 132/78", "Metformin 500 mg
/// tablet". A plain line, never empty. Codes only where neither the resource nor what it refers to
/// has words.
std::string titleOf(json::Value resource, const Resolver &resolver);

/// An Observation's title: its name and its value.
std::string observationTitle(json::Value resource, const Resolver &resolver);
/// The value of an Observation or of a component, in words: "132 mmHg", "Never smoked".
std::string observationValue(json::Value observation, const Resolver &resolver);

/// Claim, ClaimResponse, ExplanationOfBenefit, Invoice.
bool isAboutMoney(std::string_view type);
/// What was paid for, how much, and by whom, as far as the resource tells:
/// "Insurance statement: Flu vaccine, Humana paid 129.16 USD"; "" when it tells nothing.
std::string moneyTitle(json::Value resource, const Resolver &resolver);

/// "Flu vaccine" for an Immunization, by its words and CVX codes; "" when it is none we know.
std::string plainVaccineName(json::Value immunization);

/// What a type is called: "Test or measurement" for Observation; an unknown one split into words.
std::string typeWords(std::string_view type);

/// The first line of the resource's narrative, for those that have no other words.
std::string narrativeTitle(json::Value resource);

} // namespace keepwell::records::fhir
