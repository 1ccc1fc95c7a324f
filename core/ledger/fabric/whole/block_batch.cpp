// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/whole/block_batch.hpp"

#include <algorithm>

namespace keepwell::ledger::fabric {
namespace {

std::size_t validOnes(const std::vector<Submission> &submissions)
{
    return static_cast<std::size_t>(std::ranges::count_if(submissions, &Submission::valid));
}

} // namespace

Result<> BlockBatch::parse(std::span<const Bytes> blocks)
{
    for (const Bytes &bytes : blocks) {
        KEEPWELL_TRY(Block block, parseBlock(bytes));
        KEEPWELL_TRY(auto submissions, submissionsIn(block, m_origin->channel, m_origin->contract));
        m_parsed.push_back({.block = std::move(block), .submissions = std::move(submissions)});
    }
    return {};
}

std::vector<LedgerRow> BlockBatch::rowsOf(const Parsed &parsed, std::uint64_t first) const
{
    std::vector<LedgerRow> rows;
    for (const Submission &one : parsed.submissions) {
        if (one.valid) {
            rows.push_back({.index = static_cast<std::int64_t>(first + rows.size()),
                            .time = one.time.time_since_epoch().count(),
                            .outcome = static_cast<std::int64_t>(one.outcome),
                            .payload = one.envelope.payload,
                            .signature = copyOf(ByteView{one.envelope.signature})});
        }
    }
    return rows;
}

Result<> BlockBatch::takeOne(Parsed parsed, std::span<const CheckedRow> rows, ByteView bytes)
{
    KEEPWELL_CHECK(m_chain->check(parsed.block));
    TakenBlock taken;
    taken.firstEntry = m_history->size();
    std::size_t at = 0;
    for (Submission &one : parsed.submissions) {
        if (!one.valid) {
            continue;
        }
        const CheckedRow &row = rows[at++];
        if (const auto replayed = m_history->take(row, copyOf(ByteView{one.channelTxId}));
            !replayed) {
            m_isHalfTaken = m_history->size() > taken.firstEntry;
            Error error = replayed.error();
            error.detail = "block " + std::to_string(parsed.block.number) + ": " + error.detail;
            return std::unexpected{std::move(error)};
        }
        taken.entries.push_back({.entry = rowOf(row.entry),
                                 .id = row.entry.envelope.id().bytes(),
                                 .channelTx = one.channelTxId});
        one.envelope = {};
    }
    if (parsed.block.isConfig) {
        taken.config = copyOf(bytes);
    }
    KEEPWELL_CHECK(m_chain->advance(parsed.block));
    parsed.block.data.reset();
    taken.block = std::move(parsed.block);
    taken.submissions = std::move(parsed.submissions);
    m_taken.push_back(std::move(taken));
    return {};
}

Result<> BlockBatch::take(std::span<const Bytes> blocks)
{
    const Result<> parsed = parse(blocks);
    std::vector<LedgerRow> rows;
    const std::uint64_t first = m_history->size();
    for (const Parsed &one : m_parsed) {
        std::ranges::move(rowsOf(one, first + rows.size()), std::back_inserter(rows));
    }
    const auto checked = checkRows(std::move(rows), first, &m_history->network(), 0);
    std::span<const CheckedRow> rest;
    if (checked) {
        rest = *checked;
    }
    for (std::size_t i = 0; i < m_parsed.size(); ++i) {
        const std::size_t count = validOnes(m_parsed[i].submissions);
        std::vector<CheckedRow> alone;
        if (!checked) { // one of all is bad: look for it block by block
            KEEPWELL_CHECK(m_chain->check(m_parsed[i].block));
            KEEPWELL_TRY(alone,
                         checkRows(rowsOf(m_parsed[i], m_history->size()), m_history->size(),
                                   &m_history->network(), 0));
        }
        const auto mine = checked ? rest.first(count) : std::span<const CheckedRow>{alone};
        KEEPWELL_CHECK(takeOne(std::move(m_parsed[i]), mine, blocks[i]));
        if (checked) {
            rest = rest.subspan(count);
        }
    }
    return parsed;
}

} // namespace keepwell::ledger::fabric
