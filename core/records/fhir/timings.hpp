// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/json/document.hpp"

#include <string>
#include <string_view>

/// FHIR R4's types of times and doses in words: plain lines (plain_text.hpp), "" for nothing.
namespace keepwell::records::fhir {

/// A date or dateTime for people: partial as written, instants as "2020-01-01 08:30".
std::string dateText(std::string_view date);
std::string periodText(json::Value period); ///< "2020-01-01 to 2020-02-01".
std::string timingText(json::Value timing); ///< "2 times a day".
std::string dosageText(json::Value dosage);

} // namespace keepwell::records::fhir
