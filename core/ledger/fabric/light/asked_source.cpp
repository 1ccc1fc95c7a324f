// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/light/asked_source.hpp"

#include "core/base/together.hpp"

#include <algorithm>
#include <mutex>
#include <ranges>

namespace keepwell::ledger::fabric {
namespace {

/// A wallet of one person has far fewer; one source could name them without end.
constexpr std::size_t kMostNew = 100'000;
constexpr std::size_t kMostConfigs = 10'000;
/// Calls on their way to one source: enough that what is waited for is its work, not the line.
constexpr std::size_t kAtOnce = 16;
/// What one organisation may hold up while there are others.
constexpr std::chrono::milliseconds kMostForOne{10'000};

} // namespace

Result<Patience> RoundTime::left() const
{
    if (m_stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped while asking for entries");
    }
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(
        m_end - std::chrono::steady_clock::now());
    if (time.count() <= 0) {
        return fail(ErrorCode::Unavailable, "time is up before all entries were read");
    }
    return Patience{.stop = m_stop,
                    .atMost = m_leavesHalf ? std::min(time / 2, kMostForOne) : time};
}

Result<Bytes> AskedSource::block(std::uint64_t number, BlockContent content)
{
    KEEPWELL_TRY(const Patience patience, m_time->left());
    KEEPWELL_TRY(Bytes bytes, m_source->block(number, content, patience));
    m_bytes += bytes.size();
    return bytes;
}

Result<> AskedSource::fetch(std::vector<ShownBlock> &blocks, BlockContent content)
{
    const auto fetched = together(blocks.size(), kAtOnce, [&](std::size_t i) -> Result<> {
        KEEPWELL_TRY(const Patience patience, m_time->left());
        KEEPWELL_TRY(blocks[i].bytes, m_source->block(blocks[i].number, content, patience));
        return blocks[i].bytes.empty()
            ? fail(ErrorCode::Tampered, "the gateway of " + msp() + " shows a block of nothing")
            : Result<>{};
    });
    blocks.erase(std::ranges::find_if(blocks, &Bytes::empty, &ShownBlock::bytes), blocks.end());
    for (const ShownBlock &one : blocks) {
        m_bytes += one.bytes.size();
    }
    return fetched;
}

Result<> AskedSource::askNewest()
{
    KEEPWELL_TRY(const Patience patience, m_time->left());
    KEEPWELL_TRY(const Bytes bytes, m_source->newestBlock(patience));
    m_bytes += bytes.size();
    KEEPWELL_TRY(m_newest, parseBlock(bytes));
    return {};
}

Result<> AskedSource::believeNewest()
{
    KEEPWELL_CHECK(followConfigs());
    return m_own->checkSigned(m_newest);
}

/// From the newest block back to what is known, by the words of each; then forward, by signatures.
Result<> AskedSource::followConfigs()
{
    std::vector<std::uint64_t> found;
    const auto known = m_own->newestConfig();
    KEEPWELL_TRY(std::uint64_t next, lastConfigOf(m_newest));
    while (!known || next > *known) {
        found.push_back(next);
        if (next == 0) {
            break;
        }
        if (found.size() > kMostConfigs) {
            return fail(ErrorCode::Tampered, "the channel names configurations without end");
        }
        KEEPWELL_TRY(const Bytes bytes, block(next - 1, BlockContent::Headers));
        KEEPWELL_TRY(const Block before, parseBlock(bytes));
        if (before.number != next - 1) {
            return fail(ErrorCode::Tampered,
                        msp() + " shows another block than " + std::to_string(next - 1));
        }
        KEEPWELL_TRY(next, lastConfigOf(before));
    }
    for (const std::uint64_t number : std::views::reverse(found)) {
        KEEPWELL_TRY(const Bytes bytes, block(number, BlockContent::Whole));
        KEEPWELL_CHECK(m_own->takeConfig(bytes, msp()));
    }
    return {};
}

Result<AskedSource::Ids> AskedSource::unknown()
{
    const auto &followed = m_own->followed();
    const std::vector<contract::PublicKey> keys{followed.begin(), followed.end()};
    std::mutex lock;
    Ids transactions;
    const auto ask = [&](std::size_t i) -> Result<> {
        KEEPWELL_TRY(const Patience patience, m_time->left());
        KEEPWELL_TRY(const auto rows, m_source->entriesOf(keys[i], patience));
        const std::lock_guard locked{lock};
        for (const contract::IndexRow &row : rows) {
            Bytes32 id{};
            if (row.locator.size() != id.size()) {
                return fail(ErrorCode::Tampered,
                            "the gateway of " + msp() + " names no transaction");
            }
            m_bytes += row.locator.size() + row.id.size() + row.of.size();
            std::ranges::copy(row.locator, id.begin());
            if (!m_own->isKnown(id)) {
                transactions.insert(id);
            }
        }
        return transactions.size() <= kMostNew
            ? Result<>{}
            : fail(ErrorCode::Tampered, "the gateway of " + msp() + " names entries without end");
    };
    KEEPWELL_CHECK(together(keys.size(), kAtOnce, ask));
    return transactions;
}

Result<> AskedSource::askPlaces()
{
    KEEPWELL_TRY(const Ids transactions, unknown());
    const std::vector<Bytes32> ids{transactions.begin(), transactions.end()};
    std::vector<std::uint64_t> numbers(ids.size());
    KEEPWELL_CHECK(together(ids.size(), kAtOnce, [&](std::size_t i) -> Result<> {
        KEEPWELL_TRY(const Patience patience, m_time->left());
        KEEPWELL_TRY(numbers[i], m_source->blockOf(ids[i], patience));
        return {};
    }));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (numbers[i] <= m_newest.number) {
            m_places[numbers[i]].insert(ids[i]);
        }
    }
    return {};
}

} // namespace keepwell::ledger::fabric
