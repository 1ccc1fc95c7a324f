// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/ledger/ledger.hpp"
#include "core/store/ipfs/ipfs_block_store.hpp"
#include "core/wallet/membership.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

/// The ledger and the blocks of a network, by their kind. The one place that knows the kinds.
namespace keepwell {

struct LedgerWanted
{
    std::optional<ledger::Pin> pin; ///< What the wallet saw before.
    std::optional<Bytes32> genesis; ///< On Fabric: pinned at joining; nullopt: joining now.
    bool mayCreate = false;         ///< An embedded network where no file is.
    ProgressFn progress;
    std::stop_token stop;
};

struct ReachedLedger
{
    std::unique_ptr<ledger::Ledger> ledger;
    std::optional<Bytes32> genesis; ///< On Fabric: to be pinned.
};

/// The files these keep in a home beside the vault: ciphertext and public data.
std::filesystem::path mirrorOf(const std::filesystem::path &home);
std::filesystem::path waitingBlocksOf(const std::filesystem::path &home);

/// `home` keeps the local mirror of a Fabric channel: public ledger data only.
/// Errors: those of EmbeddedLedger::open() and FabricLedger::open(); InvalidInput when the network
/// asks for a certificate that this wallet does not have.
Result<ReachedLedger> openLedger(const NetworkConfig &config, const Membership &membership,
                                 const std::filesystem::path &home, const Clock &clock,
                                 const LedgerWanted &wanted);

struct OpenBlocks
{
    std::shared_ptr<store::BlockStore> store;
    /// On IPFS, where blocks wait here until they are brought to the node; else empty.
    std::function<Result<>(const std::stop_token &)> bring;
    std::function<Result<std::uint64_t>()> countWaiting;
    std::function<Result<store::IpfsReport>(const std::stop_token &)> ask; ///< How the node is.
};

/// `home` keeps the encrypted blocks that wait for the IPFS node.
Result<OpenBlocks> openBlocks(const NetworkConfig &config, const Membership &membership,
                              const std::filesystem::path &home);

/// Into the vault: which network this is, so that it is never taken for another.
Result<> pinNetwork(vault::Database &database, const ReachedLedger &reached);

/// Whether the place where blocks would be is there: a drive that is away would be written under
/// its mount point. Always, for what is not a folder.
bool blocksAreThere(const NetworkConfig &config);

/// "embedded", "fabric"; "folder", "ipfs".
const char *nameOf(ledger::Kind kind);
const char *nameOf(BlocksKind kind);

} // namespace keepwell
