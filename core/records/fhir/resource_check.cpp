// SPDX-License-Identifier: Apache-2.0
#include "core/records/fhir/resource_check.hpp"

#include <algorithm>

namespace keepwell::records::fhir {

Result<> checkResource(json::Value value)
{
    constexpr std::size_t kMostType = 64;
    constexpr std::size_t kMostId = 256; // FHIR says 64; servers give out longer ones
    if (!value.isObject()) {
        return fail(ErrorCode::InvalidInput, "this is no FHIR resource: an object is expected");
    }
    const std::string_view type = value["resourceType"].text();
    if (!value["resourceType"].exists()) {
        return fail(ErrorCode::InvalidInput, "this is no FHIR resource: it has no resourceType");
    }
    const bool named = !type.empty() && type.size() <= kMostType && type.front() >= 'A'
        && type.front() <= 'Z' && std::ranges::all_of(type, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
    if (!named) {
        return fail(ErrorCode::InvalidInput, "the resourceType is not the name of a FHIR type");
    }
    const json::Value id = value["id"];
    if (id.exists() && (!id.isString() || id.text().size() > kMostId)) {
        return fail(ErrorCode::InvalidInput,
                    "the resource's id is no text of at most " + std::to_string(kMostId)
                        + " bytes");
    }
    return {};
}

} // namespace keepwell::records::fhir
