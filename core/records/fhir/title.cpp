// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/title.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/narrative.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/standard_codes.hpp"
#include "core/records/fhir/title_rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace keepwell::records::fhir {
namespace {

constexpr std::size_t kMostTitle = 160;

/// For types without a rule of their own.
constexpr std::string_view kAnyPaths
    = "title name code type description[x] display substance medicationCodeableConcept "
      "medicationReference medication.concept medication.reference serviceType serviceCategory "
      "category topic reasonCode reason reasonCodeableConcept item.code disposition note.text "
      "purpose comment productName issuer actor";

/// "Claim: " before "Hospital visit", where the words alone would not tell what the record is.
std::string prefixed(std::string_view prefix, std::string words)
{
    if (prefix.empty() || folded(words).starts_with(folded(prefix))) {
        return words;
    }
    return std::string{prefix} + ": " + words;
}

/// A CarePlan's first category often says no more than that it is one.
std::string carePlanTitle(json::Value resource, const Resolver &resolver)
{
    if (std::string title = plainLine(resource["title"].text()); hasWords(title)) {
        return title;
    }
    for (const json::Value category : resource["category"].items()) {
        const std::string words = withoutTags(conceptWords(category));
        if (!words.empty() && folded(words) != "care plan") {
            return words;
        }
    }
    return firstWords(resource,
                      "description activity.detail.code addresses activity.detail.description "
                      "activity.reference",
                      resolver);
}

std::string byRule(const TitleRule &rule, json::Value resource, const Resolver &resolver)
{
    const std::string words = plainLine(withoutMarkup(firstWords(resource, rule.paths, resolver)));
    if (words.empty()) {
        return {};
    }
    std::string title = prefixed(rule.prefix, words);
    if (const std::string more = firstWords(resource, rule.detail, resolver);
        !more.empty() && title.find(more) == std::string::npos) {
        title += ", " + more;
    }
    return title;
}

/// "Father: Heart attack, Stroke"
std::string familyTitle(json::Value resource, const Resolver &resolver)
{
    std::string who = conceptWords(resource["relationship"]);
    const std::string name = plainLine(resource["name"].text());
    if (who.empty()) {
        who = name.empty() ? "Family history" : name;
    } else if (!name.empty()) {
        who += " (" + name + ')';
    }
    if (who.front() >= 'a' && who.front() <= 'z') {
        who.front() = static_cast<char>(who.front() - 'a' + 'A');
    }
    std::string conditions;
    for (const json::Value condition : resource["condition"].items()) {
        const std::string words = conceptWords(condition["code"]);
        if (!words.empty()) {
            conditions += (conditions.empty() ? "" : ", ") + words;
        }
    }
    if (conditions.empty()) {
        conditions = firstWords(resource, "reasonCode reasonReference note.text", resolver);
    }
    return conditions.empty() ? "Family history: " + who : who + ": " + conditions;
}

/// Words of a person or place with what they are: "Susan Clark, sister".
std::string namedTitle(json::Value resource, std::string_view detail, const Resolver &resolver)
{
    std::string title = resource["name"].isString() ? plainLine(resource["name"].text())
                                                    : humanName(resource["name"]);
    const std::string more = firstWords(resource, detail, resolver);
    if (title.empty() || more.empty()) {
        return title + more;
    }
    return title + ", " + more;
}

std::string attachmentTitle(std::string_view contentType)
{
    if (contentType.starts_with("image/")) {
        return "Picture";
    }
    if (contentType.starts_with("video/")) {
        return "Video";
    }
    if (contentType.starts_with("audio/")) {
        return "Sound recording";
    }
    if (contentType == "application/pdf") {
        return "PDF document";
    }
    if (contentType.starts_with("text/") || contentType.starts_with("application/xml")) {
        return "Text document";
    }
    return {};
}

/// Words of the first resource in a Bundle that has a name of its own: a document's Composition.
std::string bundleWords(json::Value bundle, const Resolver &resolver, int depth)
{
    static constexpr auto kWrappers = std::to_array<std::string_view>(
        {"Binary", "Bundle", "MessageHeader", "OperationOutcome", "Parameters", "Provenance"});
    constexpr int kMostDepth = 3;
    for (const json::Value entry : bundle["entry"].items()) {
        const json::Value inside = entry["resource"];
        const std::string_view type = inside["resourceType"].text();
        if (!type.empty() && std::ranges::find(kWrappers, type) == kWrappers.end()) {
            return titleOf(inside, resolver);
        }
    }
    for (const json::Value entry : bundle["entry"].items()) {
        const json::Value inside = entry["resource"];
        if (inside["resourceType"].text() == "Bundle" && depth < kMostDepth) {
            if (std::string words = bundleWords(inside, resolver, depth + 1); !words.empty()) {
                return words;
            }
        }
    }
    return {};
}

/// A nested Bundle is one record.
std::string bundleTitle(json::Value bundle, const Resolver &resolver)
{
    if (const std::string words = bundleWords(bundle, resolver, 0); !words.empty()) {
        return "Collection of records: " + words;
    }
    const std::size_t count = bundle["entry"].isArray() ? bundle["entry"].size() : 0;
    return count == 0
        ? "Empty collection of records"
        : "Collection of " + std::to_string(count) + (count == 1 ? " record" : " records");
}

/// The questionnaire is named by its address, in the file or contained: "#phq".
std::string questionnaireTitle(json::Value response, const Resolver &resolver)
{
    const std::string words = resolver.canonicalWords(response["questionnaire"].text());
    return words.empty() ? words : prefixed("Questionnaire", words);
}

/// With whom, but for the patient.
std::string appointmentTitle(json::Value resource, const Resolver &resolver)
{
    for (const json::Value participant : resource["participant"].items()) {
        const json::Value actor = participant["actor"];
        if (resolver.type(actor) != "Patient") {
            if (const std::string words = resolver.words(actor); hasWords(words)) {
                return "Appointment: " + words;
            }
        }
    }
    return {};
}

/// What a record says that does not hold, or has not happened, for its title to say so too.
std::string_view caveatOf(std::string_view type, json::Value resource)
{
    const std::string_view status = resource["status"].text();
    const auto verified = [&](std::string_view code) {
        for (const json::Value coding : resource["verificationStatus"]["coding"].items()) {
            if (coding["code"].text() == code) {
                return true;
            }
        }
        return false;
    };
    if (status == "entered-in-error" || verified("entered-in-error")) {
        return "entered in error";
    }
    if (verified("refuted")) {
        return "ruled out";
    }
    if (status == "not-done") {
        return type == "Immunization" || type == "MedicationAdministration" ? "not given"
                                                                            : "not done";
    }
    if (resource["doNotPerform"].isTrue()) {
        return type.starts_with("Medication") ? "not to be taken" : "not to be done";
    }
    if (type == "Appointment" && status == "cancelled") {
        return "cancelled";
    }
    return type == "Appointment" && status == "noshow" ? "missed" : "";
}

std::string special(std::string_view type, json::Value resource, const Resolver &resolver)
{
    if (type == "Observation") {
        return observationTitle(resource, resolver);
    }
    if (type == "Immunization") {
        return plainVaccineName(resource);
    }
    if (type == "CarePlan") {
        return carePlanTitle(resource, resolver);
    }
    if (type == "FamilyMemberHistory") {
        return familyTitle(resource, resolver);
    }
    if (type == "Patient" || type == "Person" || type == "Practitioner") {
        return namedTitle(resource, "", resolver);
    }
    if (type == "RelatedPerson") {
        return namedTitle(resource, "relationship", resolver);
    }
    if (type == "Bundle") {
        return bundleTitle(resource, resolver);
    }
    if (type == "QuestionnaireResponse") {
        return questionnaireTitle(resource, resolver);
    }
    if (isAboutMoney(type)) {
        return moneyTitle(resource, resolver);
    }
    return {};
}

/// What the file itself is, for records that are only a file.
std::string byContentType(json::Value resource)
{
    const json::Value claimed
        = firstValue(resource, "contentType content.contentType content.attachment.contentType");
    return attachmentTitle(claimed.text());
}

/// The first code that stands for something.
std::string realCode(json::Value codeable)
{
    if (!codeable["coding"].exists()) {
        return isReasonForNothing(codeable["system"].text()) ? std::string{} : codeWords(codeable);
    }
    for (const json::Value coding : codeable["coding"].items()) {
        if (!isReasonForNothing(coding["system"].text())) {
            if (std::string code = codeWords(coding); !code.empty()) {
                return code;
            }
        }
    }
    return {};
}

/// Some write words where a code belongs: "Blood", "Part A".
bool readsAsWords(std::string_view code)
{
    constexpr std::size_t kShortest = 4;
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    return code.size() >= kShortest && std::ranges::any_of(code, isLower)
        && std::ranges::all_of(
               code, [&](char c) { return isLower(c) || (c >= 'A' && c <= 'Z') || c == ' '; });
}

std::string byCode(const TitleRule *rule, std::string_view type, json::Value resource)
{
    std::string code;
    visitPath(resource, rule == nullptr ? "code" : rule->code, [&](json::Value value) {
        code = value.isString() ? plainLine(value.text(), 80) : realCode(value);
        if (saysNothing(code) || code.starts_with("http") || code.starts_with('#')
            || isUuid(code)) {
            code.clear();
        }
        return !code.empty();
    });
    if (code.empty()) {
        return code;
    }
    return readsAsWords(code) ? prefixed(typeWords(type), code)
                              : typeWords(type) + " (" + code + ')';
}

} // namespace

