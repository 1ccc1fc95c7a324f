// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/vault/record_date.hpp"
#include "core/vault/record_row.hpp"

#include <string>
#include <string_view>

namespace keepwell::records {

/// What a list shows of a resource, found without a vault: for previews of shares and deliveries.
struct Described
{
    std::string type;
    vault::RecordKind kind = vault::RecordKind::Other;
    std::string title;
    vault::RecordDate date;
    std::string source;
    std::string practitioner;
};

/// Errors: InvalidInput when `slice` is no FHIR resource.
Result<Described> describeResource(std::string_view slice);

} // namespace keepwell::records
