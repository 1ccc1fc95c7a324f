// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/fhir/reference_index.hpp"
#include "core/records/json/document.hpp"

#include <string>
#include <string_view>

namespace keepwell::records::fhir {

/// What one element says, in words; `key` is its name. "" where there are none: it is looked into
/// then, or left out.
std::string fieldWords(json::Value value, std::string_view key, const Resolver &resolver);

} // namespace keepwell::records::fhir
