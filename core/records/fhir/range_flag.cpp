// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/number_text.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/quantities.hpp"
#include "core/records/fhir/readable_fields.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace keepwell::records::fhir {
namespace {

// HL7 v3 ObservationInterpretation. Only the lab's own words make a value urgent.
constexpr auto kInterpretations = std::to_array<std::pair<std::string_view, RangeFlag>>({
    {"HH", RangeFlag::Urgent},
    {"LL", RangeFlag::Urgent},
    {"AA", RangeFlag::Urgent},
    {"H", RangeFlag::Above},
    {"HU", RangeFlag::Above},
    {"HX", RangeFlag::Above},
    {"L", RangeFlag::Below},
    {"LU", RangeFlag::Below},
    {"LX", RangeFlag::Below},
    {"N", RangeFlag::InRange},
});

/// The range for everybody: without who it applies to, or the first one.
json::Value usualRange(json::Value observation)
{
    json::Value first;
    for (const json::Value range : observation["referenceRange"].items()) {
        if (!range["appliesTo"].exists() && !range["age"].exists()) {
            return range;
        }
        if (!first) {
            first = range;
        }
    }
    return first;
}

bool isSameUnit(json::Value a, json::Value b)
{
    return unitText(a) == unitText(b) || unitText(a).empty() || unitText(b).empty();
}

RangeFlag compared(double value, std::optional<double> low, std::optional<double> high)
{
    constexpr double kJust = 0.1; // of the range's width: "just" below or above it
    const double width = low && high ? *high - *low : std::abs(low.value_or(high.value_or(0)));
    if (low && value < *low) {
        return *low - value <= kJust * width ? RangeFlag::JustBelow : RangeFlag::Below;
    }
    if (high && value > *high) {
        return value - *high <= kJust * width ? RangeFlag::JustAbove : RangeFlag::Above;
    }
    return low || high ? RangeFlag::InRange : RangeFlag::None;
}

} // namespace

std::optional<double> numberOf(json::Value quantity)
{
    const json::Value value = quantity["value"];
    if (!value.isNumber()) {
        return std::nullopt;
    }
    return numberValue(value.scalar());
}

RangeBounds rangeBoundsOf(json::Value observation)
{
    const json::Value quantity = observation["valueQuantity"];
    const json::Value range = usualRange(observation);
    if (!isSameUnit(quantity, range["low"]) || !isSameUnit(quantity, range["high"])) {
        return {};
    }
    return {.low = numberOf(range["low"]), .high = numberOf(range["high"])};
}

std::string referenceRangeText(json::Value observation)
{
    const json::Value range = usualRange(observation);
    if (const std::string text = rangeText(range); !text.empty()) {
        return text;
    }
    return plainLine(range["text"].text(), 120);
}

RangeFlag rangeFlagOf(json::Value observation)
{
    for (const json::Value interpretation : observation["interpretation"].items()) {
        for (const json::Value coding : interpretation["coding"].items()) {
            for (const auto &[code, flag] : kInterpretations) {
                if (coding["code"].text() == code) {
                    return flag;
                }
            }
        }
    }
    const json::Value quantity = observation["valueQuantity"];
    const auto value = numberOf(quantity);
    if (!value || quantity["comparator"].exists()) {
        return RangeFlag::None;
    }
    const RangeBounds bounds = rangeBoundsOf(observation);
    return compared(*value, bounds.low, bounds.high);
}

} // namespace keepwell::records::fhir
