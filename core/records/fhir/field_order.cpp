// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/field_order.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records::fhir {
namespace {

constexpr auto kHidden = std::to_array<std::string_view>({
    "basedOn",
    "beneficiary",
    "careTeamSequence",
    "contained",
    "contentType",
    "data",
    "definitionUri",
    "detailSequence",
    "diagnosisSequence",
    "extension",
    "focal",
    "fullUrl",
    "groupIdentifier",
    "hash",
    "id",
    "identifier",
    "implicitRules",
    "informationSequence",
    "instantiatesCanonical",
    "instantiatesUri",
    "itemSequence",
    "language",
    "linkId",
    "masterIdentifier",
    "meta",
    "modifierExtension",
    "multipleBirthBoolean",
    "noteNumber",
    "patient",
    "photo",
    "preAdmissionIdentifier",
    "procedureSequence",
    "questionnaire",
    "reference",
    "resourceType",
    "sequence",
    "subdetailSequence",
    "subject",
    "system",
    "text",
    "uid",
    "url",
});

// What a person looks for first in a record, whatever its type …
constexpr auto kFirst = std::to_array<std::string_view>({
    "conclusion",
    "conclusionCode",
    "criticality",
    "disposition",
    "dosage",
    "dosageInstruction",
    "reaction",
    "severity",
    "statusReason",
});

// … and what the clinic's books need, and a person hardly does.
constexpr auto kLast = std::to_array<std::string_view>({
    "category",     "class",          "context",       "docStatus",
    "encounter",    "expirationDate", "fundingSource", "intent",
    "isSubpotent",  "issued",         "lotNumber",     "masterIdentifier",
    "payee",        "primarySource",  "priority",      "programEligibility",
    "recordedDate", "recorder",       "securityLabel", "serviceCategory",
    "status",       "type",           "use",           "verificationStatus",
});

constexpr auto kTimes
    = std::to_array<std::string_view>({"abatement", "authoredOn", "effective", "end", "occurrence",
                                       "onset", "performed", "period", "start"});

/// A record that does not hold must say so before anything else.
bool isWarning(std::string_view status)
{
    constexpr auto kWarnings = std::to_array<std::string_view>(
        {"cancelled", "entered-in-error", "not-done", "noshow", "on-hold", "refuted", "stopped"});
    return std::ranges::find(kWarnings, status) != kWarnings.end();
}

} // namespace

int rankOf(json::Value element)
{
    const std::string_view key = element.key();
    if (key == "status" && isWarning(element.text())) {
        return 0;
    }
    if (std::ranges::binary_search(kFirst, key)) {
        return 1;
    }
    if (std::ranges::any_of(kTimes, [key](auto time) { return key.starts_with(time); })) {
        return 2;
    }
    return std::ranges::binary_search(kLast, key) ? 4 : 3;
}

bool isHidden(json::Value element)
{
    const std::string_view key = element.key();
    const bool other = element.isObject() && (key == "reference" || key == "language");
    return key.starts_with('_') || (std::ranges::binary_search(kHidden, key) && !other);
}

bool isBareReference(json::Value value)
{
    static constexpr auto kMembers = std::to_array<std::string_view>(
        {"display", "extension", "id", "identifier", "reference", "type"});
    return (value["reference"].isString() || value["identifier"].isObject())
        && std::ranges::all_of(value.children(), [](json::Value member) {
               return std::ranges::binary_search(kMembers, member.key());
           });
}

bool holdsSomething(json::Value value)
{
    if (value.isArray() || (value.isObject() && !isBareReference(value))) {
        return std::ranges::any_of(value.children(), [](json::Value inside) {
            return !isHidden(inside) && holdsSomething(inside);
        });
    }
    return !value.isObject();
}

} // namespace keepwell::records::fhir
