// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/records/attachment.hpp"
#include "core/records/json/document.hpp"

#include <vector>

namespace keepwell::records {

/// attachmentsIn() for a resource that is read already; offsets count from its slice's start.
std::vector<FoundAttachment> attachmentsOf(json::Value resource);

} // namespace keepwell::records
