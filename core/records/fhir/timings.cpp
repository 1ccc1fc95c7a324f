// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/timings.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/quantities.hpp"
#include "core/vault/record_date.hpp"

#include <array>
#include <utility>

namespace keepwell::records::fhir {

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

} // namespace keepwell::records::fhir