std::string titleOf(json::Value resource, const Resolver &resolver)
{
    const std::string_view type = resource["resourceType"].text();
    const std::string_view caveat = caveatOf(type, resource);
    const std::string ending = caveat.empty() ? std::string{} : ", " + std::string{caveat};
    const TitleRule *rule = titleRuleOf(type);
    std::string title;
    // What is nothing but markup or tags says nothing: the next way is tried.
    const auto tryWay = [&, most = kMostTitle - ending.size()](auto way) {
        if (title.empty()) {
            title = plainLine(withoutTags(withoutMarkup(way())), most);
        }
    };
    tryWay([&] { return special(type, resource, resolver); });
    tryWay([&] { return rule == nullptr ? std::string{} : byRule(*rule, resource, resolver); });
    tryWay([&] { return firstWords(resource, kAnyPaths, resolver); });
    tryWay([&] { return byContentType(resource); });
    tryWay([&] {
        return type == "Appointment" ? appointmentTitle(resource, resolver) : std::string{};
    });
    tryWay([&] { // often without its system
        return type == "Encounter"
            ? std::string{standardWords("v3-ActCode", resource["class"]["code"].text())}
            : std::string{};
    });
    tryWay([&] { return narrativeTitle(resource); });
    tryWay([&] { return byCode(rule, type, resource); });
    tryWay([&] { return typeWords(type); });
    return title + ending;
}

} // namespace keepwell::records::fhir
