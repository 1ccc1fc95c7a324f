// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/parts.hpp"

#include "core/sharing/intake.hpp"
#include "core/sharing/outbox_sender.hpp"
#include "core/sharing/pending_values.hpp"
#include "core/vault/activity_table.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/replica.hpp"

namespace keepwell {

Wallet::Parts::Parts(vault::Vault openVault, const Clock &itsClock, NetworkConfig network)
    : vault{std::move(openVault)}
    , clock{itsClock}
    , config{std::move(network)}
    , keys{vault.database()}
{
}

Result<> Wallet::Parts::load()
{
    vault::SettingTable settings{database()};
    KEEPWELL_TRY(const auto name, settings.text(vault::setting::kOwnerName));
    KEEPWELL_TRY(const auto role, settings.number(vault::setting::kOwnerRole));
    KEEPWELL_TRY(const auto network, settings.bytes(vault::setting::kNetworkId));
    KEEPWELL_TRY(const auto custodian, settings.text(vault::setting::kCustodian));
    if (!name || !role || *role < 0 || *role > 3 || !network) {
        return fail(ErrorCode::Tampered, "the wallet does not know its owner or its network");
    }
    self = {.name = *name, .role = static_cast<identity::Role>(*role)};
    KEEPWELL_TRY(info.network, contract::NetworkId::fromBytes(*network));
    info.custodian = custodian.value_or("");
    return {};
}

Result<ledger::Ledger *> Wallet::Parts::ledger(const std::stop_token &stop)
{
    if (offline) {
        return fail(ErrorCode::Unavailable, "the wallet is offline");
    }
    if (openLedger) {
        return openLedger.get();
    }
    KEEPWELL_TRY(const auto pinned, vault::ReplicaTable{database()}.head());
    ledger::EmbeddedOptions options{.stop = stop};
    if (pinned) {
        options.pin = ledger::Pin{.size = pinned->size, .root = pinned->root};
    }
    auto opened = ledger::EmbeddedLedger::open(config.ledgerPath, clock, options);
    if (!opened) {
        Error error = std::move(opened).error();
        if (error.code == ErrorCode::NotFound) {
            error = {ErrorCode::Unavailable,
                     "the shared activity log is not where it was: " + config.ledgerPath.string()};
        }
        return std::unexpected{std::move(error)};
    }
    if ((*opened)->info().network != info.network) {
        return fail(ErrorCode::Tampered,
                    "this is another network than the wallet's: " + config.ledgerPath.string());
    }
    openLedger = *std::move(opened);
    return openLedger.get();
}

Result<std::shared_ptr<store::FolderBlockStore>> Wallet::Parts::blocks()
{
    if (!openBlocks) {
        std::error_code error;
        if (!std::filesystem::is_directory(config.blocksPath, error) && !ledger()) {
            // A drive that is away: blocks made under its mount point now would vanish later.
            return fail(ErrorCode::Unavailable,
                        "the folder of blocks is not where it was: " + config.blocksPath.string());
        }
        KEEPWELL_TRY(openBlocks, store::FolderBlockStore::open(config.blocksPath));
    }
    return openBlocks;
}

Result<sharing::Giving> Wallet::Parts::giving()
{
    KEEPWELL_TRY(const auto store, blocks());
    return sharing::Giving{database(), keys, info, *store, clock};
}

Result<sharing::Delivering> Wallet::Parts::delivering()
{
    KEEPWELL_TRY(const auto store, blocks());
    return sharing::Delivering{database(), keys, info, store, clock};
}

Result<> Wallet::Parts::readyToWrite()
{
    const auto reached = ledger();
    if (!reached) {
        return reached.error().code == ErrorCode::Unavailable ? Result<>{}
                                                              : std::unexpected{reached.error()};
    }
    KEEPWELL_TRY(const ledger::Head head, (*reached)->head());
    return sharing::checkClock(clock.now(), head.newest);
}

Result<std::int64_t> Wallet::Parts::takeIn(const std::stop_token &stop)
{
    KEEPWELL_TRY(ledger::Ledger * reached, ledger(stop));
    KEEPWELL_TRY(const std::int64_t received,
                 sharing::Intake(database(), keys, *reached, clock).takeIn(stop));
    KEEPWELL_CHECK(sharing::PendingValues(database(), keys, *reached, clock).fetch(stop));
    return received;
}

Result<SendState> Wallet::Parts::flush(const std::stop_token &stop)
{
    const auto send = [&]() -> Result<> {
        KEEPWELL_TRY(ledger::Ledger * reached, ledger(stop));
        KEEPWELL_CHECK(sharing::OutboxSender(database(), keys, *reached, clock).sendAll(stop));
        KEEPWELL_CHECK(takeIn(stop));
        return {};
    };
    const auto sent = send();
    if (!sent && sent.error().code != ErrorCode::Unavailable) {
        return std::unexpected{sent.error()};
    }
    KEEPWELL_TRY(const std::int64_t open, vault::OutboxTable{database()}.countOpen());
    return open == 0 ? SendState::Done : SendState::Queued;
}

Result<> Wallet::Parts::rejectionOf(std::int64_t intent)
{
    KEEPWELL_TRY(const auto row, vault::OutboxTable{database()}.find(intent));
    if (row && row->state == vault::IntentState::Rejected) {
        return fail(contract::errorCodeOf(row->code),
                    "the shared activity log did not take it: "
                        + std::string{contract::name(row->code)});
    }
    return {};
}

Result<> Wallet::Parts::noteLocal(std::string_view kind, std::string_view what)
{
    KEEPWELL_CHECK(vault::ActivityTable{database()}.insert({.time = clock.now(),
                                                            .kind = kind,
                                                            .contact = {},
                                                            .who = self.name,
                                                            .what = what,
                                                            .grant = {},
                                                            .tx = {},
                                                            .code = "",
                                                            .proof = vault::ProofState::Local}));
    return {};
}

} // namespace keepwell
