// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/classification.hpp"
#include "core/records/fhir/plain_text.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records::fhir {
namespace {

using vault::RecordKind;

struct TypeKind
{
    std::string_view type;
    RecordKind kind;
};

// Types whose kind does not depend on what is in them. The rest is `other`.
constexpr auto kKinds = std::to_array<TypeKind>({
    {"AllergyIntolerance", RecordKind::Allergy},
    {"Appointment", RecordKind::Appointment},
    {"AppointmentResponse", RecordKind::Appointment},
    {"Binary", RecordKind::Document},
    {"CarePlan", RecordKind::Plan},
    {"Claim", RecordKind::Insurance},
    {"ClaimResponse", RecordKind::Insurance},
    {"Communication", RecordKind::Message},
    {"CommunicationRequest", RecordKind::Message},
    {"Composition", RecordKind::Document},
    {"Condition", RecordKind::Condition},
    {"Coverage", RecordKind::Insurance},
    {"Device", RecordKind::Device},
    {"DeviceDefinition", RecordKind::Device},
    {"DeviceMetric", RecordKind::Device},
    {"DeviceRequest", RecordKind::Device},
    {"DeviceUseStatement", RecordKind::Device},
    {"DocumentReference", RecordKind::Document},
    {"Encounter", RecordKind::Visit},
    {"ExplanationOfBenefit", RecordKind::Insurance},
    {"Goal", RecordKind::Plan},
    {"ImagingStudy", RecordKind::Imaging},
    {"Immunization", RecordKind::Immunization},
    {"ImmunizationEvaluation", RecordKind::Immunization},
    {"ImmunizationRecommendation", RecordKind::Immunization},
    {"Media", RecordKind::Document},
    {"Procedure", RecordKind::Procedure},
    {"ServiceRequest", RecordKind::Plan},
});

// LOINC codes of notes (US Core clinical notes and their usual companions).
constexpr auto kNotes = std::to_array<std::string_view>({
    "11488-4",
    "11490-0",
    "11504-8",
    "11506-3",
    "18748-4",
    "18842-5",
    "28570-0",
    "34109-9",
    "34111-5",
    "34117-2",
    "34133-9",
    "34746-8",
    "51847-2",
    "51848-0",
    "57133-1",
});

RecordKind observationKind(json::Value resource)
{
    bool any = false;
    bool result = false;
    for (const json::Value category : resource["category"].items()) {
        for (const json::Value coding : category["coding"].items()) {
            any = true;
            const std::string_view code = coding["code"].text();
            if (code == "vital-signs") {
                return RecordKind::Vital;
            }
            result = result || code == "laboratory" || code == "imaging";
        }
        if (!category["coding"].exists() && category["text"].isString()) {
            any = true;
            const std::string words = folded(category["text"].text());
            if (words.find("vital") != std::string::npos) {
                return RecordKind::Vital;
            }
            result = result || words.starts_with("lab") || words.starts_with("imag");
        }
    }
    return result || !any ? RecordKind::Result : RecordKind::Other;
}

RecordKind reportKind(json::Value resource)
{
    bool any = false;
    for (const json::Value category : resource["category"].items()) {
        for (const json::Value coding : category["coding"].items()) {
            any = true;
            if (std::ranges::find(kNotes, coding["code"].text()) == kNotes.end()) {
                return RecordKind::Result;
            }
        }
    }
    return any ? RecordKind::Document : RecordKind::Result;
}

} // namespace

RecordKind kindOf(json::Value resource)
{
    const std::string_view type = resource["resourceType"].text();
    if (type == "Observation") {
        return observationKind(resource);
    }
    if (type == "DiagnosticReport") {
        return reportKind(resource);
    }
    if (type.starts_with("Medication")) {
        return RecordKind::Medication;
    }
    const auto found = std::ranges::lower_bound(kKinds, type, {}, &TypeKind::type);
    return found != kKinds.end() && found->type == type ? found->kind : RecordKind::Other;
}

} // namespace keepwell::records::fhir
