// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/json/document.hpp"

namespace keepwell::records::fhir {

/// Whether a resource's own security labels (meta.security) ask for more than the usual care: HL7's
/// confidentiality "restricted" or "very restricted", or one of its sensitivity policies (mental,
/// sexual and reproductive health, HIV, substance use, violence …). Labels of anybody else, and what is
/// no label, mean nothing here.
/// https://hl7.org/fhir/R4/valueset-security-labels.html
/// https://terminology.hl7.org/ValueSet-v3-InformationSensitivityPolicy.html
bool isLabelledPrivate(json::Value resource);

} // namespace keepwell::records::fhir
