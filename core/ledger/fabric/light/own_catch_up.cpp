// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/light/own_catch_up.hpp"

#include "core/base/together.hpp"
#include "core/ledger/fabric/light/asked_source.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace keepwell::ledger::fabric {
namespace {

/// Blocks held at once; fewer when the largest so far would not fit so often.
constexpr std::size_t kMostBlocks = 64;
constexpr std::size_t kFirstBlocks = 16;
constexpr std::size_t kMostBytes = 8UL * 1024 * 1024;

using Asked = AskedSource;

class Round
{
public:
    Round(OwnEntries &own, std::span<EntrySource *const> sources, const Patience &patience);
    Result<CaughtUp> run();

private:
    using Act = std::function<Result<>(Asked &)>;
    Result<> eachAtOnce(const Act &act);
    Result<> eachInTurn(const Act &act);
    Result<> note(Asked &asked, Error error);
    std::size_t goodOnes() const;
    Result<> askNewest();

    Result<> takeAll();
    std::vector<ShownBlock> nextRun(Asked *&from);
    Result<bool> takeRun(Asked &asked, std::vector<ShownBlock> run);
    bool isStillNamed(const ShownBlock &block) const;
    Result<> confirm(Asked &asked);

    OwnEntries &m_own;
    RoundTime m_time;
    std::vector<EntrySource *> m_sources;
    std::vector<EntrySource *> m_resting;
    std::vector<Asked> m_asked;
    /// Of each block, who names which transactions in it.
    std::map<std::uint64_t, std::vector<std::pair<Asked *, Asked::Ids>>> m_named;
    std::size_t m_window = kFirstBlocks;
    CaughtUp m_result;
};

Round::Round(OwnEntries &own, std::span<EntrySource *const> sources, const Patience &patience)
    : m_own{own}, m_time{patience}
{
    for (EntrySource *source : sources) {
        (source->isResting() ? m_resting : m_sources).push_back(source);
    }
}

/// Those that failed a moment ago are asked when nobody else answers: each that hangs holds up the round.
Result<> Round::askNewest()
{
    for (EntrySource *source : m_sources) {
        m_asked.emplace_back(*source, m_own, m_time);
    }
    KEEPWELL_CHECK(eachAtOnce(&Asked::askNewest));
    if (goodOnes() > 0) {
        for (const EntrySource *source : m_resting) {
            m_result.problems.emplace_back(
                source->msp(), Error{ErrorCode::Unavailable, "it could not be reached just now"});
        }
        return {};
    }
    if (m_resting.empty()) {
        return {}; // run() says why there is nobody
    }
    m_asked.clear();
    for (EntrySource *source : m_resting) {
        m_asked.emplace_back(*source, m_own, m_time);
    }
    return eachAtOnce(&Asked::askNewest);
}

std::size_t Round::goodOnes() const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_asked, &Asked::isGood));
}

Result<> Round::eachAtOnce(const Act &act)
{
    m_time.leaveHalf(goodOnes() > 1);
    std::vector<Result<>> done(m_asked.size());
    KEEPWELL_CHECK(together(m_asked.size(), m_asked.size(), [&](std::size_t i) -> Result<> {
        done[i] = m_asked[i].isGood() ? act(m_asked[i]) : Result<>{};
        return {};
    }));
    for (std::size_t i = 0; i < done.size(); ++i) {
        if (!done[i]) {
            KEEPWELL_CHECK(note(m_asked[i], done[i].error()));
        }
    }
    return {};
}

Result<> Round::eachInTurn(const Act &act)
{
    std::size_t others = goodOnes();
    for (Asked &asked : m_asked) {
        if (!asked.isGood()) {
            continue;
        }
        m_time.leaveHalf(--others > 0);
        if (const auto done = act(asked); !done) {
            KEEPWELL_CHECK(note(asked, done.error()));
        }
    }
    return {};
}

/// What ends the round is given back; else the source is at fault, and the others go on.
Result<> Round::note(Asked &asked, Error error)
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
    asked.lose();
    m_result.problems.emplace_back(asked.msp(), std::move(error));
    return {};
}

/// The next blocks that hold something new, from one source. Where another one names more in a block,
/// that comes first, before any later block.
std::vector<ShownBlock> Round::nextRun(Asked *&from)
{
    std::vector<ShownBlock> run;
    for (auto at = m_named.begin(); at != m_named.end() && run.size() < m_window;) {
        auto &[number, named] = *at;
        for (auto &[asked, ids] : named) {
            std::erase_if(ids, [this](const Bytes32 &id) { return m_own.isKnown(id); });
        }
        std::erase_if(named,
                      [](const auto &one) { return one.second.empty() || !one.first->isGood(); });
        if (named.empty()) {
            at = m_named.erase(at);
            continue;
        }
        const auto &[asked, ids] = named.front();
        if (!run.empty() && asked != from) {
            break;
        }
        from = asked;
        run.push_back({.number = number, .bytes = {}, .wanted = ids});
        const auto namesMore
            = [&all = ids](const auto &one) { return !std::ranges::includes(all, one.second); };
        if (std::ranges::any_of(named, namesMore)) {
            break;
        }
        ++at;
    }
    return run;
}

