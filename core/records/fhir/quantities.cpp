// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/quantities.hpp"

#include "core/records/fhir/number_text.hpp"
#include "core/records/fhir/plain_text.hpp"

namespace keepwell::records::fhir {

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

std::string moneyText(json::Value money)
{
    std::string text = moneyNumber(money["value"].scalar());
    join(text, " ", plainLine(money["currency"].text(), 8));
    return text;
}

} // namespace keepwell::records::fhir
