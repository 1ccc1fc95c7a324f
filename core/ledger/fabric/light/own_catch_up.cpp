// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/light/own_catch_up.hpp"

#include <algorithm>
#include <map>
#include <ranges>

namespace keepwell::ledger::fabric {
namespace {

/// A wallet of one person has far fewer; one source could name them without end.
constexpr std::size_t kMostNew = 100'000;
constexpr std::size_t kMostConfigs = 10'000;

class Round
{
public:
    Round(OwnEntries &own, const Patience &patience)
        : m_own{own}
        , m_patience{patience}
        , m_end{std::chrono::steady_clock::now() + patience.atMost}
    {
    }

    Result<CaughtUp> run(std::span<EntrySource *const> sources);

private:
    using Ids = std::set<Bytes32>;
    /// Of one block: who names which transactions in it.
    using Named = std::vector<std::pair<EntrySource *, Ids>>;

    Result<> collect(EntrySource &source);
    Result<> followConfigs(EntrySource &source, const Block &newest);
    Result<Ids> unknown(EntrySource &source);
    Result<> takeAll(std::vector<EntrySource *> &good);
    Result<> take(EntrySource &source, std::uint64_t number, const Ids &ids);
    Result<> confirm(EntrySource &source);
    Result<Bytes> block(EntrySource &source, std::uint64_t number, BlockContent content);
    Result<> forEach(std::span<EntrySource *const> sources, Result<> (Round::*act)(EntrySource &),
                     std::vector<EntrySource *> &good);
    Result<> note(const EntrySource &source, Error error);

    /// What is left, of which a source that hangs must leave half to the others.
    Result<Patience> left() const;

