// SPDX-License-Identifier: Apache-2.0
#include "core/records/summary.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/readable_fields.hpp"
#include "core/records/fhir/timings.hpp"
#include "core/records/fhir/title.hpp"
#include "core/vault/record_table.hpp"

#include <algorithm>
#include <set>

namespace keepwell::records {
namespace {

using vault::RecordKind;

/// A wallet of many years has thousands of results; the older ones of a test are not shown anyway.
constexpr std::int64_t kMostLookedAt = 4'000;

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

/// The code of clinicalStatus, verificationStatus …, whatever system it is of.
std::string_view codeOf(json::Value codeable) { return codeable["coding"][0]["code"].text(); }

bool isMistake(json::Value resource)
{
    return resource["status"].text() == "entered-in-error"
        || isOneOf(codeOf(resource["verificationStatus"]), {"entered-in-error", "refuted"});
}

bool isActive(json::Value resource)
{
    const std::string_view state = codeOf(resource["clinicalStatus"]);
    if (state.empty()) {
        return !fhir::choice(resource, "abatement").exists();
    }
    return isOneOf(state, {"active", "recurrence", "relapse"});
}

bool isTaken(json::Value resource)
{
    const std::string_view type = resource["resourceType"].text();
    const std::string_view status = resource["status"].text();
    if (type == "MedicationRequest") {
        return isOneOf(status, {"active", "on-hold"})
            && !isOneOf(resource["intent"].text(), {"proposal", "option"});
    }
    return type == "MedicationStatement"
        && isOneOf(status, {"active", "intended", "on-hold", "unknown"});
}

/// What one part of the summary takes of a resource, and how it says it.
struct Part
{
    RecordKind kind;
    bool (*wanted)(json::Value);
    std::string (*value)(json::Value, const fhir::Resolver &);
};

std::string allergyValue(json::Value resource, const fhir::Resolver &resolver)
{
    std::string words
        = fhir::firstWords(resource, "reaction.manifestation reaction.description", resolver);
    const std::string_view criticality = resource["criticality"].text();
    const std::string_view severity = resource["reaction"][0]["severity"].text();
    if (severity == "severe" || criticality == "high") {
        words += words.empty() ? "Severe" : ", severe";
    }
    return words;
}

std::string doseValue(json::Value resource, const fhir::Resolver &)
{
    for (const auto *key : {"dosageInstruction", "dosage"}) {
        for (const json::Value dosage : resource[key].items()) {
            if (std::string words = fhir::dosageText(dosage); !words.empty()) {
                return words;
            }
        }
    }
    return {};
}

std::string conditionValue(json::Value resource, const fhir::Resolver &)
{
    return fhir::conceptWords(resource["severity"]);
}

std::string vaccineValue(json::Value, const fhir::Resolver &) { return {}; }

std::string resultValue(json::Value resource, const fhir::Resolver &resolver)
{
    return fhir::observationValue(resource, resolver);
}

bool wantsAllergy(json::Value resource)
{
    return resource["resourceType"].text() == "AllergyIntolerance" && isActive(resource);
}
bool wantsCondition(json::Value resource)
{
    return resource["resourceType"].text() == "Condition" && isActive(resource);
}
bool wantsVaccine(json::Value resource)
{
    return resource["resourceType"].text() == "Immunization"
        && resource["status"].text() != "not-done";
}
bool wantsResult(json::Value resource)
{
    return resource["resourceType"].text() == "Observation"
        && fhir::choice(resource, "value").exists();
}

/// "No known allergies", "No current problems": a statement, not an item.
bool saysNone(std::string_view folded)
{
    return folded.starts_with("no known") || folded.starts_with("no current")
        || folded.starts_with("no history of") || folded == "none";
}

class Collector
{
public:
    Collector(vault::Database &database, vault::PersonId person)
        : m_table{database}, m_person{person}
    {
    }

    Result<SummarySection> part(const Part &part)
    {
        vault::RecordFilter filter;
        filter.person = m_person.value;
        filter.kinds = {part.kind};
        filter.limit = kMostLookedAt;
        KEEPWELL_TRY(const auto rows, m_table.list(filter));
        SummarySection section;
        std::set<std::string> seen;
        for (const vault::RecordRow &row : rows) {
            KEEPWELL_TRY(const std::string slice, m_table.bytes(row.id));
            if (const auto read = m_document.read(slice); !read) {
                return std::unexpected{read.error()};
            }
            take(part, row, seen, section);
        }
        return section;
    }

private:
    void take(const Part &part, const vault::RecordRow &row, std::set<std::string> &seen,
              SummarySection &section)
    {
        const json::Value resource = m_document.root();
        if (isMistake(resource) || !part.wanted(resource)) {
            return;
        }
        const fhir::ReferenceIndex index;
        const fhir::Resolver resolver{resource, index};
        SummaryItem item{row.id, row.title, part.value(resource, resolver), row.date,
                         RangeFlag::None};
        if (part.kind == RecordKind::Result) {
            if (std::string name = fhir::conceptWords(resource["code"]); !name.empty()) {
                item.title = std::move(name);
            }
            item.flag = fhir::rangeFlagOf(resource);
        }
        const std::string folded = fhir::folded(item.title);
        if (saysNone(folded)) {
            section.knownNone = true;
        } else if (seen.insert(folded).second) {
            section.items.push_back(std::move(item));
        }
    }

    vault::RecordTable m_table;
    vault::PersonId m_person;
    json::Document m_document;
};

void renderSection(std::string &text, std::string_view heading, const SummarySection &section,
                   std::string_view none)
{
    text += '\n' + std::string{heading} + '\n';
    if (section.items.empty()) {
        text += section.knownNone ? "  " + std::string{none} + '\n' : "  Not known\n";
    }
    constexpr std::size_t kDay = 10;
    for (const SummaryItem &item : section.items) {
        text += "  " + item.title;
        text += item.value.empty() ? "" : ": " + item.value;
        text += item.flag == RangeFlag::None ? "" : ". " + std::string{wordsOf(item.flag)};
        text += item.date.empty() ? "\n" : " (" + item.date.substr(0, kDay) + ")\n";
    }
}

} // namespace

Result<Summary> summarize(vault::Database &database, vault::PersonId person)
{
    Collector collector{database, person};
    Summary summary;
    KEEPWELL_TRY(summary.allergies,
                 collector.part({RecordKind::Allergy, wantsAllergy, allergyValue}));
    KEEPWELL_TRY(summary.medications, collector.part({RecordKind::Medication, isTaken, doseValue}));
    KEEPWELL_TRY(summary.conditions,
                 collector.part({RecordKind::Condition, wantsCondition, conditionValue}));
    KEEPWELL_TRY(summary.immunizations,
                 collector.part({RecordKind::Immunization, wantsVaccine, vaccineValue}));
    KEEPWELL_TRY(summary.results, collector.part({RecordKind::Result, wantsResult, resultValue}));
    return summary;
}

std::string renderText(const Summary &summary, std::string_view name)
{
    std::string text = "Health summary of " + std::string{name} + '\n';
    renderSection(text, "Allergies", summary.allergies, "No known allergies");
    renderSection(text, "Medicines", summary.medications, "No medicines");
    renderSection(text, "Conditions", summary.conditions, "No known conditions");
    renderSection(text, "Vaccines", summary.immunizations, "No vaccines");
    renderSection(text, "Latest results", summary.results, "No results");
    text += "\nMade from the records in this wallet. May be incomplete.\n";
    return text;
}

} // namespace keepwell::records