bool Round::isStillNamed(const ShownBlock &block) const
{
    const auto named = m_named.find(block.number);
    return named != m_named.end() && std::ranges::any_of(named->second, [&](const auto &one) {
               return one.first->isGood() && std::ranges::includes(one.second, block.wanted);
           });
}

/// True when the next run may follow. A source that lies is passed over; where one is lost that alone
/// names an entry, what comes after it waits for the next round.
Result<bool> Round::takeRun(Asked &asked, std::vector<ShownBlock> run)
{
    const std::vector<ShownBlock> wanted = run;
    m_time.leaveHalf(goodOnes() > 1);
    Result<> done = asked.fetch(run, BlockContent::Whole);
    if (!run.empty()) {
        if (const auto taken = m_own.take(run, asked.msp()); !taken) {
            done = taken;
        }
    }
    std::size_t largest = 1;
    for (const ShownBlock &one : run) {
        largest = std::max(largest, one.bytes.size());
    }
    m_window = std::clamp(kMostBytes / largest, std::size_t{1}, kMostBlocks);
    const auto isOpen = [this](const ShownBlock &one) {
        return !std::ranges::all_of(one.wanted,
                                    [this](const auto &id) { return m_own.isKnown(id); });
    };
    const auto open = std::ranges::find_if(wanted, isOpen);
    m_result.blocks += static_cast<std::uint64_t>(open - wanted.begin());
    m_named.erase(m_named.begin(),
                  m_named.lower_bound(open == wanted.end() ? wanted.back().number : open->number));
    if (done) {
        return true;
    }
    const ErrorCode code = done.error().code;
    KEEPWELL_CHECK(note(asked, done.error()));
    const bool isLost = code == ErrorCode::Unavailable || code == ErrorCode::NotFound;
    return !isLost || open == wanted.end() || isStillNamed(*open);
}

/// In the order of the channel, whoever names an entry.
Result<> Round::takeAll()
{
    for (Asked &asked : m_asked) {
        for (const auto &[number, ids] : asked.places()) {
            m_named[number].emplace_back(&asked, ids);
        }
    }
    bool goesOn = true;
    while (goesOn) {
        Asked *from = nullptr;
        std::vector<ShownBlock> run = nextRun(from);
        if (run.empty()) {
            return {};
        }
        KEEPWELL_TRY(goesOn, takeRun(*from, std::move(run)));
    }
    return {};
}

Result<> Round::confirm(Asked &asked)
{
    const std::vector<std::uint64_t> numbers = m_own.unconfirmed(asked.msp());
    for (std::size_t at = 0; at < numbers.size(); at += kMostBlocks) {
        std::vector<ShownBlock> shown;
        for (std::size_t i = at; i < std::min(numbers.size(), at + kMostBlocks); ++i) {
            shown.push_back({.number = numbers[i], .bytes = {}});
        }
        const auto fetched = asked.fetch(shown, BlockContent::Headers);
        if (!shown.empty()) {
            KEEPWELL_CHECK(m_own.confirm(shown, asked.msp()));
            m_result.confirmed += shown.size();
        }
        if (!fetched && fetched.error().code == ErrorCode::NotFound) {
            return {}; // it is behind
        }
        KEEPWELL_CHECK(fetched);
    }
    return {};
}

Result<CaughtUp> Round::run()
{
    KEEPWELL_CHECK(askNewest());
    KEEPWELL_CHECK(eachInTurn(&Asked::believeNewest));
    for (const Asked &asked : m_asked) {
        m_result.newest = std::max(m_result.newest, asked.isGood() ? asked.newest().number : 0);
    }
    KEEPWELL_CHECK(eachAtOnce(&Asked::askPlaces));
    KEEPWELL_CHECK(takeAll());
    if (goodOnes() == 0) {
        const auto lie = std::ranges::find(m_result.problems, ErrorCode::Tampered,
                                           [](const auto &one) { return one.second.code; });
        return std::unexpected{lie != m_result.problems.end() ? lie->second
                                                              : m_result.problems.front().second};
    }
    KEEPWELL_CHECK(eachInTurn([this](Asked &asked) { return confirm(asked); }));
    for (const Asked &asked : m_asked) {
        m_result.bytes += asked.bytes();
    }
    return std::move(m_result);
}

} // namespace

Result<CaughtUp> catchUpOwn(OwnEntries &own, std::span<EntrySource *const> sources,
                            const Patience &patience)
{
    if (sources.empty()) {
        return fail(ErrorCode::InvalidInput, "there is no gateway to read the channel from");
    }
    return Round{own, sources, patience}.run();
}

} // namespace keepwell::ledger::fabric
