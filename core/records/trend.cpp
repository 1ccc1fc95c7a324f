// SPDX-License-Identifier: Apache-2.0
#include "core/records/trend.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/fhir/quantities.hpp"
#include "core/records/fhir/readable_fields.hpp"
#include "core/vault/record_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace keepwell::records {
namespace {

constexpr std::int64_t kMostLookedAt = 4'000;

/// What makes two values the same test: the first code there is, else the words.
std::string testOf(json::Value code)
{
    for (const json::Value coding : code["coding"].items()) {
        if (!coding["code"].text().empty()) {
            return std::string{coding["system"].text()} + '|' + std::string{coding["code"].text()};
        }
    }
    return fhir::folded(fhir::conceptWords(code));
}

std::string loincOf(json::Value code)
{
    for (const json::Value coding : code["coding"].items()) {
        if (coding["system"].text() == "http://loinc.org") {
            return std::string{coding["code"].text()};
        }
    }
    return {};
}

class Collector
{
public:
    explicit Collector(vault::Database &database) : m_table{database} {}

    Result<> take(std::optional<vault::PersonId> person, vault::RecordKind kind)
    {
        vault::RecordFilter filter;
        filter.kinds = {kind};
        filter.limit = kMostLookedAt;
        if (person) {
            filter.person = person->value;
        }
        KEEPWELL_TRY(const auto rows, m_table.list(filter));
        for (const vault::RecordRow &row : rows) {
            if (row.date.empty()) {
                continue;
            }
            KEEPWELL_TRY(const std::string slice, m_table.bytes(row.id));
            if (const auto read = m_document.read(slice); !read) {
                return std::unexpected{read.error()};
            }
            addObservation(row, m_document.root());
        }
        return {};
    }

    /// Newest first within, as the rows came; see trendsOf().
    std::vector<Trend> trends() { return std::move(m_trends); }

private:
    void addObservation(const vault::RecordRow &row, json::Value resource)
    {
        if (resource["resourceType"].text() != "Observation"
            || resource["status"].text() == "entered-in-error") {
            return;
        }
        addValue(row, resource, {}, {});
        const std::string whole = fhir::conceptWords(resource["code"]);
        for (const json::Value part : resource["component"].items()) {
            addValue(row, part, whole, testOf(resource["code"]));
        }
    }

    void addValue(const vault::RecordRow &row, json::Value observation, const std::string &whole,
                  const std::string &wholeTest)
    {
        const json::Value quantity = observation["valueQuantity"];
        const auto value = fhir::numberOf(quantity);
        const std::string test = testOf(observation["code"]);
        if (!value || !std::isfinite(*value) || quantity["comparator"].exists() || test.empty()) {
            return;
        }
        const std::string unit = fhir::unitText(quantity);
        const auto key = std::to_string(row.person) + '\n' + wholeTest + '\n' + test + '\n' + unit;
        const auto [known, isNew] = m_places.try_emplace(key, m_trends.size());
        if (isNew) {
            std::string title = fhir::conceptWords(observation["code"]);
            if (title.empty()) {
                title = whole.empty() ? row.title : whole;
            }
            m_trends.push_back({.person = row.person,
                                .title = std::move(title),
                                .unit = unit,
                                .loinc = loincOf(observation["code"]),
                                .points = {}});
        }
        const fhir::RangeBounds bounds = fhir::rangeBoundsOf(observation);
        m_trends[known->second].points.push_back({.id = row.id,
                                                  .date = row.date,
                                                  .value = *value,
                                                  .text = fhir::quantityText(quantity),
                                                  .flag = fhir::rangeFlagOf(observation),
                                                  .low = bounds.low,
                                                  .high = bounds.high,
                                                  .range = fhir::referenceRangeText(observation)});
    }

    vault::RecordTable m_table;
    json::Document m_document;
    std::map<std::string, std::size_t> m_places;
    std::vector<Trend> m_trends;
};

} // namespace

Result<std::vector<Trend>> trendsOf(vault::Database &database,
                                    std::optional<vault::PersonId> person)
{
    Collector collector{database};
    KEEPWELL_CHECK(collector.take(person, vault::RecordKind::Result));
    KEEPWELL_CHECK(collector.take(person, vault::RecordKind::Vital));
    std::vector<Trend> trends = collector.trends();
    std::ranges::stable_sort(
        trends, std::ranges::greater{},
        [](const Trend &trend) -> const auto & { return trend.points.front().date; });
    for (Trend &trend : trends) {
        std::ranges::reverse(trend.points);
    }
    return trends;
}

} // namespace keepwell::records
