// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/records/attachment.hpp"
#include "core/records/described.hpp"
#include "core/vault/database.hpp"
#include "core/vault/record_table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell::records {

/// Where a value stands against its range. Never "abnormal".
enum class RangeFlag : std::uint8_t { None, InRange, JustBelow, JustAbove, Below, Above, Urgent };

/// The words of a flag: "In range", "Above range", …; "" for None.
std::string_view wordsOf(RangeFlag flag);

/// One line of a record for people. All texts are plain: control and bidi characters are gone.
struct ReadableField
{
    std::string label; ///< "Date", "Result", "Dose".
    std::string value; ///< "132 mmHg".
    RangeFlag flag = RangeFlag::None;
    std::string range; ///< "60 to 90 mL/min"; empty where none is given.
};

struct ReadableSection
{
    std::string heading; ///< "" for the first one.
    std::vector<ReadableField> fields;
    std::string text; ///< Plain text paragraphs; may be empty.
};

/// A record as the viewer and `record ID --format text` show it.
struct Readable
{
    std::string title;
    std::string type; ///< "Observation".
    vault::RecordKind kind = vault::RecordKind::Other;
    std::string date;
    std::string source;       ///< The organisation, or "".
    std::string practitioner; ///< Or "".
    std::vector<ReadableSection> sections;
    std::string narrativeHtml; ///< A safe subset of HTML: no script, no load, no style; often "".
    std::string narrativeText; ///< The same as plain lines.
    std::vector<FoundAttachment> attachments;
    unsigned partsNotShown = 0; ///< Parts of the resource no field stands for.
};

/// Errors: NotFound; Tampered when the stored bytes do not match their hash.
Result<Readable> readRecord(vault::Database &database, vault::RecordId id);

/// The same for a resource that is not in a vault: what a clinician opened. `slice` is its JSON.
/// `neighbours` stand beside it, and give words to what it points at.
/// Errors: InvalidInput when it is no FHIR resource.
Result<Readable> readResource(std::string_view slice, const Neighbours &neighbours = {});

/// Plain text for a terminal or a page: title, fields, narrative.
std::string renderText(const Readable &readable);

} // namespace keepwell::records
