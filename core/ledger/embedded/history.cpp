// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/history.hpp"

#include "core/contract/replay.hpp"
#include "core/contract/replay_partial.hpp"

#include <algorithm>
#include <future>
#include <thread>

namespace keepwell::ledger {
namespace {

constexpr std::size_t kGenesisBytes = 32;

std::string placeOf(std::uint64_t index) { return "entry " + std::to_string(index); }

std::unexpected<Error> edited(std::uint64_t index, const std::string &what)
{
    return fail(ErrorCode::Tampered, "edited: " + placeOf(index) + ": " + what);
}

Result<Entry> entryOf(LedgerRow row, std::uint64_t index)
{
    const auto outcome = row.outcome >= 0
        ? contract::codeOf(static_cast<std::uint64_t>(row.outcome))
        : std::nullopt;
    const bool isTime
        = row.time >= 0 && static_cast<std::uint64_t>(row.time) <= contract::kLatestSecond;
    if (!outcome || !isTime) {
        return edited(index, outcome ? "its time is not a date" : "its outcome means nothing");
    }
    Entry entry{.index = index,
                .time = contract::instantOf(static_cast<std::uint64_t>(row.time)),
                .t = {},
                .outcome = *outcome,
                .envelope = {.payload = std::move(row.payload), .signature = {}}};
    const std::size_t wanted = index == 0 ? 0 : entry.envelope.signature.size();
    if (row.signature.size() != wanted) {
        return edited(index, "its signature has another length");
    }
    std::ranges::copy(row.signature, entry.envelope.signature.begin());
    return entry;
}

Result<CheckedRow> checkGenesis(Entry entry)
{
    if (entry.envelope.payload.size() != kGenesisBytes || entry.outcome != contract::Code::Done) {
        return edited(0, "it is not the beginning of a network");
    }
    const Bytes32 leaf = leafHash(entry);
    return CheckedRow{.entry = std::move(entry), .leaf = leaf, .transaction = std::nullopt};
}

} // namespace

Result<CheckedRow> checkRow(LedgerRow row, std::uint64_t index, const contract::NetworkId *network,
                            bool known)
{
    if (row.index != static_cast<std::int64_t>(index)) {
        return fail(ErrorCode::Tampered, "truncated: " + placeOf(index) + " is missing");
    }
    KEEPWELL_TRY(Entry entry, entryOf(std::move(row), index));
    if (index == 0) {
        return checkGenesis(std::move(entry));
    }
    const auto check = known ? contract::Transaction::checkedBefore : contract::Transaction::check;
    auto transaction = check(*network, entry.envelope);
    if (!transaction) {
        const contract::Failure &failure = transaction.error();
        if (failure.error.code == ErrorCode::Unsupported) {
            return fail(ErrorCode::Unsupported, placeOf(index) + ": " + failure.error.detail);
        }
        return edited(index, failure.error.detail);
    }
    const Bytes32 leaf = leafHash(entry);
    return CheckedRow{
        .entry = std::move(entry), .leaf = leaf, .transaction = *std::move(transaction)};
}

Result<std::vector<CheckedRow>> checkRows(std::vector<LedgerRow> rows, std::uint64_t first,
                                          const contract::NetworkId *network,
                                          std::uint64_t knownBelow)
{
    const auto checkRange = [&](std::size_t begin, std::size_t end) {
        std::vector<Result<CheckedRow>> checked;
        checked.reserve(end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint64_t index = first + i;
            checked.push_back(checkRow(std::move(rows[i]), index, network, index < knownBelow));
            if (!checked.back()) {
                break;
            }
        }
        return checked;
    };
    constexpr std::size_t kWorthAThread = 64;
    const std::size_t threads = std::clamp<std::size_t>(
        rows.size() / kWorthAThread, 1, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::future<std::vector<Result<CheckedRow>>>> parts;
    for (std::size_t i = 0; i + 1 < threads; ++i) {
        // Where no thread can be had, the part is done by get().
        parts.push_back(std::async(std::launch::async | std::launch::deferred, checkRange,
                                   rows.size() * i / threads, rows.size() * (i + 1) / threads));
    }
    auto last = checkRange(rows.size() * (threads - 1) / threads, rows.size());
    std::vector<CheckedRow> whole;
    whole.reserve(rows.size());
    const auto add = [&whole](std::vector<Result<CheckedRow>> part) -> Result<> {
        for (Result<CheckedRow> &row : part) {
            KEEPWELL_TRY(CheckedRow checked, std::move(row));
            whole.push_back(std::move(checked));
        }
        return {};
    };
    Result<> outcome;
    for (auto &part : parts) {
        auto checked = part.get(); // every thread must end before `rows` goes
        if (outcome) {
            outcome = add(std::move(checked));
        }
    }
    KEEPWELL_CHECK(outcome);
    KEEPWELL_CHECK(add(std::move(last)));
    return whole;
}

Result<> History::take(const CheckedRow &row, Bytes locator)
{
    const Entry &entry = row.entry;
    Instant effective = entry.time;
    if (entry.index == 0) {
        m_network = m_isNamed ? m_network : contract::NetworkId{row.leaf};
    } else if (!row.transaction) {
        return edited(entry.index, "it holds no transaction");
    } else {
        m_state.setLocator(std::move(locator));
        const auto outcome = contract::replay(m_state, *row.transaction, entry.time, entry.outcome);
        if (!outcome) {
            return edited(entry.index, outcome.error().error.detail);
        }
        effective = outcome->t;
    }
    admit(row.leaf, entry.time, effective);
    return {};
}

Result<> History::takePartial(const CheckedRow &row, Bytes locator, Instant t)
{
    const Entry &entry = row.entry;
    if (!row.transaction) {
        return edited(entry.index, "it holds no transaction");
    }
    m_state.setLocator(std::move(locator));
    const auto outcome
        = contract::replayPartial(m_state, *row.transaction, entry.time, entry.outcome, t);
    if (!outcome) {
        return edited(entry.index, outcome.error().error.detail);
    }
    admit(row.leaf, entry.time, t);
    return {};
}

void History::admit(const Bytes32 &leaf, contract::TransactionTime time, Instant effective)
{
    m_tree.append(leaf);
    m_leaves.push_back(leaf);
    m_times.push_back(effective);
    m_newest = std::max(m_newest, time);
}

Result<crypto::merkle::Proof> History::inclusionProof(std::uint64_t index, std::uint64_t size) const
{
    if (index >= size || size > m_leaves.size()) {
        return fail(ErrorCode::InvalidInput, "no such entry in a tree of that size");
    }
    return crypto::merkle::inclusionProof(std::span{m_leaves}.first(size), index);
}

Result<crypto::merkle::Proof> History::consistencyProof(std::uint64_t oldSize,
                                                        std::uint64_t size) const
{
    if (oldSize > size || size > m_leaves.size()) {
        return fail(ErrorCode::InvalidInput, "the ledger never had trees of these sizes");
    }
    return crypto::merkle::consistencyProof(std::span{m_leaves}.first(size), oldSize);
}

LedgerRow rowOf(const Entry &entry)
{
    return {.index = static_cast<std::int64_t>(entry.index),
            .time = entry.time.time_since_epoch().count(),
            .outcome = static_cast<std::int64_t>(entry.outcome),
            .payload = entry.envelope.payload,
            .signature = copyOf(ByteView{entry.envelope.signature})};
}

Bytes locatorOf(std::uint64_t index) { return copyOf(bigEndian64(index)); }

std::optional<std::uint64_t> indexOf(ByteView locator)
{
    if (locator.size() != sizeof(std::uint64_t)) {
        return std::nullopt;
    }
    std::uint64_t index = 0;
    for (const std::byte byte : locator) {
        index = (index << 8U) | std::to_integer<std::uint64_t>(byte);
    }
    return index;
}

} // namespace keepwell::ledger