    OwnEntries &m_own;
    const Patience &m_patience;
    std::chrono::steady_clock::time_point m_end;
    std::size_t m_others = 0; ///< Sources that are still to be asked.
    std::map<std::uint64_t, Named> m_named;
    CaughtUp m_result;
};

Result<Patience> Round::left() const
{
    if (m_patience.stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped while asking for entries");
    }
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_end - std::chrono::steady_clock::now());
    if (time.count() <= 0) {
        return fail(ErrorCode::Unavailable, "time is up before all entries were read");
    }
    return Patience{.stop = m_patience.stop, .atMost = m_others > 0 ? time / 2 : time};
}

Result<Bytes> Round::block(EntrySource &source, std::uint64_t number, BlockContent content)
{
    KEEPWELL_TRY(const Patience patience, left());
    KEEPWELL_TRY(Bytes bytes, source.block(number, content, patience));
    m_result.bytes += bytes.size();
    return bytes;
}

/// From the newest block back to what is known, by the words of each; then forward, by signatures.
Result<> Round::followConfigs(EntrySource &source, const Block &newest)
{
    std::vector<std::uint64_t> found;
    const auto known = m_own.newestConfig();
    KEEPWELL_TRY(std::uint64_t next, lastConfigOf(newest));
    while (!known || next > *known) {
        found.push_back(next);
        if (next == 0) {
            break;
        }
        if (found.size() > kMostConfigs) {
            return fail(ErrorCode::Tampered, "the channel names configurations without end");
        }
        KEEPWELL_TRY(const Bytes bytes, block(source, next - 1, BlockContent::Headers));
        KEEPWELL_TRY(const Block before, parseBlock(bytes));
        if (before.number != next - 1) {
            return fail(ErrorCode::Tampered,
                        source.msp() + " shows another block than " + std::to_string(next - 1));
        }
        KEEPWELL_TRY(next, lastConfigOf(before));
    }
    for (const std::uint64_t number : std::views::reverse(found)) {
        KEEPWELL_TRY(const Bytes bytes, block(source, number, BlockContent::Whole));
        KEEPWELL_CHECK(m_own.takeConfig(bytes, source.msp()));
    }
    return {};
}

Result<Round::Ids> Round::unknown(EntrySource &source)
{
    Ids transactions;
    for (const contract::PublicKey &key : m_own.followed()) {
        KEEPWELL_TRY(const Patience patience, left());
        KEEPWELL_TRY(const auto rows, source.entriesOf(key, patience));
        for (const contract::IndexRow &row : rows) {
            Bytes32 id{};
            if (row.locator.size() != id.size()) {
                return fail(ErrorCode::Tampered,
                            "the gateway of " + source.msp() + " names no transaction");
            }
            m_result.bytes += row.locator.size() + row.id.size() + row.of.size();
            std::ranges::copy(row.locator, id.begin());
            if (!m_own.isKnown(id)) {
                transactions.insert(id);
            }
        }
        if (transactions.size() > kMostNew) {
            return fail(ErrorCode::Tampered,
                        "the gateway of " + source.msp() + " names entries without end");
        }
    }
    return transactions;
}

Result<> Round::collect(EntrySource &source)
{
    KEEPWELL_TRY(const Patience patience, left());
    KEEPWELL_TRY(const Bytes bytes, source.newestBlock(patience));
    m_result.bytes += bytes.size();
    KEEPWELL_TRY(const Block newest, parseBlock(bytes));
    KEEPWELL_CHECK(followConfigs(source, newest));
    KEEPWELL_CHECK(m_own.checkSigned(newest));
    m_result.newest = std::max(m_result.newest, newest.number);
    KEEPWELL_TRY(const Ids transactions, unknown(source));
    std::map<std::uint64_t, Ids> places;
    for (const Bytes32 &transaction : transactions) {
        KEEPWELL_TRY(const Patience rest, left());
        KEEPWELL_TRY(const std::uint64_t number, source.blockOf(transaction, rest));
        if (number <= newest.number) {
            places[number].insert(transaction);
        }
    }
    for (auto &[number, ids] : places) {
        m_named[number].emplace_back(&source, std::move(ids));
    }
    return {};
}

Result<> Round::take(EntrySource &source, std::uint64_t number, const Ids &ids)
{
    KEEPWELL_TRY(const Bytes whole, block(source, number, BlockContent::Whole));
    KEEPWELL_CHECK(m_own.take(number, whole, ids, source.msp()));
    ++m_result.blocks;
    return {};
}

/// In the order of the channel, whoever names an entry. A source that lies is passed over; where one
/// is lost that alone names an entry, what comes after waits for the next round.
Result<> Round::takeAll(std::vector<EntrySource *> &good)
{
    for (auto &[number, named] : m_named) {
        for (auto &[source, ids] : named) {
            std::erase_if(ids, [this](const Bytes32 &id) { return m_own.isKnown(id); });
            if (ids.empty() || std::ranges::find(good, source) == good.end()) {
                continue;
            }
            const auto taken = take(*source, number, ids);
            if (taken) {
                continue;
            }
            KEEPWELL_CHECK(note(*source, taken.error()));
            std::erase(good, source);
            const auto isThere = [&, missing = &ids](const auto &other) {
                return std::ranges::find(good, other.first) != good.end()
                    && std::ranges::includes(other.second, *missing);
            };
            if (taken.error().code == ErrorCode::Unavailable
                && std::ranges::none_of(named, isThere)) {
                return {};
            }
        }
    }
    return {};
}

Result<> Round::confirm(EntrySource &source)
{
    for (const std::uint64_t number : m_own.unconfirmed(source.msp())) {
        auto header = block(source, number, BlockContent::Headers);
        if (!header && header.error().code == ErrorCode::NotFound) {
            continue; // it is behind
        }
        KEEPWELL_CHECK(header);
        KEEPWELL_CHECK(m_own.confirm(number, *header, source.msp()));
        ++m_result.confirmed;
    }
    return {};
}

Result<> Round::forEach(std::span<EntrySource *const> sources,
                        Result<> (Round::*act)(EntrySource &), std::vector<EntrySource *> &good)
{
    m_others = sources.size();
    for (EntrySource *source : sources) {
        --m_others;
        const auto done = (this->*act)(*source);
        if (done) {
            good.push_back(source);
            continue;
        }
        KEEPWELL_CHECK(note(*source, done.error()));
    }
    return {};
}

/// What ends the round is given back; else the source is at fault, and the others go on.
Result<> Round::note(const EntrySource &source, Error error)
{
    if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::Unsupported) {
        return std::unexpected{std::move(error)};
    }
    if (error.code == ErrorCode::InvalidInput) { // its form is broken: the peer's word is bad
        error.code = ErrorCode::Tampered;
    }
    if (error.code == ErrorCode::NotFound) { // it is behind what it has just shown
        error.code = ErrorCode::Unavailable;
    }
    m_result.problems.emplace_back(source.msp(), std::move(error));
    return {};
}

Result<CaughtUp> Round::run(std::span<EntrySource *const> sources)
{
    std::vector<EntrySource *> inOrder{sources.begin(), sources.end()};
    std::ranges::stable_partition(inOrder, [](const auto *one) { return !one->isResting(); });
    std::vector<EntrySource *> good;
    KEEPWELL_CHECK(forEach(inOrder, &Round::collect, good));
    m_others = 0;
    KEEPWELL_CHECK(takeAll(good));
    if (good.empty()) {
        const auto lie = std::ranges::find(m_result.problems, ErrorCode::Tampered,
                                           [](const auto &one) { return one.second.code; });
        return std::unexpected{lie != m_result.problems.end() ? lie->second
                                                              : m_result.problems.front().second};
    }
    std::vector<EntrySource *> alike;
    KEEPWELL_CHECK(forEach(good, &Round::confirm, alike));
    return std::move(m_result);
}

} // namespace

Result<CaughtUp> catchUpOwn(OwnEntries &own, std::span<EntrySource *const> sources,
                            const Patience &patience)
{
    if (sources.empty()) {
        return fail(ErrorCode::InvalidInput, "there is no gateway to read the channel from");
    }
    return Round{own, patience}.run(sources);
}

} // namespace keepwell::ledger::fabric
