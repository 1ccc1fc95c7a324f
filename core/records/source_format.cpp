// SPDX-License-Identifier: Apache-2.0
#include "core/records/source_format.hpp"

#include "core/records/content_type.hpp"
#include "core/records/json/document.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace keepwell::records {
namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view extensionOf(std::string_view fileName)
{
    const std::size_t dot = fileName.rfind('.');
    return dot == std::string_view::npos ? std::string_view{} : fileName.substr(dot + 1);
}

bool parses(std::string_view text) { return json::Document::parse(text).has_value(); }

DetectedFormat unsupported(std::string_view name)
{
    return {SourceFormat::Unsupported, std::string{name}};
}

bool isNamedNdjson(std::string_view fileName)
{
    const std::string_view extension = extensionOf(fileName);
    return extension == "ndjson" || extension == "jsonl";
}

/// Objects line by line, or one value over many lines?
bool isNdjson(std::string_view fileName, std::string_view bytes)
{
    const bool named = isNamedNdjson(fileName);
    const std::string_view text = trimmed(bytes);
    const std::size_t lineEnd = text.find('\n');
    if (lineEnd == std::string_view::npos) {
        return named;
    }
    const std::string_view first = trimmed(text.substr(0, lineEnd));
    if (parses(first)) {
        return true;
    }
    const bool lines
        = named || (first.ends_with('}') && trimmed(text.substr(lineEnd)).starts_with('{'));
    return lines && !parses(text);
}

/// JSON of others that people have lying beside their FHIR files.
std::string_view foreignJson(std::string_view bytes)
{
    if (bytes.find("\"resourceType\"") != std::string_view::npos) {
        return {};
    }
    const auto document = json::Document::parse(bytes);
    if (!document) {
        return {};
    }
    const json::Value root = document->root();
    if (root["verifiableCredential"].isArray()) {
        return "SMART Health Card";
    }
    if (root["header"]["schema_id"].exists()) {
        return "Open mHealth";
    }
    return {};
}

DetectedFormat detectXml(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, 4096);
    const auto has
        = [&](std::string_view text) { return head.find(text) != std::string_view::npos; };
    if (has("http://hl7.org/fhir\"") || has("http://hl7.org/fhir'")) {
        return unsupported("FHIR XML");
    }
    if (has("ClinicalDocument")) {
        return unsupported("C-CDA");
    }
    if (has("<HealthData") || has("DOCTYPE HealthData")) {
        return unsupported("Apple Health");
    }
    return unsupported(has("<html") || has("<HTML") ? "HTML" : "XML");
}

struct Named
{
    std::string_view contentType;
    std::string_view name;
};

constexpr auto kByContent = std::to_array<Named>({
    {"application/dicom", "DICOM"},
    {"application/gzip", "gzip"},
    {"application/pdf", "PDF"},
    {"application/rtf", "RTF"},
    {"application/zip", "ZIP"},
    {"audio/mpeg", "sound"},
    {"audio/ogg", "sound"},
    {"audio/wav", "sound"},
    {"image/bmp", "picture"},
    {"image/gif", "picture"},
    {"image/jpeg", "picture"},
    {"image/png", "picture"},
    {"image/tiff", "picture"},
    {"image/webp", "picture"},
    {"text/html", "HTML"},
    {"video/mp4", "video"},
    {"video/webm", "video"},
});

DetectedFormat detectText(std::string_view fileName, std::string_view text)
{
    for (const auto *start : {"shc:/", "shlink:/", "eyJ"}) {
        if (text.starts_with(start)) {
            return unsupported(text.starts_with("shlink") ? "SMART Health Link"
                                                          : "SMART Health Card");
        }
    }
    if (text.starts_with("HC1:")) {
        return unsupported("EU Digital COVID Certificate");
    }
    if (text.starts_with("MSH|")) {
        return unsupported("HL7 v2");
    }
    // Nothing in the bytes tells, so the name is believed.
    static constexpr auto kByExtension
        = std::to_array<std::pair<std::string_view, std::string_view>>({
            {"csv", "CSV"},
            {"dcm", "DICOM"},
            {"gz", "gzip"},
            {"hl7", "HL7 v2"},
            {"md", "text"},
            {"pdf", "PDF"},
            {"smart-health-card", "SMART Health Card"},
            {"tsv", "CSV"},
            {"txt", "text"},
            {"xml", "XML"},
            {"zip", "ZIP"},
        });
    for (const auto &[extension, name] : kByExtension) {
        if (extensionOf(fileName) == extension && !text.empty()) {
            return unsupported(name);
        }
    }
    return {SourceFormat::Unknown, "unknown"};
}

} // namespace

DetectedFormat detectFormat(std::string_view fileName, std::string_view bytes)
{
    const std::string_view text = trimmed(bytes);
    if (text.empty() && isNamedNdjson(fileName)) {
        return {SourceFormat::FhirNdjson, "FHIR NDJSON"}; // of no lines
    }
    if (text.starts_with('{') || text.starts_with('[')) {
        if (const std::string_view foreign = foreignJson(bytes); !foreign.empty()) {
            return unsupported(foreign);
        }
        return isNdjson(fileName, bytes) ? DetectedFormat{SourceFormat::FhirNdjson, "FHIR NDJSON"}
                                         : DetectedFormat{SourceFormat::FhirJson, "JSON"};
    }
    if (text.starts_with('<')) {
        return detectXml(text);
    }
    const std::string_view content = sniffContentType(bytesOf(bytes.substr(0, 4096)));
    for (const Named &known : kByContent) {
        if (known.contentType == content) {
            return unsupported(known.name);
        }
    }
    return detectText(fileName, text);
}

Error refusalOf(const DetectedFormat &format, std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (format.format == SourceFormat::Unsupported) {
        return {ErrorCode::Unsupported,
                format.name + " files cannot be read by this version of Keepwell"};
    }
    if (trimmed(bytes).empty()) {
        return {ErrorCode::InvalidInput, "the file is empty"};
    }
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
        return {ErrorCode::InvalidInput, "the file is UTF-16 text; health records are UTF-8"};
    }
    return {ErrorCode::InvalidInput, "the file is no health record of a format Keepwell knows"};
}

} // namespace keepwell::records
