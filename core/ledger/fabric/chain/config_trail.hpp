// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/chain/orderer_signatures.hpp"

#include <map>

namespace keepwell::ledger::fabric {

/// The configurations of a channel from the pinned block 0 on, each signed by the orderers of the one
/// before, without the blocks in between: what a single block can be checked by. A block says, under
/// its orderers' signatures, which configuration was the newest. One thread at a time.
class ConfigTrail
{
public:
    ConfigTrail(const Bytes32 &genesis, std::string channel)
        : m_genesis{genesis}, m_channel{std::move(channel)}
    {
    }

    /// The next configuration block, whole. Errors: Tampered unless it is the pinned block 0, or a
    /// later one that the orderers in force signed; Unsupported.
    Result<> take(const Block &block);
    /// The number of the newest configuration block taken; nullopt before block 0.
    std::optional<std::uint64_t> newest() const;
    /// nullptr before block 0.
    const ChannelConfig *config() const;

    /// Did the orderers in force at its number sign the block, and name that configuration? Block 0 must
    /// be the pinned one.
    /// Errors: Tampered; Unavailable when it names a later one than was taken: follow the trail first.
    Result<> check(const Block &block);

private:
    Bytes32 m_genesis;
    std::string m_channel;
    std::map<std::uint64_t, OrdererSignatures> m_configs;
};

/// The newest configuration block up to this block, as its orderers say. Errors: Tampered.
Result<std::uint64_t> lastConfigOf(const Block &block);

} // namespace keepwell::ledger::fabric
