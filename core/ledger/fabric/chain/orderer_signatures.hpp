// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/chain/channel_config.hpp"

namespace keepwell::ledger::fabric {

/// Checks who signed blocks, under one configuration of the channel. Remembers which certificates
/// it found good, since an orderer signs many blocks. One thread at a time.
class OrdererSignatures
{
public:
    explicit OrdererSignatures(ChannelConfig config) : m_config{std::move(config)} {}

    const ChannelConfig &config() const { return m_config; }

    /// Raft: one good signature by an orderer of an orderer organisation. SmartBFT: good ones of a
    /// quorum of different consenters, ceil((n + f + 1) / 2) of n, f = floor((n - 1) / 3).
    /// Errors: Tampered, saying what is wrong with each signature.
    Result<> check(const Block &block);

    /// How many must sign under SmartBFT.
    static std::size_t quorum(std::size_t consenters);

private:
    Result<> checkRaft(const Block &block);
    Result<> checkSmartBft(const Block &block);
    Result<const Certificate *> signer(const std::string &mspId, const std::string &pem);

    ChannelConfig m_config;
    std::map<std::pair<std::string, std::string>, Certificate> m_known; ///< By MSP id and PEM.
};

} // namespace keepwell::ledger::fabric
