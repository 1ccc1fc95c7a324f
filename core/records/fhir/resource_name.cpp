// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/resource_name.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records::fhir {
namespace {

struct NameRule
{
    std::string_view type;
    std::string_view paths;        ///< Words in order of preference.
    std::string_view organisation; ///< Paths of references.
    std::string_view practitioner;
};

constexpr auto kNames = std::to_array<NameRule>({
    {"AllergyIntolerance", "code reaction.substance", "", ""},
    {"CarePlan", "title category description", "", ""},
    {"CareTeam", "name category", "managingOrganization", ""},
    {"Condition", "code", "", ""},
    {"Coverage", "type class.name", "payor", ""},
    {"Device", "deviceName.name type manufacturer modelNumber", "owner", ""},
    {"DeviceDefinition", "deviceName.name modelNumber type", "", ""},
    {"Encounter", "type serviceType reasonCode class", "serviceProvider", "participant.individual"},
    {"Endpoint", "name", "", ""},
    {"EpisodeOfCare", "type", "managingOrganization", "careManager"},
    {"Goal", "description", "", ""},
    {"Group", "name code", "", ""},
    {"HealthcareService", "name type", "providedBy", ""},
    {"Immunization", "vaccineCode", "", ""},
    {"InsurancePlan", "name type", "", ""},
    {"Location", "name description type", "managingOrganization", ""},
    {"Medication", "code ingredient.itemCodeableConcept ingredient.itemReference form", "", ""},
    {"MedicationRequest", "medicationCodeableConcept medicationReference medication.concept", "",
     "requester"},
    {"Organization", "name alias type", "", ""},
    {"Patient", "name", "", ""},
    {"Person", "name", "", ""},
    {"Practitioner", "name", "", ""},
    {"PractitionerRole", "practitioner code specialty organization", "organization",
     "practitioner"},
    {"Procedure", "code", "", ""},
    {"Questionnaire", "title name", "", ""},
    {"RelatedPerson", "name relationship", "", ""},
    {"ResearchStudy", "title", "", ""},
    {"Specimen", "type", "", ""},
    {"Substance", "code description", "", ""},
});

const NameRule *ruleOf(std::string_view type)
{
    const auto found = std::ranges::lower_bound(kNames, type, {}, &NameRule::type);
    return found != kNames.end() && found->type == type ? &*found : nullptr;
}

std::string nameOf(json::Value resource, const NameRule &rule, const Resolver &resolver)
{
    // Organization.name is a string, Patient.name a HumanName; both come first in their rule.
    if (resource["name"].isArray() || resource["name"].isObject()) {
        if (std::string name = humanName(resource["name"]); !name.empty()) {
            return name;
        }
    }
    return firstWords(resource, rule.paths, resolver);
}

} // namespace

bool isNameable(std::string_view type) { return ruleOf(type) != nullptr; }

Referenced referencedBy(json::Value resource, const ReferenceIndex &index)
{
    Referenced entry;
    entry.type = plainLine(resource["resourceType"].text(), 64);
    const NameRule *rule = ruleOf(entry.type);
    if (rule == nullptr) {
        return entry;
    }
    // References are answered by the index alone: what is contained in a contained resource, or
    // points back, is not followed further.
    const Resolver resolver{json::Value{}, index};
    entry.name = nameOf(resource, *rule, resolver);
    entry.organisation = firstWords(resource, rule->organisation, resolver);
    entry.practitioner = firstWords(resource, rule->practitioner, resolver);
    return entry;
}

} // namespace keepwell::records::fhir
