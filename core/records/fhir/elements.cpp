// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/elements.hpp"

#include "core/records/fhir/number_text.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/standard_codes.hpp"
#include "core/vault/record_date.hpp"

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

void join(std::string &target, std::string_view separator, std::string_view more)
{
    if (more.empty()) {
        return;
    }
    if (!target.empty()) {
        target += separator;
    }
    target += more;
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

std::string unitText(json::Value quantity)
{
    std::string unit = plainLine(quantity["unit"].text(), 60);
    if (unit.empty()) {
        unit = plainLine(quantity["code"].text(), 60);
    }
    if (unit == "1" || unit == "{score}" || unit == "{nominal}" || unit == "{#}") {
        return {};
    }
    if (unit == "mm[Hg]") {
        return "mmHg";
    }
    // UCUM writes words in braces: "{tablet}".
    if (unit.size() > 2 && unit.front() == '{' && unit.find('}') == unit.size() - 1) {
        unit = unit.substr(1, unit.size() - 2);
    }
    return unit;
}

std::string quantityText(json::Value value)
{
    std::string text = numberText(value["value"].scalar());
    if (text.empty()) {
        return {};
    }
    const std::string_view comparator = value["comparator"].text();
    if (!comparator.empty()) {
        text = plainLine(comparator, 4) + ' ' + text;
    }
    const std::string unit = unitText(value);
    if (unit.empty()) {
        return text;
    }
    return unit == "%" ? text + " %" : text + ' ' + unit;
}

std::string rangeText(json::Value range)
{
    const json::Value low = range["low"];
    const json::Value high = range["high"];
    if (low["value"].exists() && high["value"].exists()) {
        return numberText(low["value"].scalar()) + " to " + quantityText(high);
    }
    if (low["value"].exists()) {
        return quantityText(low) + " or more";
    }
    return high["value"].exists() ? "up to " + quantityText(high) : std::string{};
}

std::string ratioText(json::Value ratio)
{
    const std::string over = quantityText(ratio["numerator"]);
    const std::string under = quantityText(ratio["denominator"]);
    if (under.empty() || under == "1") {
        return over;
    }
    return over + (unitText(ratio["numerator"]).empty() ? " : " : " per ") + under;
}

std::string dateText(std::string_view date)
{
    const vault::RecordDate read = vault::parseRecordDate(date);
    if (read.text.empty()) {
        return plainLine(date, 40);
    }
    constexpr std::size_t kDay = 10;
    constexpr std::size_t kMinute = 16;
    if (date.size() <= kDay) {
        return std::string{date};
    }
    // The clock where it was written: what the paper says, not what it would be here.
    return std::string{date.substr(0, kDay)} + ' '
        + std::string{date.substr(kDay + 1, kMinute - kDay - 1)};
}

std::string periodText(json::Value period)
{
    const std::string start = dateText(period["start"].text());
    const std::string end = dateText(period["end"].text());
    if (start.empty() || end.empty() || start == end) {
        if (start.empty()) {
            return end.empty() ? end : "until " + end;
        }
        return end.empty() ? "since " + start : start;
    }
    return start + " to " + end;
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

std::string moneyText(json::Value money)
{
    std::string text = moneyNumber(money["value"].scalar());
    join(text, " ", plainLine(money["currency"].text(), 8));
    return text;
}

std::string timingText(json::Value timing)
{
    if (const std::string words = conceptWords(timing["code"]); !words.empty()) {
        return words;
    }
    const json::Value repeat = timing["repeat"];
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kUnits{
        {{"s", "second"},
         {"min", "minute"},
         {"h", "hour"},
         {"d", "day"},
         {"wk", "week"},
         {"mo", "month"},
         {"a", "year"}}};
    std::string words;
    if (repeat["period"].exists()) {
        const std::string times = plainLine(repeat["frequency"].scalar(), 20);
        const std::string period = plainLine(repeat["period"].scalar(), 20);
        std::string unit = plainLine(repeat["periodUnit"].text(), 20);
        for (const auto &[code, name] : kUnits) {
            if (unit == code) {
                unit = name;
            }
        }
        words = times.empty() || times == "1" ? "once" : times + " times";
        words += period == "1" ? " a " + unit : " every " + period + ' ' + unit + 's';
    }
    join(words, ", ", periodText(repeat["boundsPeriod"]));
    for (const json::Value event : timing["event"].items()) {
        join(words, ", ", dateText(event.text()));
    }
    return words;
}

std::string dosageText(json::Value dosage)
{
    if (const std::string text = plainLine(dosage["text"].text()); !text.empty()) {
        return text;
    }
    std::string words;
    for (const json::Value rate : dosage["doseAndRate"].items()) {
        join(words, ", ", quantityText(rate["doseQuantity"]));
        join(words, ", ", rangeText(rate["doseRange"]));
        join(words, ", ", ratioText(rate["rateRatio"]));
        join(words, ", ", quantityText(rate["rateQuantity"]));
    }
    join(words, ", ", quantityText(dosage["dose"])); // MedicationAdministration
    join(words, ", ", timingText(dosage["timing"]));
    join(words, ", ", conceptWords(dosage["route"]));
    if (dosage["asNeededBoolean"].isTrue()) {
        join(words, ", ", "as needed");
    }
    join(words, ", ", conceptWords(dosage["asNeededCodeableConcept"]));
    join(words, ", ", plainLine(dosage["patientInstruction"].text()));
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
