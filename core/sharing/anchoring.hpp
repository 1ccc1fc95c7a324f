// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/vault/database.hpp"

#include <cstdint>
#include <optional>

namespace keepwell::sharing {

/// Puts all records that have no anchor yet under one root and queues its Anchor entry, in one
/// transaction. The intent; nullopt when every record has one. Same thread as `database`.
Result<std::optional<std::int64_t>> queueAnchor(vault::Database &database, KeyRing &keys,
                                                Instant now);

} // namespace keepwell::sharing
