// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/reach.hpp"

#include "core/ledger/embedded/embedded_ledger.hpp"
#include "core/ledger/fabric/fabric_ledger.hpp"
#include "core/store/folder_block_store.hpp"
#include "core/store/ipfs/outgoing_block_store.hpp"
#include "core/vault/setting_table.hpp"

namespace keepwell {

std::filesystem::path mirrorOf(const std::filesystem::path &home) { return home / "channel.db"; }

std::filesystem::path waitingBlocksOf(const std::filesystem::path &home)
{
    return home / "outgoing";
}

namespace {

Result<ledger::fabric::FabricConfig> fabricConfigOf(const NetworkConfig &config,
                                                    const Membership &membership,
                                                    const std::filesystem::path &home,
                                                    const std::optional<Bytes32> &genesis)
{
    if (membership.certificate.empty() || membership.privateKey.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    "this network asks for a certificate: name \"certificate\" and \"private_key\" "
                    "in the network file, or join with the code your organisation gave you "
                    "(`network join`)");
    }
    ledger::fabric::FabricConfig fabric;
    for (const FabricGatewayPlace &gateway : config.fabric.gateways) {
        KEEPWELL_TRY(std::string tlsCa, pemOf(gateway.tlsCa));
        fabric.gateways.push_back(
            {.endpoint = gateway.endpoint, .mspId = gateway.mspId, .tlsCa = std::move(tlsCa)});
    }
    fabric.channel = config.fabric.channel;
    fabric.contract = config.fabric.contract;
    fabric.certificate = membership.certificate;
    fabric.privateKey = membership.privateKey.duplicate();
    if (!membership.tlsCertificate.empty()) {
        fabric.tlsIdentity = {.certificate = membership.tlsCertificate,
                              .privateKey = membership.tlsPrivateKey.duplicate()};
    }
    fabric.mirror = mirrorOf(home);
    if (membership.mirrorKey) {
        fabric.mirrorKey = membership.mirrorKey->duplicate();
    }
    fabric.isLight = config.fabric.isLight;
    fabric.genesis = genesis;
    return fabric;
}

} // namespace

Result<ReachedLedger> openLedger(const NetworkConfig &config, const Membership &membership,
                                 const std::filesystem::path &home, const Clock &clock,
                                 const LedgerWanted &wanted)
{
    if (config.ledgerKind == ledger::Kind::Embedded) {
        KEEPWELL_TRY(auto embedded,
                     ledger::EmbeddedLedger::open(config.ledgerPath, clock,
                                                  {.pin = wanted.pin,
                                                   .mayCreate = wanted.mayCreate,
                                                   .progress = wanted.progress,
                                                   .stop = wanted.stop}));
        return ReachedLedger{.ledger = std::move(embedded), .genesis = {}};
    }
    KEEPWELL_TRY(const auto fabric, fabricConfigOf(config, membership, home, wanted.genesis));
    KEEPWELL_TRY(
        auto opened,
        ledger::FabricLedger::open(
            fabric, clock, {.pin = wanted.pin, .progress = wanted.progress, .stop = wanted.stop}));
    const Bytes32 genesis = opened->genesis();
    return ReachedLedger{.ledger = std::move(opened), .genesis = genesis};
}

Result<OpenBlocks> openBlocks(const NetworkConfig &config, const Membership &membership,
                              const std::filesystem::path &home)
{
    if (config.blocksKind == BlocksKind::Folder) {
        KEEPWELL_TRY(auto folder, store::FolderBlockStore::open(config.blocksPath));
        return OpenBlocks{.store = std::move(folder), .bring = {}, .countWaiting = {}, .ask = {}};
    }
    store::IpfsOptions options;
    options.api = config.ipfs.api;
    options.authorization = membership.blocksAuthorization.duplicate();
    options.gateways = config.ipfs.gateways;
    options.caFile = config.ipfs.tlsCa.string();
    KEEPWELL_TRY(auto node, store::IpfsBlockStore::open(std::move(options)));
    KEEPWELL_TRY(const auto outgoing,
                 store::OutgoingBlockStore::open(waitingBlocksOf(home), std::move(node)));
    return OpenBlocks{
        .store = outgoing,
        .bring = [outgoing](const std::stop_token &stop) { return outgoing->sendWaiting(stop); },
        .countWaiting = [outgoing] { return outgoing->countWaiting(); },
        .ask
        = [outgoing](
              const std::stop_token &stop) { return outgoing->node()->stoppedBy(stop)->check(); }};
}

Result<> pinNetwork(vault::Database &database, const ReachedLedger &reached)
{
    const ledger::Info info = reached.ledger->info();
    vault::SettingTable settings{database};
    KEEPWELL_CHECK(settings.setBytes(vault::setting::kNetworkId, info.network.view()));
    KEEPWELL_CHECK(settings.setText(vault::setting::kCustodian, info.custodian));
    return reached.genesis ? settings.setBytes(vault::setting::kGenesis, *reached.genesis)
                           : settings.remove(vault::setting::kGenesis);
}

bool blocksAreThere(const NetworkConfig &config)
{
    std::error_code error;
    return config.blocksKind != BlocksKind::Folder
        || std::filesystem::is_directory(config.blocksPath, error);
}

const char *nameOf(ledger::Kind kind)
{
    return kind == ledger::Kind::Embedded ? "embedded" : "fabric";
}

const char *nameOf(BlocksKind kind) { return kind == BlocksKind::Folder ? "folder" : "ipfs"; }

} // namespace keepwell
