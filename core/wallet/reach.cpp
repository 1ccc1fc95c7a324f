// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/reach.hpp"

#include "core/ledger/embedded/embedded_ledger.hpp"
#include "core/store/folder_block_store.hpp"
#include "core/vault/setting_table.hpp"

namespace keepwell {

Result<ReachedLedger> openLedger(const NetworkConfig &config, const Membership &,
                                 const std::filesystem::path &, const Clock &clock,
                                 const LedgerWanted &wanted)
{
    if (config.ledgerKind == ledger::Kind::Embedded) {
        KEEPWELL_TRY(auto embedded,
                     ledger::EmbeddedLedger::open(config.ledgerPath, clock,
                                                  {.pin = wanted.pin,
                                                   .mayCreate = wanted.mayCreate,
                                                   .progress = wanted.progress,
                                                   .stop = wanted.stop}));
        return ReachedLedger{.ledger = std::move(embedded), .genesis = {}, .certificateEnds = {}};
    }
    return fail(ErrorCode::Unsupported, "this build does not have the Fabric ledger");
}

Result<OpenBlocks> openBlocks(const NetworkConfig &config, const Membership &,
                              const std::filesystem::path &)
{
    if (config.blocksKind == BlocksKind::Folder) {
        KEEPWELL_TRY(auto folder, store::FolderBlockStore::open(config.blocksPath));
        return OpenBlocks{.store = std::move(folder), .bring = {}, .countWaiting = {}};
    }
    return fail(ErrorCode::Unsupported, "this build does not have IPFS");
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
