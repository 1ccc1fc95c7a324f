// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace keepwell::records {

enum class SourceFormat {
    FhirJson,    ///< One JSON value: a resource or a Bundle.
    FhirNdjson,  ///< A resource a line.
    Unsupported, ///< A format with a name that this build does not read yet.
    Unknown,     ///< Nothing we could name.
};

struct DetectedFormat
{
    SourceFormat format = SourceFormat::Unknown;
    std::string name; ///< "FHIR NDJSON", "PDF", "DICOM", "C-CDA", …; "unknown".
};

/// What a file is, by its content; its name only decides between readings of the same bytes (lines
/// or one value, a table or a text). `bytes` without a byte order mark.
DetectedFormat detectFormat(std::string_view fileName, std::string_view bytes);

/// The error of a file whose format is not read: Unsupported with the format's name, or
/// InvalidInput when it has none.
Error refusalOf(const DetectedFormat &format, std::string_view bytes);

} // namespace keepwell::records
