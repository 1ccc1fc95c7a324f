// SPDX-License-Identifier: Apache-2.0
#include "core/audit/entry_check.hpp"
#include "core/ledger/embedded/ledger_check.hpp"
#include "core/records/anchor_batch.hpp"
#include "core/sharing/anchoring.hpp"
#include "core/sharing/outbox_sender.hpp"
#include "core/vault/block_table.hpp"
#include "core/vault/record_table.hpp"
#include "core/vault/replica.hpp"
#include "core/wallet/parts.hpp"

/// The wallet and its network: where it stands, what is sent and taken in, what is verified.
namespace keepwell {

namespace {

constexpr std::size_t kMostProblems = 1000;
constexpr std::size_t kEntriesAtOnce = 512;
constexpr std::chrono::days kCertificateEndsSoon{7};

/// Collects problems, up to a number that people can read.
struct Problems
{
    std::vector<std::string> &list;
    void add(std::string what)
    {
        if (list.size() < kMostProblems) {
            list.push_back(std::move(what));
        }
    }
};

/// The root that an Anchor entry of mine put on the ledger.
Result<std::optional<Bytes32>> anchoredRoot(vault::Database &database, const Bytes32 &tx)
{
    KEEPWELL_TRY(const auto entry, vault::ReplicaTable{database}.byTx(contract::TxId{tx}));
    if (!entry) {
        return std::nullopt;
    }
    const auto payload = contract::parsePayload(entry->envelope.payload);
    if (!payload) {
        return std::unexpected{payload.error().error};
    }
    const auto *anchor = std::get_if<contract::AnchorBody>(&payload->body);
    return anchor != nullptr ? std::optional{anchor->root} : std::nullopt;
}

Result<> verifyRecords(vault::Database &database, VerifyReport &report, Problems &problems,
                       const std::stop_token &stop, const ProgressFn &progress)
{
    vault::RecordTable table{database};
    vault::RecordFilter filter;
    filter.limit = 0;
    KEEPWELL_TRY(const auto ids, table.ids(filter));
    records::AnchorProofs proofs{database};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped; nothing was changed");
        }
        ++report.records;
        const std::string name = "record " + std::to_string(static_cast<std::int64_t>(ids[i]));
        if (const auto bytes = table.bytes(ids[i]); !bytes) {
            problems.add(name + ": " + bytes.error().detail);
            continue;
        }
        const auto proof = proofs.of(ids[i]);
        if (!proof) {
            problems.add(name + ": " + proof.error().detail);
        } else if (*proof && (*proof)->batch.txId) {
            KEEPWELL_TRY(const auto root, anchoredRoot(database, *(*proof)->batch.txId));
            if (root && *root == (*proof)->batch.root) {
                ++report.anchored;
            } else {
                problems.add(name + ": its anchor on the shared activity log is another one");
            }
        }
        if (progress && i % 100 == 0) {
            progress(i, ids.size());
        }
    }
    return {};
}

Result<> verifyBlocks(vault::Database &database, store::BlockStore &blocks, Problems &problems,
                      const std::stop_token &stop)
{
    KEEPWELL_TRY(const auto rows, vault::BlockTable{database}.all());
    for (const vault::BlockRow &row : rows) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped; nothing was changed");
        }
        KEEPWELL_TRY(const store::Cid cid, store::Cid::parse(row.cid));
        if (const auto block = blocks.get(cid); !block) {
            problems.add("block " + row.cid + ": " + block.error().detail);
        }
    }
    return {};
}

