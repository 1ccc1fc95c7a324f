// SPDX-License-Identifier: Apache-2.0
#include "core/records/attachment.hpp"
#include "core/records/canonical.hpp"
#include "core/records/fhir/reference_index.hpp"
#include "core/records/fhir/resource_check.hpp"
#include "core/records/file_entries.hpp"
#include "core/records/readable.hpp"

#include <cstdint>
#include <cstdlib>

using namespace keepwell::records;

namespace {

void demand(bool truth)
{
    if (!truth) {
        std::abort();
    }
}

void useEntry(const FileEntry &entry, std::string_view file, const fhir::ReferenceIndex &references)
{
    if (!entry.resource) {
        return;
    }
    const json::Value resource = *entry.resource;
    const std::string_view slice = resource.slice();
    demand(file.substr(entry.offset, slice.size()) == slice);
    const Described described = fhir::describe(resource, fhir::Resolver{resource, references});
    demand(!described.title.empty() && described.title.size() <= 170);
    demand(described.title.find_first_of("\n\r\t\x1b") == std::string::npos);

    // A canonical form is its own canonical form.
    const std::string canonical = canonicalText(resource);
    const auto again = json::Document::parse(canonical);
    demand(again.has_value() && canonicalText(again->root()) == canonical);

    const auto readable = readResource(slice);
    demand(readable.has_value());
    demand(readable->narrativeHtml.find("<script") == std::string::npos);
    for (const FoundAttachment &attachment : readable->attachments) {
        demand(attachmentBytes(slice, attachment).has_value());
    }
}

} // namespace

/// A file of FHIR JSON of any kind, through everything an import and a viewer do with it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view file{reinterpret_cast<const char *>(data), size};
    auto entries = FileEntries::read("fuzz.json", file);
    if (!entries) {
        return 0;
    }
    fhir::ReferenceIndex references;
    entries->each([&](const FileEntry &entry) {
        if (entry.resource) {
            references.add(*entry.resource, entry.fullUrl);
        }
        return true;
    });
    entries->each([&](const FileEntry &entry) {
        useEntry(entry, file, references);
        return true;
    });
    return 0;
}
