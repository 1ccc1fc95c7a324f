// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"

#include <string>
#include <string_view>

namespace keepwell::records {

/// The media type of a file by its first bytes, "application/octet-stream" when nothing tells.
std::string_view sniffContentType(ByteView content);

/// "pdf" for "application/pdf"; "bin" for types we have no word for.
std::string_view extensionFor(std::string_view contentType);

/// What people call it: "PDF document", "Picture".
std::string_view wordsForContentType(std::string_view contentType);

} // namespace keepwell::records
