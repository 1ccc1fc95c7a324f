// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/embedded_ledger.hpp"

#include "core/contract/date_text.hpp"
#include "core/contract/state.hpp"
#include "core/ledger/embedded/file_watch.hpp"
#include "core/ledger/embedded/folder_check.hpp"
#include "core/ledger/embedded/history.hpp"
#include "core/ledger/embedded/history_reader.hpp"
#include "core/ledger/embedded/host_state.hpp"

#include <algorithm>

namespace keepwell::ledger {
class EmbeddedLedger::Host
{
public:
    Host(LedgerFile file, const std::filesystem::path &path, const Clock &clock)
        : m_file{std::move(file)}, m_watch{std::make_shared<FileWatch>(path)}, m_clock{&clock}
    {
    }
    ~Host() { finishPurge(); }
    Host(const Host &) = delete;
    Host &operator=(const Host &) = delete;

    Result<> load(const EmbeddedOptions &options);

    /// Before every call: refuses after damage was seen, and takes the caller's patience.
    Result<> ready(const Patience &patience);

    Verdict<Entry> submit(const contract::Transaction &transaction);
    Verdict<> deposit(const contract::Deposit &value);
    Verdict<Bytes> query(const contract::SignedQuery &query);
    Result<Head> head();
    Result<std::vector<Entry>> entries(std::uint64_t from, std::size_t limit);

    const History &history() const { return m_history; }
    const std::shared_ptr<FileWatch> &watch() const { return m_watch; }

private:
    struct Decided
    {
        Entry entry;
        bool isNew = true;
    };

    Result<> catchUp();
    Result<Entry> entryAt(std::uint64_t index);
    Result<std::optional<Entry>> committedBefore(const contract::Transaction &transaction);
    Verdict<> clockIsNotBehind(Instant now) const;
    Verdict<Decided> decide(const contract::Transaction &transaction, HostState &state);
    void finishPurge();

