// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/catch_up.hpp"

#include <algorithm>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kMostBlocks = 256;
constexpr std::size_t kMostBytes = 8UL * 1024 * 1024;

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
        : m_mirror{&mirror}, m_patience{&patience}, m_progress{&progress}
    {
    }

    Result<CaughtUp> run(std::span<BlockSource *const> sources);

private:
    Result<> takeWhole(BlockSource &source);
    Result<> takeWords(BlockSource &source);
    Result<> readOne(BlockSource &source);
    Result<> deliver(BlockSource &source, std::uint64_t from, BlockContent content, Piles &piles,
                     std::optional<std::uint64_t> until);
    void report() const;

    ChainMirror *m_mirror;
    const Patience *m_patience;
    const ProgressFn *m_progress;
    CaughtUp m_result;
    bool m_hasSource = false; ///< One was read to its end and found good.
};

void Round::report() const
{
    if (*m_progress) {
        (*m_progress)(m_result.blocks + m_result.confirmed, 0);
    }
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
    const Result<> delivered = source.deliver(from, content, take, *m_patience);
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
    return deliver(source, m_mirror->nextBlock(), BlockContent::Whole, piles, std::nullopt);
}

Result<> Round::takeWords(BlockSource &source)
{
    const std::uint64_t from = m_mirror->nextToConfirm(source.msp());
    if (from >= m_mirror->nextBlock()) {
        return {};
    }
    Piles piles{[&](std::span<const Bytes> blocks) -> Result<> {
        const std::uint64_t before = m_mirror->nextToConfirm(source.msp());
        const auto confirmed = m_mirror->confirm(blocks, source.msp());
        m_result.confirmed += m_mirror->nextToConfirm(source.msp()) - before;
        report();
        return confirmed;
    }};
    return deliver(source, from, BlockContent::Headers, piles, m_mirror->nextBlock());
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

Result<CaughtUp> Round::run(std::span<BlockSource *const> sources)
{
    std::optional<Error> first;
    for (BlockSource *source : sources) {
        if (m_patience->stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while reading the channel");
        }
        const auto read = readOne(*source);
        if (read) {
            continue;
        }
        const Error &error = read.error();
        if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::Unsupported) {
            return std::unexpected{error};
        }
        m_result.problems.emplace_back(source->msp(), error);
        if (!first || error.code == ErrorCode::Tampered) {
            first = error;
        }
    }
    if (m_hasSource || !first) {
        return std::move(m_result);
    }
    return std::unexpected{*first};
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
