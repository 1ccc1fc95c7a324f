// SPDX-License-Identifier: Apache-2.0
#include "core/wallet/parts.hpp"

#include "core/ledger/fabric/gateway/gateway_error.hpp"
#include "core/ledger/fabric/member/certificate.hpp"
#include "core/sharing/intake.hpp"
#include "core/sharing/own_blocks.hpp"
#include "core/sharing/pending_values.hpp"
#include "core/vault/activity_table.hpp"
#include "core/vault/block_table.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/replica.hpp"
#include "core/wallet/outside_blocks.hpp"
#include "core/wallet/outside_ledger.hpp"

namespace keepwell {

Wallet::Parts::Parts(vault::Vault openVault, const Clock &itsClock, NetworkConfig itsNetwork)
    : vault{std::move(openVault)}
    , clock{itsClock}
    , config{std::move(itsNetwork)}
    , keys{vault.database()}
{
}

Result<> Wallet::Parts::load()
{
    vault::SettingTable settings{database()};
    KEEPWELL_TRY(const auto name, settings.text(vault::setting::kOwnerName));
    KEEPWELL_TRY(const auto role, settings.number(vault::setting::kOwnerRole));
    KEEPWELL_TRY(const auto id, settings.bytes(vault::setting::kNetworkId));
    KEEPWELL_TRY(const auto custodian, settings.text(vault::setting::kCustodian));
    if (!name || !role || *role < 0 || *role > 3 || !id) {
        return fail(ErrorCode::Tampered, "the wallet does not know its owner or its network");
    }
    self = {.name = *name, .role = static_cast<identity::Role>(*role)};
    KEEPWELL_TRY(info.network, contract::NetworkId::fromBytes(*id));
    info.kind = config.ledgerKind;
    info.assurance = info.kind == ledger::Kind::Embedded ? ledger::Assurance::ByAgreement
                                                         : ledger::Assurance::ByOrganisation;
    info.custodian = custodian.value_or("");
    KEEPWELL_TRY(const Membership membership, Membership::load(database()));
    if (const auto own = ledger::fabric::Certificate::parse(membership.certificate);
        own && info.kind == ledger::Kind::Fabric) {
        certificateEnds = own->notAfter();
        certificateBegan = own->notBefore();
    }
    return {};
}

Result<ledger::Ledger *> Wallet::Parts::ledger(const std::stop_token &stop)
{
    if (offline) {
        return fail(ErrorCode::Unavailable, "the wallet is offline");
    }
    if (!openedLedger) {
        const Result<> opened = openLedgerNow(stop);
        if (!opened) {
            ledgerHeard.take(opened);
            return std::unexpected{opened.error()};
        }
    }
    return openedLedger.get();
}

Result<> Wallet::Parts::openLedgerNow(const std::stop_token &stop)
{
    KEEPWELL_TRY(const auto pinned, vault::ReplicaTable{database()}.head());
    KEEPWELL_TRY(const auto genesis,
                 vault::SettingTable{database()}.bytes(vault::setting::kGenesis));
    KEEPWELL_TRY(Membership membership, Membership::load(database()));
    if (!membership.mirrorKey) {
        membership.mirrorKey = ledger::fabric::MirrorKey::random();
        KEEPWELL_CHECK(membership.store(database()));
    }
    LedgerWanted wanted{.stop = stop};
    if (pinned) {
        wanted.pin = ledger::Pin{.size = pinned->size, .root = pinned->root};
    }
    if (genesis && genesis->size() == Bytes32{}.size()) {
        std::ranges::copy(*genesis, wanted.genesis.emplace().begin());
    }
    auto opened = [&] {
        // An embedded ledger is a file here: nobody need get in between.
        const auto outside = config.ledgerKind == ledger::Kind::Embedded
            ? nullptr
            : std::make_unique<Outside>(mutex);
        return openLedger(config, membership, vault.folder(), clock, wanted);
    }();
    if (!opened && opened.error().code == ErrorCode::NotFound) {
        return fail(ErrorCode::Unavailable,
                    "the shared activity log is not where it was: " + opened.error().detail);
    }
    if (!opened && opened.error().code == ErrorCode::InvalidInput && wanted.pin
        && config.ledgerKind == ledger::Kind::Embedded) {
        return fail(ErrorCode::Tampered, "the ledger file was replaced: " + opened.error().detail);
    }
    KEEPWELL_CHECK(opened);
    if (opened->ledger->info().network != info.network) {
        return fail(ErrorCode::Tampered,
                    "this is another network than the wallet's: "
                        + (config.ledgerKind == ledger::Kind::Embedded ? config.ledgerPath.string()
                                                                       : config.fabric.channel));
    }
    adopt(*std::move(opened));
    return {};
}

void Wallet::Parts::adopt(ReachedLedger reached)
{
    openedLedger = std::move(reached.ledger);
    if (config.ledgerKind != ledger::Kind::Embedded) {
        openedLedger = std::make_unique<OutsideLedger>(std::move(openedLedger), mutex);
    }
    news.follow(openedLedger->changes());
}

void Wallet::Parts::closeLedger()
{
    news.follow(nullptr);
    openedLedger.reset();
}

void Wallet::Parts::close()
{
    closeLedger();
    openedBlocks = {};
    blocksInUse.reset();
}

Result<std::shared_ptr<store::BlockStore>> Wallet::Parts::blocks()
{
    if (!blocksInUse) {
        const bool isReached = openedLedger != nullptr
            || (config.ledgerKind == ledger::Kind::Embedded && ledger().has_value());
        if (!blocksAreThere(config) && !isReached) {
            // A drive that is away: blocks made under its mount point now would vanish later.
            return fail(ErrorCode::Unavailable,
                        "the folder of blocks is not where it was: " + config.blocksPath.string());
        }
        KEEPWELL_TRY(const Membership membership, Membership::load(database()));
        KEEPWELL_TRY(openedBlocks, openBlocks(config, membership, vault.folder()));
        blocksInUse = openedBlocks.store;
        if (config.blocksKind != BlocksKind::Folder) {
            blocksInUse = std::make_shared<OutsideBlocks>(openedBlocks.store, mutexOwner);
        }
    }
    return blocksInUse;
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
    if (config.ledgerKind != ledger::Kind::Embedded) {
        KEEPWELL_TRY(const auto pinned, vault::ReplicaTable{database()}.head());
        return pinned ? sharing::checkClock(database(), clock.now(), pinned->newest) : Result<>{};
    }
    const auto reached = ledger();
    if (!reached) {
        return reached.error().code == ErrorCode::Unavailable ? Result<>{}
                                                              : std::unexpected{reached.error()};
    }
    KEEPWELL_TRY(const ledger::Head head, (*reached)->head());
    return sharing::checkClock(database(), clock.now(), head.newest);
}

Result<std::int64_t> Wallet::Parts::takeIn(const NetworkTurn &, const std::stop_token &stop)
{
    KEEPWELL_TRY(ledger::Ledger * reached, ledger(stop));
    const auto taken = [&]() -> Result<std::int64_t> {
        sharing::Intake intake{database(), keys, *reached, clock};
        KEEPWELL_TRY(const std::int64_t received, intake.takeIn(stop));
        proven = intake.head().proven;
        conflictFrom = intake.head().conflictFrom;
        KEEPWELL_CHECK(sharing::PendingValues(database(), keys, *reached, clock).fetch(stop));
        return received;
    }();
    ledgerHeard.take(taken ? Result<>{} : Result<>{std::unexpected{taken.error()}});
    return taken;
}

/// Whose intents wait for blocks that could not be brought.
Result<sharing::OutboxSender::Held> Wallet::Parts::heldBack()
{
    sharing::OutboxSender::Held held;
    if (!openedBlocks.bring) {
        return held;
    }
    KEEPWELL_TRY(const std::uint64_t waiting, openedBlocks.countWaiting());
    if (waiting == 0) {
        return held;
    }
    KEEPWELL_TRY(const auto open, vault::OutboxTable{database()}.open());
    for (const vault::IntentRow &row : open) {
        const bool names = std::holds_alternative<contract::GrantBody>(row.body)
            || std::holds_alternative<contract::UpdateGrantBody>(row.body)
            || std::holds_alternative<contract::DeliverBody>(row.body);
        if (!names || row.state != vault::IntentState::Queued) {
            continue;
        }
        KEEPWELL_TRY(const auto blocks,
                     vault::BlockTable{database()}.ofOwner(row.object, UINT32_MAX));
        if (!blocks.empty()) {
            held.insert(row.object);
        }
    }
    return held;
}

Result<std::int64_t> Wallet::Parts::sendQueued(const NetworkTurn &, const std::stop_token &stop)
{
    KEEPWELL_TRY(ledger::Ledger * reached, ledger(stop));
    const auto store = blocks();
    if (store && openedBlocks.bring) {
        const auto brought = [&] {
            const Outside outside{mutex};
            return openedBlocks.bring(stop);
        }();
        if (!brought && brought.error().code == ErrorCode::Cancelled) {
            return std::unexpected{brought.error()};
        }
        blocksHeard.take(brought ? Result<>{} : std::unexpected{brought.error()});
    }
    KEEPWELL_TRY(const sharing::OutboxSender::Held held, heldBack());
    auto sent = sharing::OutboxSender(database(), keys, *reached, clock).sendAll(stop, held);
    ledgerHeard.take(sent ? Result<>{} : Result<>{std::unexpected{sent.error()}});
    return sent;
}

Result<SendState> Wallet::Parts::flush(const std::stop_token &stop)
{
    if (sendsLater()) {
        KEEPWELL_TRY(const std::int64_t open, vault::OutboxTable{database()}.countOpen());
        if (open > 0) {
            wake();
        }
        return open == 0 ? SendState::Done : SendState::Queued;
    }
    return flush(turn(), stop);
}

Result<SendState> Wallet::Parts::flush(const NetworkTurn &itsTurn, const std::stop_token &stop)
{
    const auto send = [&]() -> Result<> {
        KEEPWELL_CHECK(sendQueued(itsTurn, stop));
        KEEPWELL_CHECK(takeIn(itsTurn, stop));
        return {};
    };
    const auto sent = send();
    // A network that is away, or does not accept our certificate or clock: the act waits.
    const bool waits = !sent
        && (sent.error().code == ErrorCode::Unavailable
            || (!config.isLocal()
                && (sent.error().code == ErrorCode::Denied
                    || sent.error().code == ErrorCode::Conflict)));
    if (!sent && !waits) {
        return std::unexpected{sent.error()};
    }
    KEEPWELL_TRY(const std::int64_t open, vault::OutboxTable{database()}.countOpen());
    return open == 0 ? SendState::Done : SendState::Queued;
}

Result<> Wallet::Parts::removeUnused(const NetworkTurn &)
{
    KEEPWELL_TRY(auto itsGiving, giving());
    KEEPWELL_TRY(auto itsDelivering, delivering());
    KEEPWELL_TRY(const auto store, blocks());
    for (const auto &removed : {sharing::removeOrphans(database(), *store),
                                itsGiving.removeUnused(), itsDelivering.removeUnused()}) {
        if (!removed && (config.isLocal() || removed.error().code != ErrorCode::Unavailable)) {
            return removed;
        }
    }
    return {};
}

Result<> Wallet::Parts::removeUnusedNow()
{
    return sendsLater() ? Result<>{} : removeUnused(turn());
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

std::string stateOf(const Error &error)
{
    if (ledger::fabric::isWarmingUp(error)) {
        return "warming up";
    }
    switch (error.code) {
    case ErrorCode::Tampered:
        return "conflict";
    case ErrorCode::Conflict:
        return "clock";
    case ErrorCode::Denied:
    case ErrorCode::WrongKey:
    case ErrorCode::InvalidInput:
        return "refused";
    default:
        return "unavailable";
    }
}

void Heard::take(const Result<> &outcome)
{
    if (outcome) {
        *this = {.state = "connected", .detail = {}};
    } else if (outcome.error().code != ErrorCode::Cancelled) {
        *this = {.state = stateOf(outcome.error()), .detail = outcome.error().detail};
    }
}

} // namespace keepwell
