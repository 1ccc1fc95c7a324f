// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace keepwell::crypto {

enum class Base64 {
    Standard, ///< RFC 4648 section 4, padded. Line breaks are passed over when it is read.
    Url,      ///< RFC 4648 section 5, for links: not padded, no line breaks.
};

/// Takes the same time whatever the bytes are: they may be secret. Safe from any thread.
std::string toBase64(ByteView bytes, Base64 kind = Base64::Standard);

/// Reads what toBase64() writes. Errors: InvalidInput for anything else.
Result<Bytes> fromBase64(std::string_view text, Base64 kind = Base64::Standard);

} // namespace keepwell::crypto
