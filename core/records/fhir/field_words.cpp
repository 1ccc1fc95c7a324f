// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/field_words.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/timings.hpp"
#include "core/records/fhir/title.hpp"
#include "core/vault/record_date.hpp"

#include <algorithm>

namespace keepwell::records::fhir {
namespace {

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

} // namespace

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

} // namespace keepwell::records::fhir
