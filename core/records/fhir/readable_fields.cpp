// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/readable_fields.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/field_order.hpp"
#include "core/records/fhir/field_words.hpp"
#include "core/records/fhir/narrative.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/quantities.hpp"

#include <algorithm>

namespace keepwell::records::fhir {
namespace {

constexpr std::size_t kMostFields = 2'000;
constexpr int kMostDepth = 6;

/// A list of plain values reads as one field.
bool isPlainList(json::Value value)
{
    return value.isArray() && std::ranges::all_of(value.children(), [](json::Value item) {
               return !item.isObject() && !item.isArray();
           });
}

} // namespace

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

} // namespace keepwell::records::fhir
