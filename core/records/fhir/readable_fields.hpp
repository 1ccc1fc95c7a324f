// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/fhir/reference_index.hpp"
#include "core/records/json/document.hpp"
#include "core/records/readable.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell::records::fhir {

/// The words for an element's name: "Date" for effectiveDateTime, "Body site" for bodySite.
std::string labelOf(std::string_view key);

/// A resource's elements as headed fields, every type alike; what needs more than that is done by
/// the functions below. Counts what could not be put in words.
class FieldWalker
{
public:
    explicit FieldWalker(const Resolver &resolver) : m_resolver{resolver} {}

    void walk(json::Value resource);
    std::vector<ReadableSection> takeSections() { return std::move(m_sections); }
    unsigned notShown() const { return m_notShown; }

private:
    void member(json::Value value, std::string_view key, ReadableSection &section, int depth);
    void element(json::Value value, std::string_view key, ReadableSection &section, int depth);
    void backbone(json::Value value, std::string_view key, int depth);
    bool special(json::Value resource, std::string_view key, json::Value value,
                 ReadableSection &section);

    const Resolver &m_resolver;
    std::vector<ReadableSection> m_sections;
    std::size_t m_fields = 0;
    unsigned m_notShown = 0;
};

/// Adds a field, once: the same reason by two codes or two references is one to a reader.
void addOnce(ReadableField field, ReadableSection &section);

/// "60 to 90 mL/min" of an Observation or a component; "" when none is given.
std::string referenceRangeText(json::Value observation);
/// By what the lab says (interpretation), else by the number and its range.
RangeFlag rangeFlagOf(json::Value observation);
/// The number of a Quantity.
std::optional<double> numberOf(json::Value quantity);

struct RangeBounds
{
    std::optional<double> low;
    std::optional<double> high;
};

/// The two ends of the usual range, where they are numbers in the unit of the value.
RangeBounds rangeBoundsOf(json::Value observation);

} // namespace keepwell::records::fhir
