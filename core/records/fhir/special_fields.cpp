// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/field_words.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/quantities.hpp"
#include "core/records/fhir/readable_fields.hpp"
#include "core/records/fhir/title.hpp"

namespace keepwell::records::fhir {
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
