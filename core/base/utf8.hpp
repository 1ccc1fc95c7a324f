// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace keepwell {

/// True when `text` is well-formed UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above
/// U+10FFFF, nothing cut short. Control characters are well formed. Safe from any thread.
bool isUtf8(std::string_view text);

} // namespace keepwell
