// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/chain/orderer_signatures.hpp"

namespace keepwell::ledger::fabric {

/// The chain of a channel's block headers up to the newest block taken in, from the pinned block 0
/// on, and the configuration in force there. One thread at a time.
class ChannelChain
{
public:
    /// `genesis`: the hash of block 0's header.
    ChannelChain(const Bytes32 &genesis, std::string channel)
        : m_genesis{genesis}, m_channel{std::move(channel)}
    {
    }

    std::uint64_t next() const { return m_next; } ///< The number of the block that must follow.
    const Bytes32 &tip() const { return m_tip; }  ///< Hash of the block before next().
    /// nullptr before block 0.
    const ChannelConfig *config() const { return m_orderers ? &m_orderers->config() : nullptr; }

    /// Is it the block that follows, signed by the orderers in force (block 0: the pinned one)?
    /// Changes nothing. Errors: Tampered; Unsupported, for a configuration that this Keepwell does
    /// not understand.
    Result<> check(const Block &block);

    /// Takes in a block that check() has just found good.
    Result<> advance(const Block &block);

    /// Goes on to a block whose signatures stand in the file no more: they are vouched for by those
    /// of a later one. Errors: Tampered.
    Result<> advanceUnsigned(const Block &block);

    /// Do the orderers in force sign the block? For the newest block of a file.
    Result<> checkSigned(const Block &block);

private:
    Result<> follows(const Block &block) const;

    Bytes32 m_genesis;
    std::string m_channel;
    std::uint64_t m_next = 0;
    Bytes32 m_tip{};
    std::optional<OrdererSignatures> m_orderers;
};

} // namespace keepwell::ledger::fabric
