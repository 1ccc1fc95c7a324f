// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"

#include <optional>
#include <string_view>

namespace keepwell::records {

/// Base64 (RFC 4648 section 4) as FHIR's base64Binary allows it: white space between, padding at the
/// end may be missing. nullopt for any other character or an impossible length.
std::optional<Bytes> decodeBase64(std::string_view text);

} // namespace keepwell::records
