// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/ledger/fabric/gateway/fabric_config.hpp"
#include "core/ledger/ledger.hpp"

#include <stop_token>

namespace keepwell::ledger::fabric {

/// Where a network begins: the channel's first block, pinned at joining, and the contract on it.
struct ChannelOrigin
{
    Bytes32 genesisBlock{}; ///< Hash of the header of block 0.
    std::string channel;
    std::string contract;
    friend bool operator==(const ChannelOrigin &, const ChannelOrigin &) = default;

    contract::NetworkId network() const; ///< contract::networkIdOf(genesisBlock, contract)
};

struct MirrorOptions
{
    std::optional<Pin> pin; ///< Entries below it need no second signature check.
    ProgressFn progress{};
    std::stop_token stop{};
    /// What the file was sealed with and will be; nullptr: another one than before.
    const MirrorKey *key = nullptr;
};

/// Two organisations, or one and the rules, disagree about a block.
struct ChainConflict
{
    std::string msp; ///< Who showed what the others, or the rules, do not bear out.
    std::uint64_t block = 0;
    std::uint64_t entry = 0; ///< Entries from this one on are in dispute.
    std::string what;
    friend bool operator==(const ChainConflict &, const ChainConflict &) = default;
};

} // namespace keepwell::ledger::fabric
