// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace keepwell::records::fhir {

/// Where the words of a type's title are, most telling first (paths of elements.hpp).
struct TitleRule
{
    std::string_view type;
    std::string_view prefix; ///< "Claim", where the words alone do not tell what the record is.
    std::string_view paths;
    std::string_view detail; ///< Added after a comma; often "".
    std::string_view code;   ///< One path, for the code where there are no words.
};

/// nullptr for types that have no rule.
const TitleRule *titleRuleOf(std::string_view type);

} // namespace keepwell::records::fhir
