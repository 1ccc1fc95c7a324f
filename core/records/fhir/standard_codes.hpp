// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace keepwell::records::fhir {

/// The words of a code of FHIR's own small code systems (kinds of visit, of claim, of consent, …),
/// which many servers send without a display; "" for every other code. `system` is its address.
/// Source: HL7 Terminology (THO), the systems a FHIR R4 element is bound to.
std::string_view standardWords(std::string_view system, std::string_view code);

/// "Unknown", "not applicable", …: words that stand where nothing is known.
bool saysNothing(std::string_view words);

/// Whether the codes of this system say why there is no value ("not-asked", "NI").
bool isReasonForNothing(std::string_view system);

/// SNOMED CT ends its names with what they are a name of: "Anaemia (disorder)" is "Anaemia".
std::string withoutTags(std::string words);

} // namespace keepwell::records::fhir
