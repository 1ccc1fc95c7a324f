// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/fabric_ledger.hpp"

#include "core/ledger/fabric/fabric_host.hpp"
#include "core/ledger/fabric/genesis_block.hpp"
#include "core/ledger/fabric/light/own_view.hpp"
#include "core/ledger/fabric/whole/whole_view.hpp"

namespace keepwell::ledger {
namespace {

/// A file that does not replay is at fault, or the channel is: reading it anew shows which.
template <class Kept>
Result<std::unique_ptr<Kept>> openKept(const fabric::FabricConfig &config,
                                       const fabric::ChannelOrigin &origin,
                                       const FabricOptions &options)
{
    fabric::MirrorOptions wanted{.pin = options.pin,
                                 .progress = options.progress,
                                 .stop = options.stop,
                                 .key = config.mirrorKey ? &*config.mirrorKey : nullptr};
    auto kept = Kept::open(config.mirror, origin, wanted);
    if (kept || kept.error().code != ErrorCode::Tampered) {
        return kept;
    }
    KEEPWELL_CHECK(fabric::ChainMirror::forget(config.mirror));
    wanted.pin.reset();
    return Kept::open(config.mirror, origin, wanted);
}

Result<std::unique_ptr<fabric::ChannelView>>
openView(const fabric::FabricConfig &config, const fabric::ChannelOrigin &origin,
         fabric::GatewayClient &client, const Clock &clock, const FabricOptions &options)
{
    if (config.isLight) {
        KEEPWELL_TRY(auto own, openKept<fabric::OwnEntries>(config, origin, options));
        return std::make_unique<fabric::OwnView>(client, std::move(own), clock);
    }
    KEEPWELL_TRY(auto mirror, openKept<fabric::ChainMirror>(config, origin, options));
    return std::make_unique<fabric::WholeView>(client, std::move(mirror));
}

} // namespace

FabricLedger::FabricLedger(std::unique_ptr<Host> host) : m_host{std::move(host)} {}
FabricLedger::~FabricLedger() = default;

Result<std::unique_ptr<FabricLedger>> FabricLedger::open(const fabric::FabricConfig &config,
                                                         const Clock &clock,
                                                         const FabricOptions &options)
{
    KEEPWELL_TRY(auto client, fabric::GatewayClient::create(config, clock));
    fabric::ChannelOrigin origin{
        .genesisBlock = {}, .channel = config.channel, .contract = config.contract};
    if (config.genesis) {
        origin.genesisBlock = *config.genesis;
    } else {
        KEEPWELL_TRY(
            origin.genesisBlock,
            fabric::readGenesis(*client, {.stop = options.stop, .atMost = options.atMost}));
    }
    KEEPWELL_TRY(auto view, openView(config, origin, *client, clock, options));
    return std::unique_ptr<FabricLedger>{
        new FabricLedger{std::make_unique<Host>(std::move(client), std::move(view), clock)}};
}

const Bytes32 &FabricLedger::genesis() const { return m_host->view().origin().genesisBlock; }

Info FabricLedger::info() const
{
    return {.kind = Kind::Fabric,
            .network = m_host->network(),
            .assurance = Assurance::ByOrganisation,
            .custodian = m_host->ownMsp(),
            .isPartial = m_host->view().isPartial()};
}

void FabricLedger::follow(const std::vector<contract::PublicKey> &keys)
{
    m_host->view().follow(keys);
}

Verdict<Entry> FabricLedger::submit(const contract::Envelope &envelope, Patience patience)
{
    KEEPWELL_TRY(const contract::Transaction transaction,
                 contract::Transaction::check(m_host->network(), envelope));
    return m_host->submit(transaction, fabric::CallTime{std::move(patience)});
}

Verdict<> FabricLedger::deposit(const contract::Deposit &value, Patience patience)
{
    return m_host->deposit(value, fabric::CallTime{std::move(patience)});
}

Verdict<Bytes> FabricLedger::query(const contract::SignedQuery &query, Patience patience)
{
    return m_host->query(query, fabric::CallTime{std::move(patience)});
}

Result<Head> FabricLedger::head(Patience patience)
{
    const auto caught = m_host->catchUp(fabric::CallTime{std::move(patience)});
    Head head = m_host->view().head();
    // What is in conflict is shown as that; it is no reason to show nothing.
    if (!caught && !(caught.error().code == ErrorCode::Tampered && head.conflictFrom)) {
        return std::unexpected{caught.error()};
    }
    return head;
}

Result<std::vector<Entry>> FabricLedger::entries(std::uint64_t from, std::size_t limit,
                                                 Patience /*patience*/)
{
    return m_host->view().entries(from, limit);
}

Result<crypto::merkle::Proof> FabricLedger::inclusionProof(std::uint64_t index, std::uint64_t size)
{
    return m_host->view().inclusionProof(index, size);
}

Result<crypto::merkle::Proof> FabricLedger::consistencyProof(std::uint64_t oldSize,
                                                             std::uint64_t size)
{
    return m_host->view().consistencyProof(oldSize, size);
}

std::shared_ptr<Changes> FabricLedger::changes() const { return m_host->watch(); }

} // namespace keepwell::ledger
