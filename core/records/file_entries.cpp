// SPDX-License-Identifier: Apache-2.0
#include "core/records/file_entries.hpp"

#include "core/records/fhir/resource_check.hpp"

#include <algorithm>

namespace keepwell::records {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Result<json::Value> checked(json::Value resource)
{
    KEEPWELL_CHECK(fhir::checkResource(resource));
    return resource;
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

} // namespace

Result<FileEntries> FileEntries::read(std::string_view fileName, std::string_view bytes)
{
    FileEntries entries;
    if (bytes.starts_with(kByteOrderMark)) {
        entries.m_skipped = kByteOrderMark.size();
        bytes.remove_prefix(kByteOrderMark.size());
    }
    entries.m_bytes = bytes;
    const DetectedFormat detected = detectFormat(fileName, bytes);
    entries.m_format = detected.name;
    if (detected.format == SourceFormat::FhirNdjson) {
        entries.m_lines = true;
        return entries;
    }
    if (detected.format != SourceFormat::FhirJson) {
        return std::unexpected{refusalOf(detected, bytes)};
    }
    KEEPWELL_CHECK(entries.m_document.read(bytes));
    const json::Value root = entries.m_document.root();
    KEEPWELL_CHECK(fhir::checkResource(root));
    const bool isBundle = root["resourceType"].text() == "Bundle";
    entries.m_format = isBundle ? "FHIR Bundle" : "FHIR resource";
    if (isBundle && root["entry"].exists() && !root["entry"].isArray()) {
        return fail(ErrorCode::InvalidInput, "the Bundle's entry is no list");
    }
    return entries;
}

void FileEntries::each(const std::function<bool(const FileEntry &)> &use)
{
    if (m_lines) {
        eachLine(use);
    } else if (m_format == "FHIR Bundle") {
        eachOfBundle(use);
    } else {
        const json::Value root = m_document.root();
        use({"", "", root, m_skipped + root.offset()});
    }
}

void FileEntries::eachOfBundle(const std::function<bool(const FileEntry &)> &use)
{
    std::size_t index = 0;
    for (const json::Value entry : m_document.root()["entry"].children()) {
        const json::Value resource = entry["resource"];
        FileEntry item{"entry[" + std::to_string(index++) + ']', entry["fullUrl"].text(),
                       checked(resource), m_skipped + resource.offset()};
        if (!resource) {
            item.resource = fail(ErrorCode::InvalidInput, "this entry has no resource");
        }
        if (!use(item)) {
            return;
        }
    }
}

void FileEntries::eachLine(const std::function<bool(const FileEntry &)> &use)
{
    std::size_t number = 0;
    std::size_t start = 0;
    while (start < m_bytes.size()) {
        const std::size_t end = std::min(m_bytes.find('\n', start), m_bytes.size());
        const std::string_view line = m_bytes.substr(start, end - start);
        ++number;
        if (!isBlank(line)) {
            FileEntry item{"line " + std::to_string(number), "", json::Value{}, m_skipped + start};
            if (const auto read = m_document.read(line); !read) {
                item.resource = std::unexpected{read.error()};
            } else {
                item.resource = checked(m_document.root());
                item.offset += m_document.root().offset();
            }
            if (!use(item)) {
                return;
            }
        }
        start = end + 1;
    }
}

} // namespace keepwell::records
