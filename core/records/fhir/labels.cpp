// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/readable_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace keepwell::records::fhir {
namespace {

// Only where the element's own name, split, is not what a person would say.
constexpr auto kLabels = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"abatementDateTime", "Ended"},
    {"abatementString", "Ended"},
    {"asserter", "Stated by"},
    {"authoredOn", "Written on"},
    {"birthDate", "Born"},
    {"clinicalStatus", "State"},
    {"code", "Name"},
    {"codeCodeableConcept", "Name"},
    {"collectedDateTime", "Taken on"},
    {"communication", "Languages"},
    {"context", "Visit"},
    {"created", "Made on"},
    {"date", "Date"},
    {"dateAsserted", "Stated on"},
    {"dispenseRequest", "To be handed out"},
    {"doseNumberPositiveInt", "Dose"},
    {"doseNumberString", "Dose"},
    {"dosage", "Dose"},
    {"dosageInstruction", "Dose"},
    {"effectiveDateTime", "Date"},
    {"effectiveInstant", "Date"},
    {"effectivePeriod", "Time"},
    {"encounter", "Visit"},
    {"expectedSupplyDuration", "Lasts for"},
    {"issued", "Given out"},
    {"maritalStatus", "Marital status"},
    {"medicationCodeableConcept", "Medicine"},
    {"medicationReference", "Medicine"},
    {"numberOfRepeatsAllowed", "Repeats"},
    {"occurrenceDateTime", "Date"},
    {"occurrencePeriod", "Time"},
    {"onsetAge", "Began at age"},
    {"onsetDateTime", "Began"},
    {"onsetPeriod", "Began"},
    {"onsetString", "Began"},
    {"performedDateTime", "Date"},
    {"performedPeriod", "Time"},
    {"performer", "By"},
    {"period", "Time"},
    {"presentedForm", "Document"},
    {"reasonCode", "Reason"},
    {"reasonReference", "Reason"},
    {"recordedDate", "Written down"},
    {"recorder", "Written down by"},
    {"requester", "Asked for by"},
    {"sent", "Sent"},
    {"serviceProvider", "Place"},
    {"telecom", "Phone and mail"},
    {"valueQuantity", "Value"},
    {"vaccineCode", "Vaccine"},
    {"verificationStatus", "Certainty"},
    {"whenHandedOver", "Handed out"},
});

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

/// onsetDateTime is an onset: the type of a choice is nothing to people.
std::string_view withoutType(std::string_view key)
{
    static constexpr auto kTypes = std::to_array<std::string_view>(
        {"CodeableConcept", "Reference", "DateTime",    "Quantity",    "Period",  "String",
         "Boolean",         "Integer",   "PositiveInt", "UnsignedInt", "Decimal", "Range",
         "Ratio",           "Timing",    "Coding",      "Attachment",  "Age",     "Date",
         "Duration",        "Money",     "Instant",     "Uri",         "Markdown"});
    for (const std::string_view type : kTypes) {
        if (key.size() > type.size() && key.ends_with(type)
            && !isUpper(key[key.size() - type.size() - 1])) {
            return key.substr(0, key.size() - type.size());
        }
    }
    return key;
}

} // namespace

std::string labelOf(std::string_view key)
{
    const auto found
        = std::ranges::find(kLabels, key, &std::pair<std::string_view, std::string_view>::first);
    if (found != kLabels.end()) {
        return std::string{found->second};
    }
    std::string label;
    for (const char c : withoutType(key)) {
        if (label.empty() && c >= 'a' && c <= 'z') {
            label += static_cast<char>(c - 'a' + 'A');
        } else if (isUpper(c) && !label.empty()) {
            label += ' ';
            label += static_cast<char>(c - 'A' + 'a');
        } else {
            label += c;
        }
    }
    return plainLine(label, 60);
}

} // namespace keepwell::records::fhir