/// Whether the embedded ledger of `config` is that of the wallet's network, whatever it holds by now.
Result<> checkSameNetwork(const NetworkConfig &config, const NetworkConfig &before,
                          const ledger::Info &known, const std::filesystem::path &home,
                          const Clock &clock)
{
    if (config.ledgerKind != known.kind) {
        return fail(ErrorCode::Denied,
                    "that is another network than this wallet's; `network join` moves a wallet");
    }
    if (config.fabric.isLight != before.fabric.isLight) {
        return fail(ErrorCode::Denied,
                    "a wallet goes on reading its network as it began (\"catch_up\"); one restored "
                    "from its words may begin the other way");
    }
    if (config.ledgerKind == ledger::Kind::Fabric) {
        return {}; // its mirror is the wallet's own, and shows when it is opened
    }
    KEEPWELL_TRY(const auto reached, openLedger(config, {}, home, clock, {}));
    const auto network = reached.ledger->info().network;
    if (network != known.network) {
        return fail(ErrorCode::Denied,
                    "that is network " + network.toHex() + ", and this wallet belongs to "
                        + known.network.toHex());
    }
    return {};
}

/// The embedded ledger's file, as a stranger would check it.
Result<> verifyLedgerFile(const NetworkConfig &config, VerifyReport &report, Problems &problems,
                          const std::stop_token &stop)
{
    KEEPWELL_TRY(const ledger::LedgerReport log,
                 ledger::checkLedgerFile(config.ledgerPath, {}, stop));
    report.entries = static_cast<std::int64_t>(log.entries);
    for (const ledger::LedgerProblem &problem : log.problems) {
        problems.add((problem.index ? "entry " + std::to_string(*problem.index) + ": " : "")
                     + problem.what);
    }
    report.proven = report.entries - static_cast<std::int64_t>(log.problems.size());
    return {};
}

/// Any ledger through its seam: every entry from the first, its signature, its outcome by the rules,
/// and the tree over all of them.
Result<> verifyEntries(ledger::Ledger &ledger, VerifyReport &report, Problems &problems,
                       const std::stop_token &stop)
{
    KEEPWELL_TRY(const ledger::Head head, ledger.head({.stop = stop}));
    audit::EntryCheck check{ledger.info().network, ledger.info().isPartial};
    while (check.size() < head.size) {
        KEEPWELL_TRY(const auto entries,
                     ledger.entries(check.size(), kEntriesAtOnce, {.stop = stop}));
        if (entries.empty()) {
            problems.add("the shared activity log ends before its own head");
            break;
        }
        for (const ledger::Entry &entry : entries) {
            if (const auto taken = check.take(entry); !taken) {
                problems.add("entry " + std::to_string(entry.index) + ": " + taken.error().detail);
            }
        }
    }
    // Entry 0 stands for the channel's first block, which is pinned.
    const auto counted
        = [](std::uint64_t size) { return static_cast<std::int64_t>(size == 0 ? 0 : size - 1); };
    report.entries = counted(check.size());
    if (check.size() == head.size && check.root() != head.root) {
        problems.add("the entries do not lead to the head of the shared activity log");
    }
    const std::uint64_t agreed
        = std::min({head.proven, head.conflictFrom.value_or(head.size), check.size()});
    report.proven = problems.list.empty() ? counted(agreed) : 0;
    if (head.conflictFrom) {
        problems.add("from entry " + std::to_string(*head.conflictFrom)
                     + " on two places disagree: do not rely on these lines");
    }
    return {};
}

} // namespace

std::string Wallet::ownerName() const { return m_parts->self.name; }
identity::Role Wallet::role() const { return m_parts->self.role; }

NetworkConfig Wallet::network() const
{
    const std::scoped_lock lock{m_parts->mutex};
    return m_parts->config;
}

Result<> Wallet::setNetwork(const NetworkConfig &config)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    const NetworkTurn turn = parts.turn();
    KEEPWELL_CHECK(
        checkSameNetwork(config, parts.config, parts.info, parts.vault.folder(), parts.clock));
    KEEPWELL_TRY(Membership fresh, Membership::read(config));
    KEEPWELL_TRY(const Membership before, Membership::load(parts.database()));
    fresh.keep(before, config.ipfs.api == parts.config.ipfs.api);
    const NetworkConfig configBefore = parts.config;
    KEEPWELL_CHECK(fresh.store(parts.database()));
    parts.config = withoutKeys(config);
    parts.close();
    const auto reached = parts.ledger();
    const auto written = [&]() -> Result<> {
        KEEPWELL_CHECK(reached);
        KEEPWELL_CHECK(
            parts.blocks()); // an address that is none is said now, not when it is needed
        return parts.config.write(vault::home::networkFile(parts.vault.folder()));
    }();
    if (!written) {
        parts.config = configBefore;
        parts.close();
        KEEPWELL_CHECK(before.store(parts.database()));
        return written;
    }
    // Another organisation of the same network may come first now, with another certificate.
    KEEPWELL_CHECK(vault::SettingTable{parts.database()}.setText(vault::setting::kCustodian,
                                                                 (*reached)->info().custodian));
    return parts.load();
}

