// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/chain/block.hpp"
#include "core/ledger/fabric/chain/msp.hpp"

#include <map>

namespace keepwell::ledger::fabric {

/// Who puts transactions in order, and how many of them sign a block.
enum class Consensus {
    Raft,     ///< One orderer of any orderer organisation.
    SmartBft, ///< A quorum of the consenters.
};

/// What a channel's configuration says about who may sign its blocks. Immutable value; any thread.
class ChannelConfig
{
public:
    struct Consenter
    {
        std::string mspId;
        std::string certificate; ///< PEM.
    };

    /// Reads the configuration in a block for which Block::isConfig holds.
    /// Errors: InvalidInput, also when it is another channel's; Unsupported for a way of ordering
    /// that is neither raft nor SmartBFT, and for other hashes than SHA-256.
    static Result<ChannelConfig> parse(const Block &block, std::string_view channel);

    Consensus consensus() const { return m_consensus; }
    /// Under SmartBFT, by identifier.
    const std::map<std::uint32_t, Consenter> &consenters() const { return m_consenters; }
    /// nullptr unless it is the MSP id of an orderer organisation.
    const Msp *ordererOrganisation(std::string_view mspId) const;
    /// Who issues the certificates of the organisations that run peers.
    const OrganisationRoots &members() const { return m_members; }

private:
    ChannelConfig() = default;

    Consensus m_consensus = Consensus::Raft;
    std::map<std::uint32_t, Consenter> m_consenters;
    std::map<std::string, Msp, std::less<>> m_orderers;
    OrganisationRoots m_members;
};

} // namespace keepwell::ledger::fabric
