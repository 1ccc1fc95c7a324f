// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/record_row.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// What the wallet shows of records: the vault's rows, and what a viewer and a report need.
namespace keepwell {

using vault::RecordCounts;
using vault::RecordFilter;
using vault::RecordId;
using vault::RecordKind;
using vault::RecordRow;

enum class PersonChoice { Ask, Me, New, Known };

struct ImportOptions
{
    PersonChoice person = PersonChoice::Ask; ///< Ask: unknown people's resources are rejected.
    std::optional<std::int64_t> known;       ///< With PersonChoice::Known.
    bool dryRun = false;
};

struct ImportRejection
{
    std::string path;
    std::string place; ///< "entry[12]", "line 7"; empty for the whole file.
    std::string code;  ///< "invalid", "unsupported", "denied" …
    std::string detail;
};

struct ImportedFile
{
    std::string path;
    std::string format; ///< "FHIR Bundle", "FHIR NDJSON" …
    std::int64_t added = 0;
    std::int64_t duplicates = 0;
    std::int64_t rejected = 0;
};

struct ImportReport
{
    std::int64_t added = 0;
    std::int64_t duplicates = 0;
    std::vector<ImportRejection> rejected;
    std::vector<ImportedFile> files;
    bool stopped = false; ///< The files after the last listed were not tried.
};

/// Where a value stands against its range.
enum class RangeFlag { None, InRange, JustBelow, JustAbove, Below, Above, Urgent };

struct ReadableField
{
    std::string label;
    std::string value;
    RangeFlag flag = RangeFlag::None;
    std::string range; ///< "60 to 90 mL/min"; empty where none is given.
};

struct ReadableSection
{
    std::string heading; ///< May be empty.
    std::vector<ReadableField> fields;
    std::string text; ///< Plain text paragraphs; may be empty.
};

struct AttachmentRow
{
    std::string name;
    std::string mediaType; ///< By content, not by claim.
    std::int64_t bytes = 0;
};

struct RecordDetail
{
    RecordRow row;
    std::string practitioner;
    std::string resourceType;
    std::vector<ReadableSection> sections;
    std::string narrativeHtml; ///< From an allow-list; no script, no remote load. May be empty.
    std::vector<AttachmentRow> attachments;
    std::vector<std::string> sources; ///< Every file and delivery it came from.
    std::string sha256;               ///< Of the exact slice, hex.
};

struct SummaryLine
{
    std::int64_t record = 0;
    std::string title;
    std::string detail; ///< Value, dose, status …
    std::string date;
};

/// A list that is not known is not the same as an empty one.
struct SummarySection
{
    bool known = false;
    std::vector<SummaryLine> lines;
};

struct Summary
{
    SummarySection allergies;
    SummarySection medications;
    SummarySection conditions;
    SummarySection immunizations;
    SummarySection results;
};

struct ExportReport
{
    std::int64_t records = 0;
    std::int64_t files = 0;
};

} // namespace keepwell
