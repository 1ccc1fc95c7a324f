// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/gateway_core.hpp"
#include "core/ledger/fabric/gateway/prepared_transaction.hpp"

namespace keepwell::ledger::fabric {

/// One act on its way into a block, exactly once (decision 0098). Its signed transaction
/// is kept before it leaves; what became of it is found out before there is another one. One
/// thread; used once.
class Submitting
{
public:
    Submitting(GatewayClient::Core &core, SentTransactions &sent, const contract::TxId &act,
               const CallTime &time);

    GatewayResult<Committed> run(const ContractCall &call, bool onlyOwn);

private:
    struct Made
    {
        SentTransaction sent;
        Bytes answer;
    };
    using Status = GatewayClient::Status;

    /// What an earlier call left behind; nullopt: nothing, or nothing that can still count.
    GatewayResult<std::optional<Committed>> resume();
    GatewayResult<Made> endorse(const ContractCall &call, bool onlyOwn);
    /// Sends the transaction and waits for its block; sends the same one again when none comes.
    GatewayResult<Status> order(const SentTransaction &sent);
    GatewayResult<> send(const SentTransaction &sent);

    GatewayClient::Core &m_core;
    SentTransactions &m_sent;
    contract::TxId m_act;
    CallTime m_time;
};

/// Waits for the block of a transaction, asking one gateway after the other: all, or `only` one.
GatewayResult<GatewayClient::Status> awaitCommit(GatewayClient::Core &core,
                                                 const std::string &fabricId, const CallTime &time,
                                                 std::optional<std::size_t> only = std::nullopt);

} // namespace keepwell::ledger::fabric