void Wallet::sendLater(std::function<void()> wake)
{
    const std::scoped_lock lock{m_parts->mutex};
    m_parts->wake = std::move(wake);
}

void Wallet::setOffline(bool offline)
{
    m_parts->offline = offline;
    m_parts->news.setOffline(offline);
}

Result<> Wallet::confirmClock()
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::SettingTable{m_parts->database()}.setNumber(
        vault::setting::kClockConfirmed, m_parts->clock.now().time_since_epoch().count());
}

Result<std::string> Wallet::setting(std::string_view key, std::string_view fallback)
{
    const std::scoped_lock lock{m_parts->mutex};
    KEEPWELL_TRY(const auto value,
                 vault::SettingTable{m_parts->database()}.text("ui." + std::string{key}));
    return value.value_or(std::string{fallback});
}

Result<> Wallet::setSetting(std::string_view key, std::string_view value)
{
    const std::scoped_lock lock{m_parts->mutex};
    return vault::SettingTable{m_parts->database()}.setText("ui." + std::string{key}, value);
}

Result<WalletStatus> Wallet::status()
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    vault::RecordFilter everything;
    KEEPWELL_TRY(const RecordCounts counts,
                 vault::RecordTable{parts.database()}.counts(everything));
    KEEPWELL_TRY(const std::int64_t contacts, vault::ContactTable{parts.database()}.count());
    KEEPWELL_TRY(const std::int64_t outbox, vault::OutboxTable{parts.database()}.countOpen());
    WalletStatus status{.role = parts.self.role,
                        .name = parts.self.name,
                        .records = counts.total,
                        .contacts = contacts,
                        .outbox = outbox,
                        .ledgerKind = nameOf(parts.config.ledgerKind),
                        .ledgerState = "connected",
                        .ledgerDetail = {},
                        .blocksKind = nameOf(parts.config.blocksKind),
                        .blocksState = "connected",
                        .blocksDetail = {},
                        .networkId = parts.info.network.toHex(),
                        .certificateEnds = parts.certificateEnds};
    parts.fillLedgerState(status);
    parts.fillBlocksState(status);
    return status;
}

void Wallet::Parts::fillLedgerState(WalletStatus &status)
{
    const auto say = [&](const Error &error) {
        status.ledgerState = stateOf(error);
        status.ledgerDetail = error.detail;
    };
    if (offline) {
        say({ErrorCode::Unavailable, "the wallet is offline"});
    } else if (const auto ready = readyToWrite(); !ready) {
        say(ready.error());
    } else if (config.ledgerKind != ledger::Kind::Embedded) {
        status.ledgerState = ledgerHeard.state;
        status.ledgerDetail = ledgerHeard.detail;
        sayMore(status);
    } else if (const auto reached = ledger(); !reached) {
        say(reached.error());
    }
}

/// What is true beside a connection that works.
void Wallet::Parts::sayMore(WalletStatus &status)
{
    if (status.ledgerState == "connected" && conflictFrom) {
        status.ledgerState = "conflict";
        status.ledgerDetail = "two places disagree from entry " + std::to_string(*conflictFrom)
            + " on: do not rely on these lines";
    } else if (status.ledgerState == "connected" && certificateEnds
               && *certificateEnds - clock.now() < kCertificateEndsSoon) {
        const auto left = std::chrono::floor<std::chrono::days>(*certificateEnds - clock.now());
        const auto days = std::max<std::int64_t>(left.count(), 0);
        status.ledgerState = "certificate ends";
        status.ledgerDetail = "the certificate of this wallet ends in " + std::to_string(days)
            + (days == 1 ? " day" : " days")
            + (renewalProblem.empty() ? "" : "; it could not be renewed: " + renewalProblem);
    }
}

