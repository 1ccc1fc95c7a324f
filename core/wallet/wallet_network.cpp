// SPDX-License-Identifier: Apache-2.0
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

/// Whether the ledger of `config` is that of the wallet's network, whatever it holds by now.
Result<> checkSameNetwork(const NetworkConfig &config, const ledger::Info &known,
                          const Clock &clock)
{
    KEEPWELL_TRY(const auto ledger, ledger::EmbeddedLedger::open(config.ledgerPath, clock, {}));
    const auto network = ledger->info().network;
    if (network != known.network) {
        return fail(ErrorCode::Denied,
                    "that is network " + network.toHex() + ", and this wallet belongs to "
                        + known.network.toHex());
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
    KEEPWELL_CHECK(checkSameNetwork(config, parts.info, parts.clock));
    const NetworkConfig before = parts.config;
    parts.config = config;
    parts.openLedger.reset();
    parts.openBlocks.reset();
    const auto reached = parts.ledger();
    const auto written = reached ? config.write(vault::home::networkFile(parts.vault.folder()))
                                 : Result<>{std::unexpected{reached.error()}};
    if (!written) {
        parts.config = before;
        parts.openLedger.reset();
        return written;
    }
    return {};
}

void Wallet::setOffline(bool offline)
{
    const std::scoped_lock lock{m_parts->mutex};
    m_parts->offline = offline;
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
                        .ledgerKind = "embedded",
                        .ledgerState = "connected",
                        .ledgerDetail = {},
                        .blocksKind = "folder",
                        .blocksState = "connected",
                        .networkId = parts.info.network.toHex()};
    if (const auto ready = parts.readyToWrite(); !ready) {
        status.ledgerState = ready.error().code == ErrorCode::Tampered ? "conflict" : "clock";
        status.ledgerDetail = ready.error().detail;
    } else if (const auto reached = parts.ledger(); !reached) {
        status.ledgerState = "unavailable";
        status.ledgerDetail = reached.error().detail;
    }
    if (!parts.blocks()) {
        status.blocksState = "unavailable";
    }
    return status;
}

Result<std::int64_t> Wallet::refresh(const std::stop_token &stop)
{
    const std::scoped_lock lock{m_parts->mutex};
    return m_parts->takeIn(stop);
}

Result<SyncReport> Wallet::sync(const std::stop_token &stop)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    KEEPWELL_TRY(ledger::Ledger * ledger, parts.ledger(stop));
    KEEPWELL_CHECK(parts.readyToWrite());
    SyncReport report{};
    sharing::OutboxSender sender{parts.database(), parts.keys, *ledger, parts.clock};
    KEEPWELL_CHECK(sharing::queueAnchor(parts.database(), parts.keys, parts.clock.now()));
    KEEPWELL_TRY(report.sent, sender.sendAll(stop));
    KEEPWELL_TRY(report.received, parts.takeIn(stop));

    KEEPWELL_TRY(auto delivering, parts.delivering());
    KEEPWELL_TRY(auto giving, parts.giving());
    KEEPWELL_TRY(report.filed, delivering.fileWaiting(stop));
    KEEPWELL_CHECK(giving.updateFollowing(stop));
    KEEPWELL_CHECK(giving.queueEnded());
    KEEPWELL_TRY(const std::int64_t more, sender.sendAll(stop));
    report.sent += more;
    KEEPWELL_TRY(const std::int64_t taken, parts.takeIn(stop));
    report.received += taken;
    KEEPWELL_CHECK(giving.removeUnused());
    KEEPWELL_CHECK(delivering.removeUnused());
    KEEPWELL_TRY(const std::int64_t open, vault::OutboxTable{parts.database()}.countOpen());
    report.state = open == 0 ? "done" : "queued";
    return report;
}

Result<VerifyReport> Wallet::verify(const std::stop_token &stop, const ProgressFn &progress)
{
    const std::scoped_lock lock{m_parts->mutex};
    Parts &parts = *m_parts;
    VerifyReport report{};
    Problems problems{report.problems};
    KEEPWELL_CHECK(parts.takeIn(stop));
    KEEPWELL_TRY(const ledger::LedgerReport log,
                 ledger::checkLedgerFile(parts.config.ledgerPath, {}, stop));
    report.entries = static_cast<std::int64_t>(log.entries);
    for (const ledger::LedgerProblem &problem : log.problems) {
        problems.add((problem.index ? "entry " + std::to_string(*problem.index) + ": " : "")
                     + problem.what);
    }
    report.proven = report.entries - static_cast<std::int64_t>(log.problems.size());
    KEEPWELL_CHECK(verifyRecords(parts.database(), report, problems, stop, progress));
    KEEPWELL_TRY(const auto blocks, parts.blocks());
    KEEPWELL_CHECK(verifyBlocks(parts.database(), *blocks, problems, stop));
    return report;
}

} // namespace keepwell
