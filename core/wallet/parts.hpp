// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ledger/embedded/embedded_ledger.hpp"
#include "core/sharing/delivering.hpp"
#include "core/sharing/giving.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/sharing/pairing.hpp"
#include "core/store/folder_block_store.hpp"
#include "core/vault/setting_table.hpp"
#include "core/vault/vault.hpp"
#include "core/wallet/wallet.hpp"

#include <memory>
#include <mutex>

namespace keepwell {

/// What an unlocked wallet is made of. Every Wallet method takes `mutex` first.
struct Wallet::Parts
{
    std::mutex mutex;
    vault::Vault vault;
    const Clock &clock;
    NetworkConfig config;
    sharing::Self self;
    ledger::Info info; ///< As pinned at joining; true also while the ledger is out of reach.
    sharing::KeyRing keys;
    bool offline = false;
    std::unique_ptr<ledger::EmbeddedLedger> openLedger;
    std::shared_ptr<store::FolderBlockStore> openBlocks;

    Parts(vault::Vault openVault, const Clock &itsClock, NetworkConfig network);

    /// Reads owner and network from the vault. Errors: Tampered.
    Result<> load();

    vault::Database &database() { return vault.database(); }
    std::string assurance() const; ///< "agreement" or "organisation".

    // Opened when first needed, kept after. Errors: Unavailable; Tampered (not the ledger this
    // wallet saw); Denied (another network).
    Result<ledger::Ledger *> ledger(const std::stop_token &stop = {});
    Result<std::shared_ptr<store::FolderBlockStore>> blocks();

    Result<sharing::Giving> giving();
    Result<sharing::Delivering> delivering();

    /// Before an act is queued: the ledger, where it can be reached, is the one we know, and the
    /// clock is right. Out of reach is fine: the act waits.
    Result<> readyToWrite();

    /// Sends what is queued, if it can be sent now, and takes in what came of it.
    Result<SendState> flush(const std::stop_token &stop = {});

    /// Takes in what is new. Errors: Unavailable, Tampered.
    Result<std::int64_t> takeIn(const std::stop_token &stop);

    /// What the contract said of an intent that it rejected; nothing for any other.
    Result<> rejectionOf(std::int64_t intent);

    Result<> noteLocal(std::string_view kind, std::string_view what);
};

} // namespace keepwell
