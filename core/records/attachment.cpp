// SPDX-License-Identifier: Apache-2.0
#include "core/records/attachment.hpp"

#include "core/records/attachments_of.hpp"
#include "core/records/base64.hpp"
#include "core/records/content_type.hpp"
#include "core/records/fhir/plain_text.hpp"
#include "core/records/json/string_escapes.hpp"
#include "core/vault/record_table.hpp"

namespace keepwell::records {
namespace {

/// FHIR's Attachment, and Binary; SampledData and Signature have a `data` too.
bool isAttachment(json::Value object)
{
    return object["data"].isString() && !object["origin"].exists() && !object["who"].exists()
        && !object["sigFormat"].exists();
}

void collect(json::Value value, std::string_view outerTitle, std::vector<FoundAttachment> &found)
{
    if (value.isObject() && isAttachment(value)) {
        const json::Value data = value["data"];
        if (const auto bytes = decodeBase64(data.text())) {
            FoundAttachment attachment;
            attachment.title = fhir::plainLine(value["title"].text(), 200);
            if (attachment.title.empty()) {
                attachment.title = outerTitle;
            }
            attachment.contentType = sniffContentType(*bytes);
            attachment.claimedType = fhir::plainLine(value["contentType"].text(), 100);
            attachment.size = bytes->size();
            attachment.offset = data.offset();
            attachment.length = data.slice().size();
            found.push_back(std::move(attachment));
        }
    }
    for (const json::Value child : value.children()) {
        if (child.isObject() || child.isArray()) {
            collect(child, outerTitle, found);
        }
    }
}

} // namespace

std::vector<FoundAttachment> attachmentsOf(json::Value resource)
{
    std::vector<FoundAttachment> found;
    collect(resource, fhir::plainLine(resource["description"].text(), 200), found);
    for (FoundAttachment &attachment : found) {
        attachment.offset -= resource.offset();
    }
    return found;
}

Result<std::vector<FoundAttachment>> attachmentsIn(std::string_view slice)
{
    KEEPWELL_TRY(const json::Document document, json::Document::parse(slice));
    return attachmentsOf(document.root());
}

Result<Bytes> attachmentBytes(std::string_view slice, const FoundAttachment &attachment)
{
    if (attachment.offset > slice.size() || attachment.length > slice.size() - attachment.offset) {
        return fail(ErrorCode::InvalidInput, "the attachment is not of this record");
    }
    std::string_view written = slice.substr(attachment.offset, attachment.length);
    std::string decoded; // some writers escape the slashes of base64
    if (written.find('\\') != std::string_view::npos && json::decodeEscapes(written, decoded)) {
        written = decoded;
    }
    auto bytes = decodeBase64(written);
    if (!bytes) {
        return fail(ErrorCode::InvalidInput, "the attachment is not of this record");
    }
    return *std::move(bytes);
}

Result<Bytes> attachmentBytes(vault::Database &database, const vault::Attachment &attachment)
{
    KEEPWELL_TRY(const std::string slice, vault::RecordTable{database}.bytes(attachment.record));
    FoundAttachment found;
    found.offset = attachment.offset;
    found.length = attachment.length;
    return attachmentBytes(slice, found);
}

std::string safeFileName(std::string_view title, std::string_view contentType)
{
    constexpr std::size_t kMost = 60;
    std::string name;
    for (const char c : title) {
        const bool plain
            = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain) {
            name += c;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
        if (name.size() >= kMost) {
            break;
        }
    }
    const std::string_view extension = extensionFor(contentType);
    // "report.pdf" becomes "report", then gets the extension its content deserves.
    if (const std::string ending = '-' + std::string{extension}; name.ends_with(ending)) {
        name.resize(name.size() - ending.size());
    }
    while (name.ends_with('-')) {
        name.pop_back();
    }
    if (name.empty()) {
        name = "file";
    }
    return name + '.' + std::string{extension};
}

} // namespace keepwell::records
