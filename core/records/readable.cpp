// SPDX-License-Identifier: Apache-2.0
#include "core/records/readable.hpp"

#include "core/records/attachments_of.hpp"
#include "core/records/content_type.hpp"
#include "core/records/fhir/narrative.hpp"
#include "core/records/fhir/readable_fields.hpp"
#include "core/records/fhir/resource_check.hpp"
#include "core/records/report_results.hpp"
#include "core/vault/record_table.hpp"
#include "core/vault/record_titles.hpp"

#include <algorithm>
#include <set>

namespace keepwell::records {
namespace {

/// The last resort of a document that nests whole resources: Bundles show what is in them.
void addBundleEntries(json::Value bundle, Readable &readable)
{
    ReadableSection section;
    section.heading = "Records in this collection";
    fhir::ReferenceIndex index;
    for (const json::Value entry : bundle["entry"].items()) {
        index.add(entry["resource"], entry["fullUrl"].text());
    }
    constexpr std::size_t kMost = 500;
    for (const json::Value entry : bundle["entry"].items()) {
        const json::Value resource = entry["resource"];
        if (!fhir::checkResource(resource)) {
            ++readable.partsNotShown;
            continue;
        }
        if (section.fields.size() >= kMost) {
            ++readable.partsNotShown;
            continue;
        }
        const Described described = fhir::describe(resource, fhir::Resolver{resource, index});
        section.fields.push_back(
            {described.date.text.empty() ? "Undated" : described.date.text.substr(0, 10),
             described.title,
             RangeFlag::None,
             {}});
    }
    readable.sections.push_back(std::move(section));
}

} // namespace

std::string_view wordsOf(RangeFlag flag)
{
    switch (flag) {
    case RangeFlag::InRange:
        return "In range";
    case RangeFlag::JustBelow:
        return "Just below range";
    case RangeFlag::JustAbove:
        return "Just above range";
    case RangeFlag::Below:
        return "Below range";
    case RangeFlag::Above:
        return "Above range";
    case RangeFlag::Urgent:
        return "Your clinic marked this as urgent. Call them.";
    case RangeFlag::None:
        break;
    }
    return "";
}

namespace {

Readable readWith(json::Value resource, const fhir::ReferenceIndex &index)
{
    const fhir::Resolver resolver{resource, index};
    Described described = fhir::describe(resource, resolver);

    Readable readable;
    readable.title = std::move(described.title);
    readable.type = std::move(described.type);
    readable.kind = described.kind;
    readable.date = std::move(described.date.text);
    readable.source = std::move(described.source);
    readable.practitioner = std::move(described.practitioner);
    if (readable.type == "Bundle") {
        addBundleEntries(resource, readable);
    } else {
        fhir::FieldWalker walker{resolver};
        walker.walk(resource);
        readable.sections = walker.takeSections();
        readable.partsNotShown = walker.notShown();
    }
    if (!readable.sections.empty()) {
        // The title stands above them.
        std::erase_if(readable.sections.front().fields, [&readable](const ReadableField &field) {
            return field.flag == RangeFlag::None && field.value == readable.title;
        });
    }
    fhir::Narrative narrative = fhir::readNarrative(resource["text"]["div"].text());
    // A publishing tool's list of the elements above, with their ids, was written by no clinic.
    if (!narrative.text.starts_with("Generated Narrative")) {
        readable.narrativeHtml = std::move(narrative.html);
        readable.narrativeText = std::move(narrative.text);
    }
    readable.attachments = attachmentsOf(resource);
    return readable;
}

/// The ids of all that a resource refers to, but for what it contains.
void collectIds(json::Value value, std::set<std::string> &ids)
{
    constexpr std::size_t kMost = 500;
    for (const json::Value member : value.children()) {
        if (ids.size() >= kMost) {
            return;
        }
        if (member.isString() && member.key() == "reference") {
            const std::string_view reference = member.text();
            const std::string_view address = reference.substr(0, reference.find("/_history/"));
            const std::size_t cut = address.find_last_of("/:");
            ids.emplace(cut == std::string_view::npos ? address : address.substr(cut + 1));
        } else if (member.key() != "contained") {
            collectIds(member, ids);
        }
    }
}

/// What a record points at in the file it came with, by the titles those have in the list.
Result<fhir::ReferenceIndex> neighboursOf(vault::Database &database, vault::SourceId source,
                                          json::Value resource)
{
    std::set<std::string> ids;
    collectIds(resource, ids);
    ids.erase(std::string{});
    KEEPWELL_TRY(const auto titles, vault::titlesInSource(database, source, ids));
    fhir::ReferenceIndex index;
    for (const vault::RecordTitle &named : titles) {
        index.addNamed(named.type, named.logicalId, named.title);
    }
    return index;
}

} // namespace

Result<Readable> readResource(std::string_view slice, const Neighbours &neighbours)
{
    KEEPWELL_TRY(const json::Document document, json::Document::parse(slice));
    KEEPWELL_CHECK(fhir::checkResource(document.root()));
    return readWith(document.root(), neighbours.index());
}

Result<Readable> readRecord(vault::Database &database, vault::RecordId id)
{
    vault::RecordTable table{database};
    KEEPWELL_TRY(const vault::StoredRecord stored, table.find(id));
    KEEPWELL_TRY(const std::string slice, table.bytes(id));
    KEEPWELL_TRY(const json::Document document, json::Document::parse(slice));
    KEEPWELL_CHECK(fhir::checkResource(document.root()));
    KEEPWELL_TRY(const fhir::ReferenceIndex neighbours,
                 neighboursOf(database, stored.source, document.root()));
    Readable readable = readWith(document.root(), neighbours);
    // What the whole file told of it when it came in, its neighbours included.
    readable.title = stored.row.title;
    readable.source = stored.row.source;
    readable.practitioner = stored.practitioner;
    KEEPWELL_CHECK(addReportedResults(database, stored, slice, readable));
    return readable;
}

std::string renderText(const Readable &readable)
{
    std::string text = readable.title + '\n';
    const auto line = [&](std::string_view label, std::string_view value) {
        if (!value.empty()) {
            text += std::string{label} + ": " + std::string{value} + '\n';
        }
    };
    line("Date", readable.date);
    line("From", readable.source);
    if (readable.practitioner != readable.source) {
        line("By", readable.practitioner);
    }
    for (const ReadableSection &section : readable.sections) {
        text += '\n';
        if (!section.heading.empty()) {
            text += section.heading + '\n';
        }
        for (const ReadableField &field : section.fields) {
            text += "  " + field.label + ": " + field.value;
            if (!field.range.empty()) {
                text += " (range " + field.range + ')';
            }
            if (field.flag != RangeFlag::None) {
                text += ". " + std::string{wordsOf(field.flag)};
            }
            text += '\n';
        }
        if (!section.text.empty()) {
            text += section.text + '\n';
        }
    }
    if (!readable.narrativeText.empty()) {
        text += "\nWhat the clinic wrote\n" + readable.narrativeText + '\n';
    }
    for (const FoundAttachment &file : readable.attachments) {
        const std::string_view words = wordsForContentType(file.contentType);
        text += "\nAttachment: " + (file.title.empty() ? std::string{words} : file.title) + ", "
            + std::string{words} + ", " + std::to_string(file.size) + " bytes\n";
    }
    if (readable.partsNotShown > 0) {
        text += '\n' + std::to_string(readable.partsNotShown)
            + (readable.partsNotShown == 1 ? " part" : " parts")
            + " could not be shown; the original has all of it.\n";
    }
    return text;
}

} // namespace keepwell::records
