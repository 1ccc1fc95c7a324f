// SPDX-License-Identifier: Apache-2.0
#include "core/records/report_results.hpp"

#include "core/records/fhir/elements.hpp"
#include "core/records/fhir/readable_fields.hpp"
#include "core/records/fhir/title.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace keepwell::records {
namespace {

constexpr std::int64_t kMostOfOneDay = 400;
constexpr std::size_t kDay = 10; ///< "2026-11-12"

/// The last part of "Observation/42" or "urn:uuid:…", which is the id of what it points at.
std::string idIn(std::string_view reference)
{
    const std::size_t cut = reference.find_last_of("/:");
    return std::string{cut == std::string_view::npos ? reference : reference.substr(cut + 1)};
}

void addValues(json::Value observation, const fhir::Resolver &resolver,
               std::vector<ReadableField> &fields)
{
    const auto add = [&](json::Value part) {
        std::string value = fhir::observationValue(part, resolver);
        std::string label = fhir::conceptWords(part["code"]);
        if (!value.empty() && !label.empty()) {
            fields.push_back({std::move(label), std::move(value), fhir::rangeFlagOf(part),
                              fhir::referenceRangeText(part)});
        }
    };
    add(observation);
    for (const json::Value part : observation["component"].items()) {
        add(part);
    }
}

/// The values by the id of their record.
using ValuesById = std::map<std::string, std::vector<ReadableField>>;

/// Of the records of the report's day and source, those that `references` point at.
Result<ValuesById> valuesOf(json::Value references, vault::Database &database,
                            const vault::StoredRecord &report)
{
    std::set<std::string> wanted;
    for (const json::Value reference : references.items()) {
        wanted.insert(idIn(reference["reference"].text()));
    }
    wanted.erase(std::string{});
    vault::RecordTable table{database};
    vault::RecordFilter filter;
    filter.person = report.row.person;
    filter.kinds = {vault::RecordKind::Result, vault::RecordKind::Vital};
    filter.since = filter.until = report.row.date.substr(0, kDay);
    filter.limit = kMostOfOneDay;
    KEEPWELL_TRY(const auto rows, table.list(filter));
    ValuesById values;
    json::Document document;
    for (const vault::RecordRow &row : rows) {
        KEEPWELL_TRY(const vault::StoredRecord stored, table.find(row.id));
        if (stored.type != "Observation" || !wanted.contains(stored.logicalId)
            || stored.source.value != report.source.value) {
            continue;
        }
        KEEPWELL_TRY(const std::string slice, table.bytes(row.id));
        if (const auto read = document.read(slice); !read) {
            return std::unexpected{read.error()};
        }
        const fhir::ReferenceIndex index;
        addValues(document.root(), fhir::Resolver{document.root(), index},
                  values[stored.logicalId]);
    }
    return values;
}

} // namespace

Result<> addReportedResults(vault::Database &database, const vault::StoredRecord &report,
                            std::string_view slice, Readable &readable)
{
    if (report.type != "DiagnosticReport" || report.row.date.size() < kDay
        || readable.sections.empty()) {
        return {};
    }
    KEEPWELL_TRY(const json::Document document, json::Document::parse(slice));
    const json::Value references = document.root()["result"];
    if (!references.exists()) {
        return {};
    }
    KEEPWELL_TRY(const ValuesById values, valuesOf(references, database, report));
    ReadableSection results{fhir::labelOf("result"), {}, {}};
    for (const json::Value reference : references.items()) {
        if (const auto found = values.find(idIn(reference["reference"].text()));
            found != values.end()) {
            std::ranges::copy(found->second, std::back_inserter(results.fields));
        }
    }
    if (results.fields.empty()) {
        return {};
    }
    const std::string conclusion = fhir::labelOf("conclusion");
    ReadableSection concluded;
    ReadableSection &rest = readable.sections.front();
    std::erase_if(rest.fields, [&](const ReadableField &field) {
        if (field.label == conclusion) {
            concluded.fields.push_back(field);
        }
        return field.label == conclusion || field.label == results.heading; // only their names
    });
    rest.heading = "Details";
    readable.sections.insert(readable.sections.begin(), std::move(results));
    if (!concluded.fields.empty()) {
        readable.sections.insert(readable.sections.begin(), std::move(concluded));
    }
    return {};
}

} // namespace keepwell::records