    LedgerFile m_file;
    std::shared_ptr<FileWatch> m_watch;
    const Clock *m_clock;
    History m_history;
    std::optional<Error> m_damage;
    bool m_purgePending = false;
};

Result<> EmbeddedLedger::Host::load(const EmbeddedOptions &options)
{
    return m_file.reading([&]() -> Result<> {
        const HistoryReader reader{m_file, options.progress, options.stop};
        return reader.load(m_history, options.pin);
    });
}

Result<> EmbeddedLedger::Host::ready(const Patience &patience)
{
    if (m_damage) {
        return std::unexpected{*m_damage};
    }
    m_file.connection().setPatience(patience.stop, patience.atMost);
    return {};
}

/// Takes in what other processes appended. Inside a transaction.
Result<> EmbeddedLedger::Host::catchUp()
{
    auto taken = HistoryReader{m_file, {}, {}}.proceed(m_history);
    if (!taken && taken.error().code == ErrorCode::Tampered) {
        m_damage = taken.error();
    }
    return taken;
}

Result<Entry> EmbeddedLedger::Host::entryAt(std::uint64_t index)
{
    KEEPWELL_TRY(std::vector<Entry> found, readKnownEntries(m_file, m_history, index, 1));
    if (found.empty()) {
        return fail(ErrorCode::NotFound, "the ledger has no entry " + std::to_string(index));
    }
    return std::move(found.front());
}

Result<std::optional<Entry>>
EmbeddedLedger::Host::committedBefore(const contract::Transaction &transaction)
{
    const contract::Payload &payload = transaction.payload();
    KEEPWELL_TRY(const auto known, m_history.state().get(contract::keyRowKey(payload.key)));
    if (!known) {
        return std::nullopt;
    }
    KEEPWELL_TRY(const contract::KeyRow last, contract::parseKeyRow(*known));
    if (payload.seq > last.seq) {
        return std::nullopt;
    }
    KEEPWELL_TRY(const auto rows,
                 m_history.state().indexRows(contract::IndexKind::Own, payload.key.bytes()));
    const auto found = std::ranges::find(rows, transaction.id().bytes(), &contract::IndexRow::id);
    const auto index = found != rows.end() ? indexOf(found->locator) : std::nullopt;
    if (!index) {
        return std::nullopt;
    }
    KEEPWELL_TRY(Entry entry, entryAt(*index));
    return entry;
}

Verdict<> EmbeddedLedger::Host::clockIsNotBehind(Instant now) const
{
    if (now < m_history.newest() - contract::kClockTolerance) {
        return contract::reject(contract::Code::Time,
                                "this computer's clock says " + contract::dateText(now)
                                    + ", but the newest entry was written at "
                                    + contract::dateText(m_history.newest()));
    }
    return {};
}

Verdict<EmbeddedLedger::Host::Decided>
EmbeddedLedger::Host::decide(const contract::Transaction &transaction, HostState &state)
{
    KEEPWELL_CHECK(catchUp());
    KEEPWELL_TRY(std::optional<Entry> before, committedBefore(transaction));
    if (before) {
        return Decided{.entry = *std::move(before), .isNew = false};
    }
    const Instant now = m_clock->now();
    KEEPWELL_CHECK(clockIsNotBehind(now));
    KEEPWELL_TRY(const contract::Outcome outcome, contract::apply(state, transaction, now));
    Entry entry{.index = m_history.size(),
                .time = now,
                .t = outcome.t,
                .outcome = outcome.code,
                .envelope = transaction.envelope()};
    KEEPWELL_CHECK(m_file.append(rowOf(entry)));
    KEEPWELL_CHECK(state.noteEnds());
    KEEPWELL_TRY(const bool swept, m_file.sweep(std::max(now, m_history.newest())));
    m_purgePending = m_purgePending || swept || state.hasPurged();
    return Decided{.entry = std::move(entry), .isNew = true};
}

Verdict<Entry> EmbeddedLedger::Host::submit(const contract::Transaction &transaction)
{
    HostState state{m_history, m_file};
    KEEPWELL_TRY(Decided decided, m_file.writing([&] { return decide(transaction, state); }));
    if (decided.isNew) {
        KEEPWELL_CHECK(state.admitWrites());
        m_history.admit(leafHash(decided.entry), decided.entry.time, decided.entry.t);
    }
    finishPurge();
    return std::move(decided.entry);
}

Verdict<> EmbeddedLedger::Host::deposit(const contract::Deposit &value)
{
    HostState state{m_history, m_file};
    auto deposited = m_file.writing([&]() -> Verdict<> {
        KEEPWELL_CHECK(catchUp());
        return contract::deposit(state, m_history.network(), value,
                                 std::max(m_clock->now(), m_history.newest()));
    });
    finishPurge();
    return deposited;
}

Verdict<Bytes> EmbeddedLedger::Host::query(const contract::SignedQuery &query)
{
    HostState state{m_history, m_file};
    return m_file.reading([&]() -> Verdict<Bytes> {
        KEEPWELL_CHECK(catchUp());
        return contract::answer(state, m_history.network(), query, m_clock->now(),
                                m_history.newest());
    });
}

Result<Head> EmbeddedLedger::Host::head()
{
    KEEPWELL_CHECK(m_file.reading([&] { return catchUp(); }));
    finishPurge();
    return Head{.size = m_history.size(),
                .root = m_history.root(),
                .newest = m_history.newest(),
                .proven = m_history.size(),
                .conflictFrom = std::nullopt};
}

Result<std::vector<Entry>> EmbeddedLedger::Host::entries(std::uint64_t from, std::size_t limit)
{
    return m_file.reading([&]() -> Result<std::vector<Entry>> {
        KEEPWELL_CHECK(catchUp());
        return readKnownEntries(m_file, m_history, from, limit);
    });
}

/// The destroyed bytes still stand in the -wal file until it is cut; a reader may hold that up.
void EmbeddedLedger::Host::finishPurge()
{
    if (!m_purgePending) {
        return;
    }
    const auto cut = m_file.connection().truncateWal();
    m_purgePending = !cut.value_or(false);
}

EmbeddedLedger::EmbeddedLedger(std::unique_ptr<Host> host) : m_host{std::move(host)} {}
EmbeddedLedger::~EmbeddedLedger() = default;

Result<std::unique_ptr<EmbeddedLedger>> EmbeddedLedger::open(const std::filesystem::path &file,
                                                             const Clock &clock,
                                                             const EmbeddedOptions &options)
{
    // A link leads to where the file really is.
    std::error_code fault;
    const auto real = std::filesystem::weakly_canonical(std::filesystem::absolute(file), fault);
    KEEPWELL_CHECK(checkLedgerFolder(fault ? file.parent_path() : real.parent_path()));
    auto opened = LedgerFile::open(file, Sqlite::Mode::ReadWrite);
    if (!opened && opened.error().code == ErrorCode::NotFound && options.mayCreate) {
        KEEPWELL_CHECK(LedgerFile::create(file, clock.now()));
        opened = LedgerFile::open(file, Sqlite::Mode::ReadWrite);
    }
    KEEPWELL_TRY(LedgerFile ledgerFile, std::move(opened));
    auto host = std::make_unique<Host>(std::move(ledgerFile), fault ? file : real, clock);
    KEEPWELL_CHECK(host->load(options));
    return std::unique_ptr<EmbeddedLedger>{new EmbeddedLedger{std::move(host)}};
}

Info EmbeddedLedger::info() const
{
    return {.kind = Kind::Embedded,
            .network = m_host->history().network(),
            .assurance = Assurance::ByAgreement,
            .custodian = {}};
}

Verdict<Entry> EmbeddedLedger::submit(const contract::Envelope &envelope, Patience patience)
{
    KEEPWELL_CHECK(m_host->ready(patience));
    // The signature is checked before the file is locked: others need not wait for it.
    KEEPWELL_TRY(const contract::Transaction transaction,
                 contract::Transaction::check(m_host->history().network(), envelope));
    return m_host->submit(transaction);
}

Verdict<> EmbeddedLedger::deposit(const contract::Deposit &value, Patience patience)
{
    KEEPWELL_CHECK(m_host->ready(patience));
    return m_host->deposit(value);
}

Verdict<Bytes> EmbeddedLedger::query(const contract::SignedQuery &query, Patience patience)
{
    KEEPWELL_CHECK(m_host->ready(patience));
    return m_host->query(query);
}

Result<Head> EmbeddedLedger::head(Patience patience)
{
    KEEPWELL_CHECK(m_host->ready(patience));
    return m_host->head();
}

Result<std::vector<Entry>> EmbeddedLedger::entries(std::uint64_t from, std::size_t limit,
                                                   Patience patience)
{
    KEEPWELL_CHECK(m_host->ready(patience));
    return m_host->entries(from, limit);
}

Result<crypto::merkle::Proof> EmbeddedLedger::inclusionProof(std::uint64_t index,
                                                             std::uint64_t size)
{
    return m_host->history().inclusionProof(index, size);
}

Result<crypto::merkle::Proof> EmbeddedLedger::consistencyProof(std::uint64_t oldSize,
                                                               std::uint64_t size)
{
    return m_host->history().consistencyProof(oldSize, size);
}

std::shared_ptr<Changes> EmbeddedLedger::changes() const { return m_host->watch(); }

Bytes32 EmbeddedLedger::stateHash() const { return m_host->history().state().stateHash(); }

} // namespace keepwell::ledger
