// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/vault/activity_row.hpp"

#include <string_view>

/// The access timeline, as every layer above the vault names it.
namespace keepwell::audit {

using vault::ActivityFilter;
using vault::ActivityId;
using vault::ActivityRow;
using vault::ProofState;

/// The kinds of lines, spelled as keepwell-cli does.
namespace kind {
inline constexpr std::string_view kShared = "shared";
inline constexpr std::string_view kUpdated = "updated";
inline constexpr std::string_view kRevoked = "revoked";
inline constexpr std::string_view kEnded = "ended"; ///< Over by its own terms, and purged.
inline constexpr std::string_view kOpened = "opened";
inline constexpr std::string_view kRefused = "refused";
inline constexpr std::string_view kDelivered = "delivered";
inline constexpr std::string_view kFiled = "filed";
inline constexpr std::string_view kDeclined = "declined"; ///< A delivery that was not taken.
inline constexpr std::string_view kAnchored = "anchored";
inline constexpr std::string_view kImported = "imported";
inline constexpr std::string_view kExported = "exported";
inline constexpr std::string_view kConnected = "connected"; ///< A hello of a new contact.
} // namespace kind

/// "proven", "reported", "conflict", "local".
std::string_view nameOf(ProofState proof);

} // namespace keepwell::audit
