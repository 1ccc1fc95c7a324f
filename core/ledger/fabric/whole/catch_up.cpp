// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/whole/catch_up.hpp"

#include <algorithm>
#include <chrono>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kMostBlocks = 256;
constexpr std::size_t kMostBytes = 8UL * 1024 * 1024;
/// A stream that brought so many may go on for as long again: a new wallet reads a whole channel.
constexpr std::uint64_t kGoodProgress = 256;
/// What one organisation may hold up, once another has brought what is new.
constexpr std::chrono::milliseconds kMostForAWord{10'000};
constexpr std::chrono::milliseconds kLeast{2'000};

/// Collects blocks of one stream and hands them on many at a time.
class Piles
{
public:
    using Give = std::function<Result<>(std::span<const Bytes>)>;

    explicit Piles(Give give) : m_give{std::move(give)} {}

    Result<> take(ByteView block)
    {
        if (m_bytes + block.size() > kMostBytes || m_blocks.size() >= kMostBlocks) {
            KEEPWELL_CHECK(flush());
        }
        m_bytes += block.size();
        m_blocks.push_back(copyOf(block));
        return {};
    }

    Result<> flush()
    {
        const std::vector<Bytes> blocks = std::exchange(m_blocks, {});
        m_bytes = 0;
        return blocks.empty() ? Result<>{} : m_give(blocks);
    }

private:
    Give m_give;
    std::vector<Bytes> m_blocks;
    std::size_t m_bytes = 0;
};

/// One round over all sources.
class Round
{
public:
    Round(ChainMirror &mirror, const Patience &patience, const ProgressFn &progress)
        : m_mirror{&mirror}
        , m_patience{&patience}
        , m_progress{&progress}
        , m_end{std::chrono::steady_clock::now() + patience.atMost}
    {
    }

    Result<CaughtUp> run(std::span<BlockSource *const> sources);

private:
    Result<> takeWhole(BlockSource &source);
    Result<> takeWords(BlockSource &source);
    Result<> readOne(BlockSource &source);
    Result<> readAll(std::span<BlockSource *const> sources);
    Patience share() const;
    Result<> deliver(BlockSource &source, std::uint64_t from, BlockContent content, Piles &piles,
                     std::optional<std::uint64_t> until);
    void report() const;

    ChainMirror *m_mirror;
    const Patience *m_patience;
    const ProgressFn *m_progress;
    std::chrono::steady_clock::time_point m_end;
    std::size_t m_left = 0; ///< Sources that were not asked yet.
    CaughtUp m_result;
    std::optional<Error> m_first; ///< Why there is nothing, when there is nothing.
    bool m_hasSource = false;     ///< One was read to its end and found good.
};

void Round::report() const
{
    if (*m_progress) {
        (*m_progress)(m_result.blocks + m_result.confirmed, 0);
    }
}

/// One that does not answer must not use up the time of the others.
Patience Round::share() const
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_end - std::chrono::steady_clock::now());
    const auto fair = m_hasSource ? std::min(left, kMostForAWord) : m_left > 0 ? left / 2 : left;
    return {.stop = m_patience->stop,
            .atMost = std::max(fair, std::min(kLeast, m_patience->atMost))};
}

/// What came before an error is good all the same, and is handed on.
Result<> Round::deliver(BlockSource &source, std::uint64_t from, BlockContent content, Piles &piles,
                        std::optional<std::uint64_t> until)
{
    std::uint64_t number = from;
    bool isRefused = false;
    const auto take = [&](ByteView block) -> Result<> {
        if (m_patience->stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while reading the channel");
        }
        if (until && number >= *until) {
            return fail(ErrorCode::Cancelled, "enough");
        }
        ++number;
        m_result.bytes += block.size();
        auto taken = piles.take(block);
        isRefused = !taken;
        return taken;
    };
    const Result<> delivered = source.deliver(from, content, take, share());
    if (isRefused) {
        return delivered;
    }
    KEEPWELL_CHECK(piles.flush());
    const bool isEnough = until && number >= *until && !m_patience->stop.stop_requested();
    return isEnough ? Result<>{} : delivered;
}

Result<> Round::takeWhole(BlockSource &source)
{
    Piles piles{[&](std::span<const Bytes> blocks) -> Result<> {
        const std::uint64_t before = m_mirror->nextBlock();
        const auto taken = m_mirror->append(blocks, source.msp());
        m_result.blocks += m_mirror->nextBlock() - before;
        report();
        return taken ? Result<>{} : std::unexpected{taken.error()};
    }};
    while (true) {
        const std::uint64_t from = m_mirror->nextBlock();
        auto delivered = deliver(source, from, BlockContent::Whole, piles, std::nullopt);
        if (delivered || delivered.error().code != ErrorCode::Unavailable
            || m_mirror->nextBlock() < from + kGoodProgress) {
            return delivered;
        }
    }
}

Result<> Round::takeWords(BlockSource &source)
{
    Piles piles{[&](std::span<const Bytes> blocks) -> Result<> {
        const std::uint64_t before = m_mirror->nextToConfirm(source.msp());
        const auto confirmed = m_mirror->confirm(blocks, source.msp());
        m_result.confirmed += m_mirror->nextToConfirm(source.msp()) - before;
        report();
        return confirmed;
    }};
    while (true) {
        const std::uint64_t from = m_mirror->nextToConfirm(source.msp());
        if (from >= m_mirror->nextBlock()) {
            return {};
        }
        auto delivered = deliver(source, from, BlockContent::Headers, piles, m_mirror->nextBlock());
        if (delivered || delivered.error().code != ErrorCode::Unavailable
            || m_mirror->nextToConfirm(source.msp()) < from + kGoodProgress) {
            return delivered;
        }
    }
}

/// The first good source brings the blocks. The others are compared first, so that what they alone
/// have comes after what all have; then they bring what they have beyond it.
Result<> Round::readOne(BlockSource &source)
{
    KEEPWELL_CHECK(takeWords(source));
    KEEPWELL_CHECK(takeWhole(source));
    m_hasSource = true;
    return {};
}

Result<> Round::readAll(std::span<BlockSource *const> sources)
{
    for (BlockSource *source : sources) {
        --m_left;
        if (m_patience->stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while reading the channel");
        }
        if (m_hasSource && source->isResting()) {
            m_result.problems.emplace_back(
                source->msp(), Error{ErrorCode::Unavailable, "it could not be reached just now"});
            continue;
        }
        const auto read = readOne(*source);
        if (read) {
            continue;
        }
        const Error &error = read.error();
        if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::Unsupported) {
            return read;
        }
        m_result.problems.emplace_back(source->msp(), error);
        if (!m_first || error.code == ErrorCode::Tampered) {
            m_first = error;
        }
    }
    return {};
}

Result<CaughtUp> Round::run(std::span<BlockSource *const> sources)
{
    std::vector<BlockSource *> inOrder{sources.begin(), sources.end()};
    std::ranges::stable_partition(inOrder, [](const auto *one) { return !one->isResting(); });
    m_left = inOrder.size();
    KEEPWELL_CHECK(readAll(inOrder));
    if (m_hasSource || !m_first) {
        return std::move(m_result);
    }
    return std::unexpected{*m_first};
}

} // namespace

Result<CaughtUp> catchUp(ChainMirror &mirror, std::span<BlockSource *const> sources,
                         const Patience &patience, const ProgressFn &progress)
{
    if (sources.empty()) {
        return fail(ErrorCode::InvalidInput, "there is no gateway to read the channel from");
    }
    return Round{mirror, patience, progress}.run(sources);
}

} // namespace keepwell::ledger::fabric
