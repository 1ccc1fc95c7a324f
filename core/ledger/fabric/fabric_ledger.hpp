// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/ledger/fabric/gateway/fabric_config.hpp"
#include "core/ledger/ledger.hpp"

#include <memory>

namespace keepwell::ledger {

struct FabricOptions
{
    std::optional<Pin> pin; ///< Demand that the channel continues this history.
    ProgressFn progress;    ///< Counts blocks, not bytes.
    std::stop_token stop;
    std::chrono::milliseconds atMost{30'000}; ///< For what opening asks the network.
};

/// A contract on a channel of Hyperledger Fabric, as one member sees it: what is written goes over
/// gateways, what is read comes from a local mirror whose every block and entry was verified
/// (docs/spec/fabric-mirror.md). One thread at a time; the file is one process's.
///
/// submit() is exactly once: the signed transaction is kept before it leaves, and its outcome is
/// found out before there is another one. head() catches up with the gateways; entries() and the
/// proofs are of what was taken in, and need no network. deposit() and query() go to the
/// organisation that the committed entry names as custodian; `r` leaves only to the own one.
class FabricLedger final : public Ledger
{
public:
    /// Asks the network nothing when `config.genesis` is pinned; else, joining, it asks every
    /// organisation's gateway for block 0, and all that can be reached must show the same.
    /// A mirror that was damaged is read anew from the channel.
    /// Errors: InvalidInput (a setting), Unsupported (a kind of key; a newer mirror), Unavailable,
    /// Denied (the certificate), Tampered (two organisations show two beginnings), Cancelled.
    static Result<std::unique_ptr<FabricLedger>>
    open(const fabric::FabricConfig &config, const Clock &clock, const FabricOptions &options = {});
    ~FabricLedger() override;

    /// Hash of block 0: what to pin after joining.
    const Bytes32 &genesis() const;

    Info info() const override; ///< The custodian: the own organisation's MSP id.
    void follow(const std::vector<contract::PublicKey> &keys) override;
    Verdict<Entry> submit(const contract::Envelope &envelope, Patience patience = {}) override;
    Verdict<> deposit(const contract::Deposit &value, Patience patience = {}) override;
    Verdict<Bytes> query(const contract::SignedQuery &query, Patience patience = {}) override;
    Result<Head> head(Patience patience = {}) override;
    Result<std::vector<Entry>> entries(std::uint64_t from, std::size_t limit,
                                       Patience patience = {}) override;
    Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index, std::uint64_t size) override;
    Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize,
                                                   std::uint64_t size) override;
    std::shared_ptr<Changes> changes() const override;

private:
    class Host;
    explicit FabricLedger(std::unique_ptr<Host> host);
    std::unique_ptr<Host> m_host;
};

} // namespace keepwell::ledger
