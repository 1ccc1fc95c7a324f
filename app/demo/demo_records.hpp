// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace keepwell::demo {

/// FHIR Bundles of resources/demo, made up by us.
std::string_view recordsOfEleanor();    ///< What Eleanor Marsh imports.
std::string_view bloodTestsToDeliver(); ///< What Dr Okafor delivers to her.

} // namespace keepwell::demo
