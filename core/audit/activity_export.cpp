// SPDX-License-Identifier: Apache-2.0
#include "core/audit/activity_export.hpp"

#include "core/audit/audit_event.hpp"
#include "core/audit/iso_time.hpp"
#include "core/audit/whole_file.hpp"
#include "core/records/json/string_escapes.hpp"

namespace keepwell::audit {

namespace {

std::string jsonText(std::string_view text)
{
    std::string json;
    records::json::appendQuoted(json, text);
    return json;
}

/// RFC 4180. A cell that starts like a formula gets a ' before, so that a spreadsheet shows it.
std::string cell(std::string_view text)
{
    const bool formula
        = !text.empty() && std::string_view{"=+-@\t\r\n"}.find(text.front()) != text.npos;
    std::string safe = (formula ? "'" : "") + std::string{text};
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
        return safe;
    }
    std::string quotedCell = "\"";
    for (const char character : safe) {
        quotedCell += character == '"' ? "\"\"" : std::string{character};
    }
    return quotedCell + '"';
}

std::string csvLine(const ActivityRow &row)
{
    return cell(isoUtc(row.time)) + ',' + cell(row.kind) + ',' + cell(row.who) + ','
        + cell(row.what) + ',' + cell(row.reason) + ',' + (row.grant ? row.grant->toHex() : "")
        + ',' + std::string{nameOf(row.proof)} + ',' + (row.tx ? row.tx->toHex() : "") + ','
        + cell(row.code) + ',' + (row.index > 0 ? std::to_string(row.index) : "") + "\r\n";
}

/// What stands before the first line, before each further one, and at the end.
struct Frame
{
    std::string_view start;
    std::string_view first;
    std::string_view between;
    std::string_view end; ///< After at least one line.
    std::string_view endOfNone;
};

Frame frameOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Balp: // FHIR has no empty arrays: no line, no entry.
        return {R"({"resourceType":"Bundle","type":"collection")",
                ",\"entry\":[\n{\"resource\":", "},\n{\"resource\":", "}\n]}\n", "}\n"};
    case ExportFormat::Csv:
        return {"time,kind,who,what,reason,grant,proof,tx,code,index\r\n", "", "", "", ""};
    case ExportFormat::Json:
        break;
    }
    return {"[", "\n", ",\n", "\n]\n", "]\n"};
}

std::string lineOf(const ActivityRow &row, ExportFormat format, const ExportContext &context)
{
    switch (format) {
    case ExportFormat::Balp:
        return auditEvent(row, context);
    case ExportFormat::Csv:
        return csvLine(row);
    case ExportFormat::Json:
        break;
    }
    return activityJson(row);
}

} // namespace

std::string activityJson(const ActivityRow &row)
{
    return R"({"time":")" + isoUtc(row.time) + R"(","kind":)" + jsonText(row.kind) + R"(,"who":)"
        + jsonText(row.who) + R"(,"what":)" + jsonText(row.what) + R"(,"reason":)"
        + jsonText(row.reason) + R"(,"grant":)"
        + (row.grant ? jsonText(row.grant->toHex()) : "null") + R"(,"proof":")"
        + std::string{nameOf(row.proof)} + R"(","tx":)"
        + (row.tx ? jsonText(row.tx->toHex()) : "null") + R"(,"code":)" + jsonText(row.code) + "}";
}

Result<> exportActivity(const std::filesystem::path &path, ExportFormat format,
                        const ExportContext &context, const NextActivity &next,
                        const std::stop_token &stop)
{
    KEEPWELL_TRY(WholeFile file, WholeFile::begin(path));
    const Frame frame = frameOf(format);
    KEEPWELL_CHECK(file.write(frame.start));
    bool any = false;
    while (true) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while the activity was being written");
        }
        KEEPWELL_TRY(const auto row, next());
        if (!row) {
            break;
        }
        KEEPWELL_CHECK(file.write(any ? frame.between : frame.first));
        KEEPWELL_CHECK(file.write(lineOf(*row, format, context)));
        any = true;
    }
    KEEPWELL_CHECK(file.write(any ? frame.end : frame.endOfNone));
    return file.replace();
}

} // namespace keepwell::audit
