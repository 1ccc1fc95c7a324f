// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/whole/chain_mirror_impl.hpp"

#include "core/ledger/fabric/mirror/pinned_history.hpp"
#include "core/ledger/fabric/mirror/shown_by.hpp"

#include <algorithm>

namespace keepwell::ledger::fabric {
/// What is in memory may be ahead of the file: begins again from there.
Result<> ChainMirror::Impl::reload()
{
    auto content = MirrorContent::load(m_file, m_origin, m_seal, {.pin = std::nullopt});
    auto conflicts = m_file.conflicts();
    if (!content || !conflicts) {
        m_fault = content ? conflicts.error() : content.error();
        return std::unexpected{*m_fault};
    }
    m_content = *std::move(content);
    m_conflicts = *std::move(conflicts);
    return {};
}

Result<> ChainMirror::Impl::keepConflict(ChainConflict conflict)
{
    KEEPWELL_CHECK(m_file.putConflict(conflict));
    std::erase_if(m_conflicts, [&](const ChainConflict &old) { return old.msp == conflict.msp; });
    m_conflicts.push_back(std::move(conflict));
    return {};
}

/// It shows the block alike now that it once showed otherwise.
Result<> ChainMirror::Impl::dropConflict(std::string_view msp, std::uint64_t shownUpTo)
{
    const auto settled = [&](const ChainConflict &conflict) {
        return conflict.msp == msp && conflict.block < shownUpTo;
    };
    if (std::ranges::none_of(m_conflicts, settled)) {
        return {};
    }
    KEEPWELL_CHECK(m_file.dropConflict(msp));
    std::erase_if(m_conflicts, settled);
    return {};
}

Result<> ChainMirror::Impl::store(const std::vector<TakenBlock> &blocks, std::size_t organisation)
{
    KEEPWELL_TRY(const bool mustSettle, m_file.hasUnsettled());
    const std::vector<std::string> names = m_content.words.names();
    for (const TakenBlock &one : blocks) {
        MirrorBlockRow block{.number = one.block.number,
                             .dataHash = one.block.dataHash,
                             .hash = one.block.hash,
                             .firstEntry = one.firstEntry,
                             .validation = one.block.validation,
                             .commitHash = one.block.commitHash,
                             .said = BlockWords::Mask{1} << organisation,
                             .seal = {}};
        block.seal = m_seal.of(block, names, m_content.history,
                               indicesBetween(one.firstEntry, one.firstEntry + one.entries.size()));
        KEEPWELL_CHECK(m_file.append(block));
        if (!one.config.empty()) {
            KEEPWELL_CHECK(m_file.putConfig(one.block.number, one.config));
        }
        for (const MirrorEntryRow &row : one.entries) {
            KEEPWELL_CHECK(m_file.append(row));
        }
        for (const Submission &submission : one.submissions) {
            if (mustSettle) {
                KEEPWELL_CHECK(
                    m_file.settle(submission.channelTxId,
                                  submission.valid ? SentState::Committed : SentState::Invalid));
            }
        }
    }
    // Not the history's size: a bad block after these may have left entries there.
    const TakenBlock &last = blocks.back();
    return m_file.putTip(
        {.signatures = last.block.signatures, .entries = last.firstEntry + last.entries.size()});
}

Result<std::size_t> ChainMirror::Impl::append(std::span<const Bytes> blocks, std::string_view msp)
{
    if (m_fault) {
        return std::unexpected{*m_fault};
    }
    KEEPWELL_TRY(const std::size_t organisation, m_content.words.numberOf(msp));
    BlockBatch batch{m_origin, m_content.chain, m_content.history};
    const Result<> taken = batch.take(blocks);
    const std::uint64_t failedBlock = m_content.words.size() + batch.taken().size();
    const auto stored = m_file.writing([&]() -> Result<> {
        KEEPWELL_CHECK(m_file.putOrganisation(organisation, msp));
        if (!batch.taken().empty()) {
            KEEPWELL_CHECK(store(batch.taken(), organisation));
            KEEPWELL_CHECK(dropConflict(msp, failedBlock));
        }
        return {};
    });
    if (!stored) {
        KEEPWELL_CHECK(reload());
        return std::unexpected{stored.error()};
    }
    for (const TakenBlock &one : batch.taken()) {
        m_content.words.add(one.firstEntry, BlockWords::Mask{1} << organisation);
    }
    if (batch.isHalfTaken()) {
        KEEPWELL_CHECK(reload());
    }
    if (taken) {
        return batch.taken().size();
    }
    Error error = shownBy(msp, taken.error());
    if (error.code == ErrorCode::Tampered) {
        KEEPWELL_CHECK(keepConflict({.msp = std::string{msp},
                                     .block = failedBlock,
                                     .entry = m_content.history.size(),
                                     .what = error.detail}));
    }
    return std::unexpected{std::move(error)};
}

std::vector<std::uint64_t> ChainMirror::Impl::entriesOf(const MirrorBlockRow &row) const
{
    const BlockWords &words = m_content.words;
    const std::uint64_t next = row.number + 1;
    return indicesBetween(words.firstEntry(row.number),
                          next < words.size() ? words.firstEntry(next) : m_content.history.size());
}

/// The rows that `blocks` are alike with; the first that is not what was taken in is the conflict.
Result<std::vector<MirrorBlockRow>>
ChainMirror::Impl::compare(std::span<const Bytes> blocks, std::string_view msp,
                           std::optional<ChainConflict> &conflict)
{
    const std::uint64_t first = m_content.words.nextOf(msp);
    KEEPWELL_TRY(std::vector<MirrorBlockRow> rows, m_file.blocks(first, blocks.size()));
    const std::vector<std::string> names = m_content.words.names();
    std::size_t alike = 0;
    for (const Bytes &bytes : blocks) {
        const std::uint64_t number = first + alike;
        if (alike == rows.size() || rows[alike].number != number) {
            return fail(ErrorCode::InvalidInput,
                        "block " + std::to_string(number) + " was not taken in yet");
        }
        const MirrorBlockRow &row = rows[alike];
        const auto block = parseBlock(bytes);
        if (block && block->number != number) {
            return fail(ErrorCode::InvalidInput,
                        "block " + std::to_string(block->number) + " is not the next to confirm");
        }
        if (!m_seal.holds(row, names, m_content.history, entriesOf(row))) {
            return notSealed(number); // somebody wrote it meanwhile
        }
        const std::optional<std::string> what
            = block ? differenceOf(*block, row) : std::optional{block.error().detail};
        if (!what) {
            ++alike;
            continue;
        }
        conflict = ChainConflict{.msp = std::string{msp},
                                 .block = number,
                                 .entry = m_content.words.firstEntry(number),
                                 .what = shownBy(msp, {ErrorCode::Tampered, *what}).detail};
        break;
    }
    rows.resize(alike);
    return rows;
}

Result<> ChainMirror::Impl::confirm(std::span<const Bytes> blocks, std::string_view msp)
{
    if (m_fault) {
        return std::unexpected{*m_fault};
    }
    BlockWords &words = m_content.words;
    KEEPWELL_TRY(const std::size_t organisation, words.numberOf(msp));
    const std::uint64_t first = words.nextOf(msp);
    std::optional<ChainConflict> conflict;
    KEEPWELL_TRY(std::vector<MirrorBlockRow> alike, compare(blocks, msp, conflict));
    const std::vector<std::string> names = words.names();
    const auto stored = m_file.writing([&]() -> Result<> {
        KEEPWELL_CHECK(m_file.putOrganisation(organisation, msp));
        for (MirrorBlockRow &row : alike) {
            row.said |= BlockWords::Mask{1} << organisation;
            row.seal = m_seal.of(row, names, m_content.history, entriesOf(row));
            KEEPWELL_CHECK(m_file.putSaid(row));
        }
        return dropConflict(msp, first + alike.size());
    });
    KEEPWELL_CHECK(stored);
    for (const MirrorBlockRow &row : alike) {
        words.say(row.number, organisation);
    }
    if (!conflict) {
        return {};
    }
    Error error{ErrorCode::Tampered, conflict->what};
    KEEPWELL_CHECK(keepConflict(*std::move(conflict)));
    return std::unexpected{std::move(error)};
}

Result<std::vector<Entry>> ChainMirror::Impl::entries(std::uint64_t from, std::size_t limit)
{
    const History &history = m_content.history;
    std::vector<Entry> found;
    if (from >= history.size() || limit == 0) {
        return found;
    }
    if (from == 0) {
        KEEPWELL_TRY(CheckedRow first, checkRow(genesisRow(m_origin), 0, nullptr, true));
        found.push_back(std::move(first.entry));
        ++from;
    }
    const std::size_t count = std::min<std::uint64_t>(limit - found.size(), history.size() - from);
    KEEPWELL_TRY(std::vector<MirrorEntryRow> rows, m_file.entries(from, count));
    for (MirrorEntryRow &row : rows) {
        KEEPWELL_TRY(CheckedRow checked,
                     checkRow(std::move(row.entry), from, &history.network(), true));
        if (checked.leaf != history.leaves()[from]) {
            return fail(ErrorCode::Tampered,
                        "edited: entry " + std::to_string(from)
                            + " of the mirror of the channel is another one than before");
        }
        checked.entry.t = history.effectiveTime(from++);
        found.push_back(std::move(checked.entry));
    }
    return found;
}

} // namespace keepwell::ledger::fabric
