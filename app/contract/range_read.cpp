// SPDX-License-Identifier: Apache-2.0
#include "app/contract/range_read.hpp"

#include "core/contract/chaincode.hpp"

namespace keepwell::contractserver {
namespace {

using protos::ChaincodeMessage;

/// More than any key has in practice, and less than would fill the memory.
constexpr std::size_t kMostRows = 300'000;
/// A peer ends a range silently at its own limit, which is not below what it sends at once.
constexpr std::size_t kMayBeCut = 100;

} // namespace

RangeRead::RangeRead(contract::IndexKind kind, const Bytes32 &of)
{
    auto [first, end] = contract::indexRange(kind, of);
    m_end = std::move(end);
    startAt(first);
}

void RangeRead::startAt(const std::string &first)
{
    protos::GetStateByRange range;
    range.set_start_key(first);
    range.set_end_key(m_end);
    m_next = Request{ChaincodeMessage::GET_STATE_BY_RANGE, range.SerializeAsString()};
    m_sinceStart = 0;
}

Result<> RangeRead::take(const Result<std::string> &answer)
{
    m_next.reset();
    auto taken = answer ? takePage(*answer) : std::unexpected{answer.error()};
    if (!taken) {
        m_trouble = taken.error();
        m_next.reset();
    }
    return taken;
}

/// Every row must be of the range that was asked for, and after the row before it.
Result<> RangeRead::takePage(const std::string &payload)
{
    protos::QueryResponse page;
    if (!page.ParseFromString(payload) || (page.has_more() && page.results().empty())) {
        return fail(ErrorCode::Tampered, "the peer's answer to a range cannot be read");
    }
    for (const auto &result : page.results()) {
        protos::KV row;
        if (!row.ParseFromString(result.result_bytes()) || row.key() <= m_last
            || row.key() >= m_end) {
            return fail(ErrorCode::Tampered, "the peer answered rows that were not asked for");
        }
        KEEPWELL_TRY(contract::IndexRow parsed, contract::parseIndexRowKey(row.key()));
        m_rows.push_back(std::move(parsed));
        m_last = row.key();
    }
    if (m_rows.size() > kMostRows) {
        return fail(ErrorCode::Failed, "the key has more entries than can be answered");
    }
    m_sinceStart += static_cast<std::size_t>(page.results_size());
    if (page.has_more()) {
        protos::QueryStateNext next;
        next.set_id(page.id());
        m_next = Request{ChaincodeMessage::QUERY_STATE_NEXT, next.SerializeAsString()};
    } else if (m_sinceStart >= kMayBeCut) {
        startAt(m_last + "~");
    }
    return {};
}

Result<std::vector<contract::IndexRow>> RangeRead::rows() const
{
    if (m_trouble) {
        return std::unexpected{*m_trouble};
    }
    return m_rows;
}

} // namespace keepwell::contractserver
