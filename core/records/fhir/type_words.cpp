// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/title.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace keepwell::records::fhir {
namespace {

// Only where the standard's own word, split, is not the word of people.
constexpr auto kWords = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"AllergyIntolerance", "Allergy"},
    {"AuditEvent", "Use of records"},
    {"Basic", "Other record"},
    {"Binary", "File"},
    {"CarePlan", "Care plan"},
    {"CareTeam", "Care team"},
    {"Communication", "Message"},
    {"Composition", "Document"},
    {"Coverage", "Insurance"},
    {"DeviceUseStatement", "Use of a device"},
    {"DiagnosticReport", "Test report"},
    {"DocumentReference", "Document"},
    {"Encounter", "Visit"},
    {"EpisodeOfCare", "Time of care"},
    {"ExplanationOfBenefit", "Insurance statement"},
    {"FamilyMemberHistory", "Family history"},
    {"Flag", "Warning"},
    {"ImagingStudy", "Images"},
    {"Immunization", "Vaccine"},
    {"Invoice", "Bill"},
    {"Location", "Place"},
    {"Media", "Picture or recording"},
    {"MedicationAdministration", "Medicine given"},
    {"MedicationDispense", "Medicine handed out"},
    {"MedicationRequest", "Prescription"},
    {"MedicationStatement", "Medicine taken"},
    {"NutritionOrder", "Diet order"},
    {"Observation", "Test or measurement"},
    {"OperationOutcome", "Note of the sending system"},
    {"Practitioner", "Clinician"},
    {"Provenance", "Origin of records"},
    {"QuestionnaireResponse", "Answers to questions"},
    {"RelatedPerson", "Related person"},
    {"ServiceRequest", "Request for a service"},
});

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

} // namespace

std::string typeWords(std::string_view type)
{
    const auto found = std::ranges::lower_bound(
        kWords, type, {}, &std::pair<std::string_view, std::string_view>::first);
    if (found != kWords.end() && found->first == type) {
        return std::string{found->second};
    }
    std::string words;
    for (const char c : type) {
        if (isUpper(c) && !words.empty()) {
            words += ' ';
            words += static_cast<char>(c - 'A' + 'a');
        } else {
            words += c;
        }
    }
    return words.empty() ? "Record" : plainLine(words, 80);
}

} // namespace keepwell::records::fhir