void Wallet::Parts::fillBlocksState(WalletStatus &status)
{
    const auto store = blocks();
    if (!store) {
        status.blocksState = stateOf(store.error());
        status.blocksDetail = store.error().detail;
    } else if (config.blocksKind != BlocksKind::Folder) {
        status.blocksState = blocksHeard.state;
        status.blocksDetail = blocksHeard.detail;
    }
}

Result<std::int64_t> Wallet::refresh(const std::stop_token &stop)
{
    const std::scoped_lock lock{m_parts->mutex};
    const NetworkTurn turn = m_parts->turn();
    return m_parts->takeIn(turn, stop);
}

Result<std::int64_t> Wallet::awaitNews(const std::stop_token &stop)
{
    while (m_parts->news.wait(stop)) {
        // Whatever stops it now is known to status(); the next sync tries again.
        const auto taken = refresh(stop);
        if (taken && *taken > 0) {
            return taken;
        }
    }
    return fail(ErrorCode::Cancelled, "stopped waiting for the shared activity log");
}

Result<SyncReport> Wallet::sync(const std::stop_token &stop)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    const NetworkTurn turn = parts.turn();
    parts.renewCertificate(turn, stop);
    KEEPWELL_CHECK(parts.ledger(stop));
    KEEPWELL_CHECK(parts.readyToWrite());
    SyncReport report{};
    KEEPWELL_CHECK(sharing::queueAnchor(parts.database(), parts.keys, parts.clock.now()));
    KEEPWELL_TRY(report.sent, parts.sendQueued(turn, stop));
    KEEPWELL_TRY(report.received, parts.takeIn(turn, stop));

    KEEPWELL_TRY(auto delivering, parts.delivering());
    KEEPWELL_TRY(auto giving, parts.giving());
    KEEPWELL_TRY(const sharing::Delivering::Filing filing, delivering.fileWaiting(stop));
    report.filed = filing.filed;
    KEEPWELL_CHECK(giving.updateFollowing(stop));
    KEEPWELL_CHECK(giving.queueEnded());
    KEEPWELL_TRY(const std::int64_t queued, vault::OutboxTable{parts.database()}.countOpen());
    if (parts.config.isLocal() || queued > 0) {
        KEEPWELL_TRY(const std::int64_t more, parts.sendQueued(turn, stop));
        report.sent += more;
        KEEPWELL_TRY(const std::int64_t taken, parts.takeIn(turn, stop));
        report.received += taken;
    }
    KEEPWELL_CHECK(parts.removeUnused(turn));
    KEEPWELL_TRY(const std::int64_t open, vault::OutboxTable{parts.database()}.countOpen());
    report.state = open == 0 ? "done" : "queued";
    if (filing.changed) {
        return std::unexpected{*filing.changed};
    }
    return report;
}

Result<VerifyReport> Wallet::verify(const std::stop_token &stop, const ProgressFn &progress)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    const NetworkTurn turn = parts.turn();
    VerifyReport report{};
    Problems problems{report.problems};
    KEEPWELL_CHECK(parts.takeIn(turn, stop));
    if (parts.config.ledgerKind == ledger::Kind::Embedded) {
        KEEPWELL_CHECK(verifyLedgerFile(parts.config, report, problems, stop));
    } else {
        KEEPWELL_TRY(ledger::Ledger * reached, parts.ledger(stop));
        KEEPWELL_CHECK(verifyEntries(*reached, report, problems, stop));
    }
    KEEPWELL_CHECK(verifyRecords(parts.database(), report, problems, stop, progress));
    KEEPWELL_TRY(const auto blocks, parts.blocks());
    KEEPWELL_CHECK(verifyBlocks(parts.database(), *blocks, problems, stop));
    return report;
}

} // namespace keepwell
