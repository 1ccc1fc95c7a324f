// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/history.hpp"
#include "core/ledger/fabric/mirror/channel_origin.hpp"

/// How the history of a channel begins, and goes on where it was left, whichever way it is read.
namespace keepwell::ledger::fabric {

/// The row of entry 0, which stands for the pinned block 0.
LedgerRow genesisRow(const ChannelOrigin &origin);

/// A history that holds entry 0 and nothing else.
Result<History> beginHistory(const ChannelOrigin &origin);

/// Does a history go on from what was seen of it? Errors: Tampered "rolled back: …", "forked: …".
Result<> checkPin(const History &history, const std::optional<Pin> &pin);

} // namespace keepwell::ledger::fabric
