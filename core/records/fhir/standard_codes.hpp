// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace keepwell::records::fhir {

/// The words of a code of FHIR's own small code systems (kinds of visit, of claim, of consent, …),
/// which many servers send without a display; "" for every other code. `system` is its address.
/// Source: HL7 Terminology (THO), the systems a FHIR R4 element is bound to.
std::string_view standardWords(std::string_view system, std::string_view code);

/// Whether the codes of this system say why there is no value ("not-asked", "NI").
bool isReasonForNothing(std::string_view system);

} // namespace keepwell::records::fhir
