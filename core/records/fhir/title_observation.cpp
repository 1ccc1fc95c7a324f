// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/number_text.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/quantities.hpp"
#include "core/records/fhir/timings.hpp"
#include "core/records/fhir/title.hpp"

namespace keepwell::records::fhir {
namespace {

constexpr std::size_t kMostValue = 60;
constexpr std::string_view kLoinc = "http://loinc.org";

bool hasCode(json::Value codeable, std::string_view code)
{
    for (const json::Value coding : codeable["coding"].items()) {
        if (coding["system"].text() == kLoinc && coding["code"].text() == code) {
            return true;
        }
    }
    return false;
}

json::Value component(json::Value observation, std::string_view code)
{
    for (const json::Value item : observation["component"].items()) {
        if (hasCode(item["code"], code)) {
            return item;
        }
    }
    return {};
}

std::string shortQuantity(json::Value quantity)
{
    std::string text = quantityText(quantity);
    const std::string written = numberText(quantity["value"].scalar());
    if (const std::size_t at = text.find(written); at != std::string::npos && !written.empty()) {
        text.replace(at, written.size(), shortNumber(written));
    }
    return text;
}

/// "132/78" where both numbers are there.
std::string bloodPressure(json::Value observation)
{
    const json::Value systolic = component(observation, "8480-6")["valueQuantity"]["value"];
    const json::Value diastolic = component(observation, "8462-4")["valueQuantity"]["value"];
    if (!systolic.isNumber() || !diastolic.isNumber()) {
        return {};
    }
    return "Blood pressure " + shortNumber(systolic.scalar()) + '/'
        + shortNumber(diastolic.scalar());
}

std::string nameOf(json::Value observation, const Resolver &resolver)
{
    std::string name = firstWords(
        observation, "code component.code category method bodySite note.text", resolver);
    if (name.empty()) {
        name = narrativeTitle(observation);
    }
    if (name.empty()) {
        const std::string code = codeWords(observation["code"]);
        name = typeWords("Observation") + (code.empty() ? "" : " (" + code + ')');
    }
    return name;
}

} // namespace

std::string observationValue(json::Value observation, const Resolver &resolver)
{
    const json::Value value = choice(observation, "value");
    if (!value) {
        return conceptWords(observation["dataAbsentReason"]);
    }
    const std::string_view kind = value.key();
    if (kind == "valueQuantity") {
        return quantityText(value);
    }
    if (kind == "valueDateTime" || kind == "valueTime") {
        return dateText(value.text());
    }
    if (kind == "valueSampledData") {
        return "A series of measurements";
    }
    std::string words = elementWords(value, resolver);
    return words.empty() ? codeWords(value) : words;
}

std::string observationTitle(json::Value resource, const Resolver &resolver)
{
    if (std::string pressure = bloodPressure(resource); !pressure.empty()) {
        return pressure;
    }
    std::string title = nameOf(resource, resolver);
    const json::Value value = choice(resource, "value");
    const std::string words = value.key() == "valueQuantity"
        ? shortQuantity(value)
        : plainLine(value ? observationValue(resource, resolver) : "", kMostValue);
    if (words.empty()) {
        return title;
    }
    return title + (value.key() == "valueQuantity" ? " " : ": ") + words;
}

} // namespace keepwell::records::fhir
