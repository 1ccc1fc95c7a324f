// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/records/json/document.hpp"
#include "core/records/source_format.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace keepwell::records {

/// One entry of a file: what is added, a duplicate or rejected; each is one of the three.
struct FileEntry
{
    std::string place;            ///< "entry[12]", "line 7", "".
    std::string_view fullUrl;     ///< Of a Bundle's entry.
    Result<json::Value> resource; ///< Checked (fhir::checkResource), or why it is rejected.
    std::size_t offset = 0;       ///< Of the resource's slice in the bytes.
};

/// A file of FHIR JSON, taken apart. Keeps a view of the bytes. One thread at a time; move only.
class FileEntries
{
public:
    /// Errors: InvalidInput or Unsupported: the file as a whole cannot be read.
    static Result<FileEntries> read(std::string_view fileName, std::string_view bytes);

    const std::string &format() const { return m_format; } ///< "FHIR Bundle", …
    /// Calls `use` for each entry in the order of the file, until it returns false. The resource
    /// lives until the call returns. Can be called again.
    void each(const std::function<bool(const FileEntry &)> &use);

private:
    FileEntries() = default;
    void eachLine(const std::function<bool(const FileEntry &)> &use);
    void eachOfBundle(const std::function<bool(const FileEntry &)> &use);

    std::string m_format;
    std::string_view m_bytes; ///< Without the byte order mark.
    std::size_t m_skipped = 0;
    bool m_lines = false;
    json::Document m_document;
};

} // namespace keepwell::records
