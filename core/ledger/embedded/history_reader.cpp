// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/history_reader.hpp"

#include <algorithm>
#include <future>

namespace keepwell::ledger {
namespace {

constexpr std::size_t kRowsAtOnce = 4096;
constexpr std::size_t kWorthAThread = 64;

std::string entriesOf(std::uint64_t count) { return std::to_string(count) + " entries"; }

Error rolledBack(std::uint64_t has, std::uint64_t had)
{
    return {ErrorCode::Tampered,
            "rolled back: the ledger file holds " + entriesOf(has) + ", but it held "
                + std::to_string(had) + " before"};
}

} // namespace

Result<> HistoryReader::takeRows(History &history, std::uint64_t knownBelow) const
{
    KEEPWELL_TRY(const std::uint64_t size, m_file->size());
    std::uint64_t at = history.size();
    std::future<Result<std::vector<CheckedRow>>> checking;
    // Row 0 goes alone: it names the network that the others are checked against.
    while (true) {
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while reading the ledger");
        }
        KEEPWELL_TRY(std::vector<LedgerRow> rows, m_file->rows(at, at == 0 ? 1 : kRowsAtOnce));
        const std::size_t count = rows.size();
        std::future<Result<std::vector<CheckedRow>>> next;
        if (count > 0) {
            const auto policy = count < kWorthAThread ? std::launch::deferred : std::launch::async;
            next = std::async(policy, checkRows, std::move(rows), at, &history.network(),
                              knownBelow);
        }
        if (at == 0) {
            checking = std::exchange(next, {});
        }
        if (checking.valid()) {
            KEEPWELL_TRY(const std::vector<CheckedRow> checked, checking.get());
            for (const CheckedRow &row : checked) {
                KEEPWELL_CHECK(history.take(row));
            }
            if (m_progress) {
                m_progress(history.size(), size);
            }
        }
        if (count == 0) {
            return {};
        }
        at += count;
        checking = std::move(next);
    }
}

Result<> HistoryReader::load(History &history, const std::optional<Pin> &pin) const
{
    const auto taken = takeRows(history, pin ? pin->size : 0);
    if (!taken) {
        return pin && taken.error().code == ErrorCode::Tampered ? std::unexpected{explain(*pin)}
                                                                : taken;
    }
    if (history.size() == 0) {
        return fail(ErrorCode::Tampered, "truncated: entry 0 is missing");
    }
    if (!pin) {
        return {};
    }
    if (history.size() < pin->size
        || crypto::merkle::root(std::span{history.leaves()}.first(pin->size)) != pin->root) {
        return std::unexpected{explain(*pin)};
    }
    return {};
}

/// The file does not continue what was seen: names the entry that is wrong by itself, if one is.
Error HistoryReader::explain(const Pin &pin) const
{
    History history;
    const auto taken = takeRows(history, 0);
    if (!taken) {
        return taken.error();
    }
    if (history.size() < pin.size) {
        return rolledBack(history.size(), pin.size);
    }
    return {ErrorCode::Tampered,
            "forked: the first " + entriesOf(pin.size)
                + " of the ledger file are not the ones this wallet has seen"};
}

Result<> HistoryReader::proceed(History &history) const
{
    KEEPWELL_TRY(const std::uint64_t size, m_file->size());
    if (size < history.size()) {
        return std::unexpected{rolledBack(size, history.size())};
    }
    KEEPWELL_TRY(const std::vector<Entry> last,
                 readKnownEntries(*m_file, history, history.size() - 1, 1));
    if (last.empty()) {
        return fail(ErrorCode::Tampered,
                    "truncated: entry " + std::to_string(history.size() - 1) + " is missing");
    }
    return size > history.size() ? takeRows(history, 0) : Result<>{};
}

Result<std::vector<Entry>> readKnownEntries(LedgerFile &file, const History &history,
                                            std::uint64_t from, std::size_t limit)
{
    std::vector<Entry> entries;
    if (from >= history.size()) {
        return entries;
    }
    const std::size_t count = std::min<std::uint64_t>(limit, history.size() - from);
    KEEPWELL_TRY(std::vector<LedgerRow> rows, file.rows(from, count));
    entries.reserve(rows.size());
    for (LedgerRow &row : rows) {
        const std::uint64_t index = from + entries.size();
        KEEPWELL_TRY(CheckedRow checked, checkRow(std::move(row), index, &history.network(), true));
        if (checked.leaf != history.leaves()[index]) {
            return fail(ErrorCode::Tampered,
                        "forked: entry " + std::to_string(index)
                            + " of the ledger file is another one than before");
        }
        checked.entry.t = history.effectiveTime(index);
        entries.push_back(std::move(checked.entry));
    }
    return entries;
}

} // namespace keepwell::ledger
