// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/fabric/gateway/block_range.hpp"
#include "core/ledger/fabric/gateway/contract_call.hpp"
#include "core/ledger/fabric/gateway/fabric_config.hpp"
#include "core/ledger/fabric/gateway/gateway_error.hpp"
#include "core/ledger/fabric/gateway/sent_transactions.hpp"
#include "core/ledger/fabric/member/organisation_roots.hpp"
#include "core/ledger/ledger.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace keepwell::ledger::fabric {

/// A transaction that was put into a block as valid.
struct Committed
{
    std::string fabricId;
    std::uint64_t block = 0;
    Bytes answer; ///< What the contract answered; empty when it was found committed already.
};

/// What a gateway tells of one event of the contract.
struct ContractEvents
{
    std::uint64_t block = 0;
    std::vector<std::string> transactions; ///< Fabric's ids, in order.
};

/// A client of the Gateway service of Fabric's peers: evaluates, endorses, signs, submits, waits,
/// and streams. It uses the first gateway that works, and the others when one is lost.
///
/// Thread-safe: calls may run at once from many threads over one connection a gateway. Every call
/// ends at its patience's deadline or stop.
class GatewayClient
{
public:
    /// Connects to nothing yet. Errors: InvalidInput, naming the setting that is off; Unsupported
    /// for a kind of key that Fabric does not know.
    static Result<std::unique_ptr<GatewayClient>> create(const FabricConfig &config,
                                                         const Clock &clock);
    ~GatewayClient();
    GatewayClient(const GatewayClient &) = delete;
    GatewayClient &operator=(const GatewayClient &) = delete;

    /// As configured; 0 is the own organisation's.
    std::size_t gatewayCount() const;
    const std::string &mspIdOf(std::size_t gateway) const;
    /// The organisations of the gateways, each once, in order.
    std::vector<std::string> organisations() const;

    /// Who may endorse, by the channel's configuration in force; until it is given, only the
    /// endorsers' signatures are checked.
    void trust(OrganisationRoots roots);

    /// Was one gateway out of reach within the last seconds?
    bool isResting(std::size_t gateway) const;

    /// Asks; writes nothing. Tries every gateway until one reaches a peer that answers.
    GatewayResult<Bytes> evaluate(const ContractCall &call, Patience patience = {});
    /// The same at one gateway and no other.
    GatewayResult<Bytes> evaluateAt(std::size_t gateway, const ContractCall &call,
                                    Patience patience = {});

    /// Endorses, checks what it is given, signs, stores it in `sent` under `act`, submits, and
    /// waits for the block. What `sent` holds of `act` is settled first. Conflicts of writing (11,
    /// 12) are tried again at most 5 times; a refusal of the contract never is.
    ///
    /// `act` names what it does: an envelope's id, or a deposit's.
    /// TooLate and Cancelled mean that the outcome is unknown: call again with the same act.
    /// `onlyOwn`: endorse at gateway 0 alone, for calls whose transient values are of its
    /// organisation.
    GatewayResult<Committed> submit(const contract::TxId &act, const ContractCall &call,
                                    SentTransactions &sent, bool onlyOwn = false,
                                    Patience patience = {});

    /// The code and block of a transaction.
    struct Status
    {
        int code = 0;
        std::uint64_t block = 0;
    };
    /// As one gateway knows it, whose peer has shown the transaction; waits until it is committed.
    GatewayResult<Status> commitStatusAt(std::size_t gateway, const std::string &fabricId,
                                         Patience patience = {});

    /// Blocks as one gateway's peer has them, in order; nothing about them is checked.
    /// Errors: also those of `take`, as Other.
    GatewayResult<> blocks(std::size_t gateway, const BlockRange &range, const TakeBlock &take,
                           Patience patience = {});

    /// Calls `take` for each block with events of our contract from block `from` on, until it
    /// returns false or the patience ends.
    GatewayResult<> events(std::size_t gateway, std::uint64_t from,
                           const std::function<bool(const ContractEvents &)> &take,
                           Patience patience = {});

    class Core;

private:
    explicit GatewayClient(std::unique_ptr<Core> core);
    std::unique_ptr<Core> m_core;
};

} // namespace keepwell::ledger::fabric
