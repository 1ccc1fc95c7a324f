// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/json/document.hpp"

#include <string>

/// FHIR R4's types of amounts in words: plain lines (plain_text.hpp), "" for nothing.
namespace keepwell::records::fhir {

std::string unitText(json::Value quantity);
std::string quantityText(json::Value value); ///< "132 mmHg", "< 5.50 mg"; digits as written.
std::string rangeText(json::Value range);    ///< Range: "60 to 90 mL/min".
std::string ratioText(json::Value ratio);
std::string moneyText(json::Value money); ///< Money: "12.50 USD", without the dust of sums.

} // namespace keepwell::records::fhir
