// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/title.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/title_rules.hpp"

#include <array>
#include <utility>

namespace keepwell::records::fhir {
namespace {

constexpr std::size_t kMostTitle = 160;

/// For types without a rule of their own.
constexpr std::string_view kAnyPaths
    = "title name code type description[x] display category topic reasonCode reason "
      "identifier.type note.text purpose comment productName";

/// "Claim: " before "Hospital visit", where the words alone would not tell what the record is.
std::string prefixed(std::string_view prefix, std::string words)
{
    if (prefix.empty() || folded(words).starts_with(folded(prefix))) {
        return words;
    }
    return std::string{prefix} + ": " + words;
}

/// SNOMED CT ends its names with what they are a name of; a title shows that already.
std::string withoutTags(std::string title)
{
    static constexpr auto kTags = std::to_array<std::string_view>({
        " (body structure)",
        " (clinical drug)",
        " (context-dependent category)",
        " (disorder)",
        " (environment)",
        " (event)",
        " (finding)",
        " (medicinal product)",
        " (medicinal product form)",
        " (morphologic abnormality)",
        " (observable entity)",
        " (occupation)",
        " (person)",
        " (physical object)",
        " (procedure)",
        " (product)",
        " (qualifier value)",
        " (record artifact)",
        " (regime/therapy)",
        " (situation)",
        " (specimen)",
        " (substance)",
    });
    for (const std::string_view tag : kTags) {
        for (std::size_t at = title.find(tag); at != std::string::npos && at > 0;
             at = title.find(tag, at)) {
            title.erase(at, tag.size());
        }
    }
    return title;
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
    const std::string words = firstWords(resource, rule.paths, resolver);
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
        // A nested one is a record: a document calls itself what its first entry does.
        const json::Value first = resource["entry"][0]["resource"];
        return "Collection of records: "
            + (first.isObject() && first["resourceType"].text() != "Bundle"
                   ? titleOf(first, resolver)
                   : plainLine(resource["type"].text(), 40));
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

/// v3 ActCode, the system FHIR binds an Encounter's class to; it is often given without a display.
std::string visitClass(json::Value encounter)
{
    static constexpr auto kClasses = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"AMB", "Outpatient visit"},
        {"EMER", "Emergency visit"},
        {"FLD", "Visit on the spot"},
        {"HH", "Home visit"},
        {"IMP", "Hospital stay"},
        {"ACUTE", "Hospital stay"},
        {"NONAC", "Hospital stay"},
        {"OBSENC", "Stay for observation"},
        {"PRENC", "Visit before admission"},
        {"SS", "Short hospital stay"},
        {"VR", "Visit by phone or video"},
    });
    for (const auto &[code, words] : kClasses) {
        if (encounter["class"]["code"].text() == code) {
            return std::string{words};
        }
    }
    return {};
}

std::string byCode(const TitleRule *rule, std::string_view type, json::Value resource)
{
    std::string code;
    visitPath(resource, rule == nullptr ? "code" : rule->code, [&](json::Value value) {
        code = value.isString() ? plainLine(value.text(), 80) : codeWords(value);
        return !code.empty();
    });
    return code.empty() ? code : typeWords(type) + " (" + code + ')';
}

} // namespace

std::string titleOf(json::Value resource, const Resolver &resolver)
{
    const std::string_view type = resource["resourceType"].text();
    std::string title = special(type, resource, resolver);
    const TitleRule *rule = titleRuleOf(type);
    if (title.empty() && rule != nullptr) {
        title = byRule(*rule, resource, resolver);
    }
    if (title.empty()) {
        title = firstWords(resource, kAnyPaths, resolver);
    }
    if (title.empty()) {
        title = byContentType(resource);
    }
    if (title.empty() && type == "Encounter") {
        title = visitClass(resource);
    }
    if (title.empty()) {
        title = narrativeTitle(resource);
    }
    if (title.empty()) {
        title = byCode(rule, type, resource);
    }
    return plainLine(title.empty() ? typeWords(type) : withoutTags(std::move(title)), kMostTitle);
}

} // namespace keepwell::records::fhir
