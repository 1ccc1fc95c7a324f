// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/records/json/document.hpp"

#include <string>

namespace keepwell::records {

/// The canonical form of a resource, which tells duplicates (docs/spec/record.md): keys sorted,
/// strings decoded, numbers as written; without meta.versionId, meta.lastUpdated, meta.source, and
/// without white space in narratives.
std::string canonicalText(json::Value resource);
/// SHA-256 of it.
Bytes32 canonicalHash(json::Value resource);

} // namespace keepwell::records
