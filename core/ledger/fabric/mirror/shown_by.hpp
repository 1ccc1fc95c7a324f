// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/chain/block.hpp"
#include "core/ledger/fabric/mirror/mirror_file.hpp"

/// What one organisation's word comes to, held against what is known.
namespace keepwell::ledger::fabric {

/// The error of what `msp` showed: what breaks its form or is not to be believed is its word that is
/// bad, so Tampered.
Error shownBy(std::string_view msp, const Error &error);

/// What tells a block, whole or header and metadata only, from the one that was taken in: its hash,
/// which transactions are valid, or the state after it. nullopt: alike.
std::optional<std::string> differenceOf(const Block &block, const MirrorBlockRow &row);

} // namespace keepwell::ledger::fabric
