// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sharing/delivering.hpp"
#include "core/sharing/giving.hpp"
#include "core/sharing/key_ring.hpp"
#include "core/sharing/outbox_sender.hpp"
#include "core/sharing/pairing.hpp"
#include "core/vault/setting_table.hpp"
#include "core/vault/vault.hpp"
#include "core/wallet/news.hpp"
#include "core/wallet/reach.hpp"
#include "core/wallet/wallet.hpp"
#include "core/wallet/wallet_mutex.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace keepwell {

/// How the last talk with a part of the network went.
struct Heard
{
    std::string state = "connecting"; ///< As WalletStatus::ledgerState.
    std::string detail;

    void take(const Result<> &outcome); ///< One that was stopped says nothing.
};

/// A network that was reached for the first time.
struct Wallet::Joined
{
    ReachedLedger reached;
    Membership membership;
};

/// What an unlocked wallet is made of. Every Wallet method takes `mutex` first; one that talks to
/// the network then takes its turn (docs/decisions/0115).
struct Wallet::Parts
{
    const std::shared_ptr<WalletMutex> mutexOwner = std::make_shared<WalletMutex>();
    WalletMutex &mutex = *mutexOwner;
    std::mutex network; ///< See NetworkTurn.
    vault::Vault vault;
    const Clock &clock;
    NetworkConfig config;
    sharing::Self self;
    ledger::Info info; ///< As pinned at joining; true also while the ledger is out of reach.
    sharing::KeyRing keys;
    std::atomic<bool> offline = false; ///< Without the lock: the window sets it.
    News news;
    std::function<void()> wake; ///< Where acts are sent later: tells that there is one.
    std::unique_ptr<ledger::Ledger> openedLedger;
    OpenBlocks openedBlocks;
    std::shared_ptr<store::BlockStore> blocksInUse;
    std::optional<Instant> certificateBegan;
    std::optional<Instant> certificateEnds;
    std::optional<Instant> renewalTried;
    std::string renewalProblem;
    std::uint64_t proven = 0;                  ///< Entries, when the ledger was last read,
    std::optional<std::uint64_t> conflictFrom; ///< and from where on places disagree.
    Heard ledgerHeard;
    Heard blocksHeard;

    Parts(vault::Vault openVault, const Clock &itsClock, NetworkConfig itsNetwork);

    /// Reads owner and network from the vault. Errors: Tampered.
    Result<> load();

    vault::Database &database() { return vault.database(); }
    std::string assurance() const; ///< "agreement" or "organisation".
    NetworkTurn turn() { return {mutex, network}; }
    /// Acts are queued, and sent by whoever is woken.
    bool sendsLater() const { return wake && !config.isLocal(); }

    // Opened when first needed, kept after. Errors: Unavailable; Tampered (not the ledger this
    // wallet saw, or another network). In a turn, unless the ledger is embedded.
    Result<ledger::Ledger *> ledger(const std::stop_token &stop = {});
    Result<std::shared_ptr<store::BlockStore>> blocks();
    /// To be opened anew, after the configuration changed.
    void close();
    void closeLedger(); ///< After the certificate did.
    void adopt(ReachedLedger reached);

    Result<sharing::Giving> giving();
    Result<sharing::Delivering> delivering();

    /// Before an act is queued: the clock is right by what is known here, and an embedded ledger is
    /// the one we know. Out of reach is fine: the act waits. Never waits for a network.
    Result<> readyToWrite();

    /// Sends what is queued, if it can be sent now, and takes in what came of it; or wakes who does.
    Result<SendState> flush(const std::stop_token &stop = {});
    Result<SendState> flush(const NetworkTurn &turn, const std::stop_token &stop);

    /// Brings the blocks that wait, then sends the entries; those of shares and deliveries whose
    /// blocks could not be brought stay. Returns how many were committed.
    Result<std::int64_t> sendQueued(const NetworkTurn &turn, const std::stop_token &stop);

    /// Grants and deliveries whose blocks could not be brought yet.
    Result<sharing::OutboxSender::Held> heldBack();

    /// Takes in what is new. Errors: Unavailable, Tampered.
    Result<std::int64_t> takeIn(const NetworkTurn &turn, const std::stop_token &stop);

    /// Removes blocks and keys that nothing needs any more; what cannot be reached is left for
    /// the next time.
    Result<> removeUnused(const NetworkTurn &turn);
    Result<> removeUnusedNow(); ///< Left to sync() where acts are sent later.

    /// What the contract said of an intent that it rejected; nothing for any other.
    Result<> rejectionOf(std::int64_t intent);

    Result<> noteLocal(std::string_view kind, std::string_view what);

    // Joining (wallet_connections.cpp).
    Result<> join(const NetworkConfig &connection, const crypto::SecretText &code,
                  const std::stop_token &stop, JoinStep &at);
    Result<std::int64_t> countStopped();
    Result<bool> isSameChannel(const NetworkConfig &other);
    Result<> leaveFor(const NetworkConfig &connection, const NetworkTurn &itsTurn,
                      const std::stop_token &stop);
    Result<Membership> enrolFor(const NetworkConfig &connection, const crypto::SecretText &code,
                                const std::stop_token &stop);
    Result<ReachedLedger> tryNetwork(const NetworkConfig &connection, const Membership &membership,
                                     const std::filesystem::path &aside,
                                     const std::stop_token &stop);
    Result<> finishHere(const NetworkTurn &itsTurn, const std::stop_token &stop);
    Result<> settle(const NetworkConfig &connection, Membership membership,
                    const ReachedLedger &reached, bool isMove);
    /// Before the certificate ends, where the organisation's authority is known: a new one.
    void renewCertificate(const NetworkTurn &itsTurn, const std::stop_token &stop);

    void fillLedgerState(WalletStatus &status);
    void sayMore(WalletStatus &status);
    void fillBlocksState(WalletStatus &status);

private:
    Result<> openLedgerNow(const std::stop_token &stop);
};

/// The first act of a wallet on a network: its words find it again by this.
Result<> queuePointer(vault::Database &database, sharing::KeyRing &keys, Instant now);

/// What status() calls it: "warming up", "unavailable", "refused", "conflict", "clock".
std::string stateOf(const Error &error);

} // namespace keepwell
