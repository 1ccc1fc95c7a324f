// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/readable_fields.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/narrative.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/quantities.hpp"
#include "core/records/fhir/timings.hpp"
#include "core/records/fhir/title.hpp"
#include "core/vault/record_date.hpp"

#include <algorithm>
#include <array>

namespace keepwell::records::fhir {
namespace {

constexpr std::size_t kMostFields = 2'000;
constexpr int kMostDepth = 6;

// Nothing to read for a person, or shown elsewhere (title, narrative, attachments, whose it is).
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

/// "in-progress" is a code of FHIR's own: words, but for the looks.
std::string wordsOfCode(std::string_view code)
{
    const bool isCode = !code.empty() && code.size() <= 40
        && std::ranges::all_of(code, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    std::string words{code};
    if (isCode) {
        std::ranges::replace(words, '-', ' ');
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    }
    return words;
}

std::string stringWords(std::string_view text)
{
    const vault::RecordDate date = vault::parseRecordDate(text);
    if (!date.text.empty() && text.size() >= 4) {
        return dateText(text);
    }
    return hasWords(text) || text.find_first_of("0123456789") != std::string_view::npos
        ? plainLine(wordsOfCode(text), 2'000)
        : std::string{};
}

std::string contactPoint(json::Value contact)
{
    std::string words = plainLine(contact["value"].text(), 200);
    if (words.starts_with("tel:") || words.starts_with("mailto:")) {
        words.erase(0, words.find(':') + 1);
    }
    if (words.empty()) {
        return words;
    }
    if (const std::string use = plainLine(contact["use"].text(), 20); !use.empty()) {
        words += " (" + use + ')';
    }
    return words;
}

std::string fieldWords(json::Value value, std::string_view key, const Resolver &resolver)
{
    if (value.isString()) {
        return stringWords(value.text());
    }
    if (key == "telecom") {
        return contactPoint(value);
    }
    if (key == "dosage" || key == "dosageInstruction") {
        return dosageText(value);
    }
    if (key == "note" || key == "annotation") {
        return plainLines(value["text"].text(), 10'000);
    }
    if (key == "name" && value.isObject()) {
        return humanName(value);
    }
    std::string words = withoutTags(elementWords(value, resolver));
    if (words.empty() && (value["coding"].exists() || value["code"].isString())) {
        const std::string code = codeWords(value);
        words = wordsOfCode(code);
    }
    return words;
}

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

/// The place of an element among its neighbours: what it says, when it was, the rest, the books.
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

/// What is hidden, but for elements that only share a hidden name: CarePlan.activity.reference,
/// Patient.communication.language.
bool isHidden(json::Value element)
{
    const std::string_view key = element.key();
    const bool other = element.isObject() && (key == "reference" || key == "language");
    return key.starts_with('_') || (std::ranges::binary_search(kHidden, key) && !other);
}

/// A Reference that says where to look, by an address or a number, and nothing to read.
bool isBareReference(json::Value value)
{
    static constexpr auto kMembers = std::to_array<std::string_view>(
        {"display", "extension", "id", "identifier", "reference", "type"});
    return (value["reference"].isString() || value["identifier"].isObject())
        && std::ranges::all_of(value.children(), [](json::Value member) {
               return std::ranges::binary_search(kMembers, member.key());
           });
}

/// Whether an element that became no field holds anything a person would miss.
bool holdsSomething(json::Value value)
{
    if (value.isArray() || (value.isObject() && !isBareReference(value))) {
        return std::ranges::any_of(value.children(), [](json::Value inside) {
            return !isHidden(inside) && holdsSomething(inside);
        });
    }
    return !value.isObject();
}

/// The same reason twice, by two codes or two references, is one to a reader.
void addOnce(ReadableField field, ReadableSection &section)
{
    if (field.value.starts_with(field.label + ": ")) { // "Care team" is a "Care team: Asthma"
        field.value.erase(0, field.label.size() + 2);
    }
    const bool known = std::ranges::any_of(section.fields, [&](const ReadableField &other) {
        return other.label == field.label && other.value == field.value;
    });
    if (!known) {
        section.fields.push_back(std::move(field));
    }
}

/// A list of plain values reads as one field.
bool isPlainList(json::Value value)
{
    return value.isArray() && std::ranges::all_of(value.children(), [](json::Value item) {
               return !item.isObject() && !item.isArray();
           });
}

} // namespace

void FieldWalker::walk(json::Value resource)
{
    ReadableSection main;
    std::vector<json::Value> elements;
    for (const json::Value value : resource.children()) {
        if (!isHidden(value)) {
            elements.push_back(value);
        }
    }
    std::ranges::stable_sort(elements, {}, rankOf);
    for (const json::Value value : elements) {
        const std::string_view key = value.key();
        if (!special(resource, key, value, main)) {
            member(value, key, main, 0);
        }
    }
    m_sections.insert(m_sections.begin(), std::move(main));
}

namespace {

/// A list of amounts by what they are: adjudication and total of insurers.
bool areAmounts(json::Value value)
{
    const auto isAmount = [](json::Value item) {
        return item["category"].isObject()
            && (item["amount"].isObject() || item["value"].exists() || item["reason"].exists());
    };
    return value.isArray() && std::ranges::any_of(value.children(), isAmount);
}

ReadableSection amounts(json::Value value, std::string heading, const Resolver &resolver)
{
    ReadableSection section;
    section.heading = std::move(heading);
    for (const json::Value item : value.children()) {
        std::string label = fieldWords(item["category"], "category", resolver);
        std::string words = moneyText(item["amount"]);
        if (words.empty()) {
            words = elementWords(item["value"], resolver);
        }
        if (const std::string reason = fieldWords(item["reason"], "reason", resolver);
            !reason.empty()) {
            words += words.empty() ? reason : " (" + reason + ')';
        }
        if (!words.empty()) {
            addOnce({label.empty() ? section.heading : std::move(label),
                     std::move(words),
                     RangeFlag::None,
                     {}},
                    section);
        }
    }
    return section;
}

} // namespace

void FieldWalker::member(json::Value value, std::string_view key, ReadableSection &section,
                         int depth)
{
    if (isPlainList(value)) {
        std::string words;
        for (const json::Value item : value.children()) {
            const std::string one = fieldWords(item, key, m_resolver);
            words += (words.empty() || one.empty() ? "" : ", ") + one;
        }
        if (!words.empty()) {
            addOnce({labelOf(key), words, RangeFlag::None, {}}, section);
        }
        return;
    }
    if (areAmounts(value)) {
        if (ReadableSection lines = amounts(value, labelOf(key), m_resolver);
            !lines.fields.empty()) {
            m_fields += lines.fields.size();
            m_sections.push_back(std::move(lines));
        }
        return;
    }
    for (const json::Value item : value.items()) {
        element(item, key, section, depth);
    }
}

void FieldWalker::element(json::Value value, std::string_view key, ReadableSection &section,
                          int depth)
{
    if (++m_fields > kMostFields || depth > kMostDepth) {
        ++m_notShown;
        return;
    }
    if (std::string words = fieldWords(value, key, m_resolver); !words.empty()) {
        addOnce({labelOf(key), std::move(words), RangeFlag::None, {}}, section);
    } else if (value.isObject() && !isBareReference(value)) {
        backbone(value, key, depth + 1);
    } else if (!value.isString() && holdsSomething(value)) {
        ++m_notShown;
    }
}

void FieldWalker::backbone(json::Value value, std::string_view key, int depth)
{
    ReadableSection section;
    section.heading = labelOf(key);
    const std::size_t place = m_sections.size(); // before what is inside it
    for (const json::Value inside : value.children()) {
        if (!isHidden(inside)) {
            member(inside, inside.key(), section, depth);
        }
    }
    if (const Narrative text = readNarrative(value["text"]["div"].text()); !text.text.empty()) {
        section.text = text.text;
    } else if (value["text"].isString()) {
        section.text = plainLines(value["text"].text(), 10'000);
    }
    if (!section.fields.empty() || !section.text.empty()) {
        m_sections.insert(m_sections.begin() + static_cast<std::ptrdiff_t>(place),
                          std::move(section));
    } else if (holdsSomething(value) && m_sections.size() == place) {
        ++m_notShown;
    }
}

namespace {

/// The answers of a questionnaire, one field a question, groups as headings.
void addItems(json::Value items, const Resolver &resolver, std::vector<ReadableSection> &sections,
              int depth)
{
    for (const json::Value item : items.items()) {
        std::string question = plainLine(item["text"].text(), 300);
        if (question.empty()) {
            question = plainLine(item["linkId"].text(), 80);
        }
        std::string answers;
        for (const json::Value answer : item["answer"].items()) {
            const json::Value value = choice(answer, "value");
            std::string words = fieldWords(value, "", resolver);
            answers += (answers.empty() || words.empty() ? "" : ", ") + words;
        }
        if (!answers.empty()) {
            sections.back().fields.push_back({question, answers, RangeFlag::None, {}});
        } else if (item["item"].exists()) {
            sections.push_back({question, {}, {}});
        } else {
            sections.back().fields.push_back({question, "No answer", RangeFlag::None, {}});
        }
        if (depth < 20) {
            addItems(item["item"], resolver, sections, depth + 1);
            for (const json::Value answer : item["answer"].items()) {
                addItems(answer["item"], resolver, sections, depth + 1);
            }
        }
    }
}

ReadableField valueField(json::Value observation, std::string label, const Resolver &resolver)
{
    return {std::move(label), observationValue(observation, resolver), rangeFlagOf(observation),
            referenceRangeText(observation)};
}

} // namespace

bool FieldWalker::special(json::Value resource, std::string_view key, json::Value value,
                          ReadableSection &section)
{
    const std::string_view type = resource["resourceType"].text();
    if (type == "Observation") {
        if (key == "referenceRange" || key == "interpretation") {
            return true; // shown with the value
        }
        if (key.starts_with("value") && value.isObject() == (key != "valueString")
            && key != "valueSampledData") {
            section.fields.insert(section.fields.begin(),
                                  valueField(resource, "Result", m_resolver));
            return true;
        }
        if (key == "component") {
            for (const json::Value part : value.items()) {
                std::string label = conceptWords(part["code"]);
                section.fields.push_back(
                    valueField(part, label.empty() ? codeWords(part["code"]) : label, m_resolver));
            }
            return true;
        }
    }
    if (type == "QuestionnaireResponse" && key == "item") {
        m_sections.push_back({"Answers", {}, {}});
        addItems(value, m_resolver, m_sections, 0);
        return true;
    }
    if (type == "Coverage" && key == "class") {
        for (const json::Value item : value.items()) {
            const std::string label = fieldWords(item["type"], "type", m_resolver);
            const std::string name = plainLine(item["name"].text());
            const std::string number = plainLine(item["value"].text());
            std::string words = name.empty() ? number : name;
            if (!name.empty() && !number.empty() && name != number) {
                words += " (" + number + ')';
            }
            if (!words.empty()) {
                addOnce({label.empty() ? "Plan" : label, std::move(words), RangeFlag::None, {}},
                        section);
            }
        }
        return true;
    }
    if (type == "Patient" && key == "name") {
        section.fields.push_back({"Name", humanName(value), RangeFlag::None, {}});
        return true;
    }
    return false;
}

} // namespace keepwell::records::fhir
