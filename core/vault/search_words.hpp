// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace keepwell::vault {

/// The FTS5 expression for what somebody typed: every word must be the start of a word of the
/// record. Only letters and digits of any script get in, so nothing typed is ever syntax.
/// "" when there is no word in `typed`.
std::string searchExpression(std::string_view typed);

} // namespace keepwell::vault
