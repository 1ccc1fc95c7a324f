// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace keepwell {

/// Lower-case hexadecimal, two digits a byte.
std::string toHex(ByteView bytes);

/// Reads what toHex() writes, and upper case.
/// Errors: InvalidInput for an odd length or a character outside 0-9, a-f, A-F.
Result<Bytes> fromHex(std::string_view text);

} // namespace keepwell
