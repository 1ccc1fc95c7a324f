// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/elements.hpp"

#include "core/records/fhir/number_text.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/quantities.hpp"
#include "core/records/fhir/standard_codes.hpp"
#include "core/records/fhir/timings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace keepwell::records::fhir {
namespace {

/// `words` if a person can read something in it, else "".
std::string readableOnly(std::string_view words)
{
    return hasWords(words) ? plainLine(words) : std::string{};
}

/// The systems people meet, by the part of the URL that tells.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kSystems{{
    {"http://loinc.org", "LOINC"},
    {"http://snomed.info/sct", "SNOMED CT"},
    {"http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm"},
    {"http://hl7.org/fhir/sid/cvx", "CVX"},
    {"http://hl7.org/fhir/sid/icd-10", "ICD-10"},
    {"http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM"},
    {"http://hl7.org/fhir/sid/icd-9-cm", "ICD-9-CM"},
    {"http://www.ama-assn.org/go/cpt", "CPT"},
    {"http://hl7.org/fhir/sid/ndc", "NDC"},
    {"http://unitsofmeasure.org", "UCUM"},
    {"http://dicom.nema.org/resources/ontology/DCM", "DICOM"},
    {"http://www.whocc.no/atc", "ATC"},
    {"http://www.ada.org/cdt", "CDT"},
    {"http://standardterms.edqm.eu", "EDQM"},
}};

std::string codingWords(json::Value coding)
{
    std::string words = readableOnly(coding["display"].text());
    return words.empty()
        ? std::string{standardWords(coding["system"].text(), coding["code"].text())}
        : words;
}

std::string codingCode(json::Value coding)
{
    const std::string code = plainLine(coding["code"].text(), 80);
    if (code.empty()) {
        return {};
    }
    for (const auto &[url, name] : kSystems) {
        if (coding["system"].text() == url) {
            return std::string{name} + ' ' + code;
        }
    }
    return code;
}

bool isCodeableConcept(json::Value value)
{
    return value["coding"].exists() || value["text"].isString();
}

/// One HumanName.
std::string oneName(json::Value name)
{
    if (const std::string text = plainLine(name["text"].text()); !text.empty()) {
        return text;
    }
    std::string words;
    for (const auto *part : {"prefix", "given", "family", "suffix"}) {
        for (const json::Value item : name[part].items()) {
            join(words, " ", plainLine(item.text()));
        }
    }
    return words;
}

} // namespace

std::string conceptWords(json::Value codeable)
{
    if (const std::string text = readableOnly(codeable["text"].text()); !text.empty()) {
        return text;
    }
    std::string first;
    for (const json::Value coding : codeable["coding"].items()) {
        const std::string words = codingWords(coding);
        if (coding["userSelected"].isTrue() && !words.empty()) {
            return words;
        }
        if (first.empty()) {
            first = words;
        }
    }
    return first.empty() ? codingWords(codeable) : first;
}

std::string codeWords(json::Value codeable)
{
    for (const json::Value coding : codeable["coding"].items()) {
        if (std::string code = codingCode(coding); !code.empty()) {
            return code;
        }
    }
    return codingCode(codeable);
}

std::string humanName(json::Value name)
{
    std::string first;
    for (const json::Value item : name.items()) {
        const std::string words = oneName(item);
        if (item["use"].text() == "official" && !words.empty()) {
            return words;
        }
        if (first.empty()) {
            first = words;
        }
    }
    return first;
}

std::string addressText(json::Value address)
{
    if (const std::string text = plainLine(address["text"].text()); !text.empty()) {
        return text;
    }
    std::string words;
    for (const auto *part : {"line", "postalCode", "city", "district", "state", "country"}) {
        for (const json::Value item : address[part].items()) {
            join(words, ", ", plainLine(item.text()));
        }
    }
    return words;
}

std::string elementWords(json::Value element, const Resolver &resolver)
{
    switch (element.type()) {
    case json::Type::String:
        return plainLine(element.text());
    case json::Type::Number:
        return numberText(element.scalar());
    case json::Type::Boolean:
        return element.isTrue() ? "Yes" : "No";
    case json::Type::Array: {
        std::string words;
        for (const json::Value item : element.children()) {
            join(words, ", ", elementWords(item, resolver));
        }
        return words;
    }
    case json::Type::Object:
        break;
    default:
        return {};
    }
    if (element["family"].exists() || element["given"].exists()) {
        return humanName(element);
    }
    if (isCodeableConcept(element)) {
        return conceptWords(element);
    }
    if (element["reference"].exists() || element["identifier"].isObject()) {
        return resolver.words(element);
    }
    if (element["display"].exists()) {
        return codingWords(element);
    }
    if (element["currency"].exists()) {
        return moneyText(element);
    }
    if (element["value"].isNumber()) {
        return quantityText(element);
    }
    if (element["low"].exists() || element["high"].exists()) {
        return rangeText(element);
    }
    if (element["numerator"].exists()) {
        return ratioText(element);
    }
    if (element["start"].exists() || element["end"].exists()) {
        return periodText(element);
    }
    if (element["repeat"].exists() || element["event"].exists()) {
        return timingText(element);
    }
    if (element["city"].exists() || element["line"].exists()) {
        return addressText(element);
    }
    if (element["contentType"].exists() || element["title"].exists()) {
        return readableOnly(element["title"].text());
    }
    return element["code"].isString() ? codingWords(element) : std::string{};
}

json::Value choice(json::Value parent, std::string_view name)
{
    if (parent.isObject()) {
        for (const json::Value member : parent.children()) {
            const std::string_view key = member.key();
            // "value" also starts "valueset"; the type that follows starts with a capital.
            if (key.size() > name.size() && key.starts_with(name) && key[name.size()] >= 'A'
                && key[name.size()] <= 'Z') {
                return member;
            }
        }
    }
    return {};
}

bool visitPath(json::Value from, std::string_view path,
               const std::function<bool(json::Value)> &visit)
{
    if (from.isArray()) {
        for (const json::Value item : from.children()) {
            if (visitPath(item, path, visit)) {
                return true;
            }
        }
        return false;
    }
    if (path.empty()) {
        return from.exists() && visit(from);
    }
    const std::size_t dot = path.find('.');
    const std::string_view step = path.substr(0, dot);
    const std::string_view rest
        = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
    const json::Value next
        = step.ends_with("[x]") ? choice(from, step.substr(0, step.size() - 3)) : from[step];
    return next.exists() && visitPath(next, rest, visit);
}

namespace {

/// Calls `use(path)` for the paths of a list until it returns true.
template <class Use>
void eachPath(std::string_view paths, Use &&use)
{
    while (!paths.empty()) {
        const std::size_t end = std::min(paths.find(' '), paths.size());
        if (end > 0 && use(paths.substr(0, end))) {
            return;
        }
        paths.remove_prefix(std::min(end + 1, paths.size()));
    }
}

} // namespace

std::string firstWords(json::Value from, std::string_view paths, const Resolver &resolver)
{
    std::string found;
    eachPath(paths, [&](std::string_view path) {
        return visitPath(from, path, [&](json::Value value) {
            std::string words = elementWords(value, resolver);
            if (hasWords(words) && !saysNothing(withoutTags(words)) && !words.starts_with("{\"")) {
                found = std::move(words);
            }
            return !found.empty();
        });
    });
    return found;
}

json::Value firstValue(json::Value from, std::string_view paths)
{
    json::Value found;
    eachPath(paths, [&](std::string_view path) {
        return visitPath(from, path, [&](json::Value value) {
            found = value;
            return true;
        });
    });
    return found;
}

} // namespace keepwell::records::fhir
