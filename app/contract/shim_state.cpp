// SPDX-License-Identifier: Apache-2.0
#include "app/contract/shim_state.hpp"

#include "core/contract/chaincode.hpp"

#include <sodium.h>

#include <algorithm>
#include <map>

namespace keepwell::contractserver {
namespace {

using contract::IndexRow;
using contract::PrivateKey;
using protos::ChaincodeMessage;
using protos::WriteRecord;

/// More than any key has in practice, and less than would fill the memory.
constexpr std::size_t kMostRows = 500'000;
/// A peer ends a range silently at its own limit, which is not below what it sends at once.
constexpr std::size_t kMayBeCut = 100;
constexpr std::string_view kIndexValue{"\x01"};

std::string textOfBytes(ByteView bytes) { return std::string{textOf(bytes)}; }

void wipe(std::string &text) { sodium_memzero(text.data(), text.size()); }

template <class Request>
std::string requestFor(const std::string &key, const std::string &collection)
{
    Request request;
    request.set_key(key);
    request.set_collection(collection);
    return request.SerializeAsString();
}

bool saysNoSuchCollection(const Error &error)
{
    return error.code == ErrorCode::Failed
        && error.detail.find("not defined in the collection config") != std::string::npos;
}

Result<protos::QueryResponse> parseResponse(const std::string &payload)
{
    protos::QueryResponse response;
    if (!response.ParseFromString(payload)) {
        return fail(ErrorCode::Tampered, "the peer's answer to a range cannot be read");
    }
    return response;
}

/// Every row must be of the range that was asked for, and after the row before it.
Result<> appendRows(const protos::QueryResponse &response, const std::string &end,
                    std::vector<IndexRow> &rows, std::string &last)
{
    for (const auto &result : response.results()) {
        protos::KV row;
        if (!row.ParseFromString(result.result_bytes()) || row.key() <= last || row.key() >= end) {
            return fail(ErrorCode::Tampered, "the peer answered rows that were not asked for");
        }
        KEEPWELL_TRY(IndexRow parsed, contract::parseIndexRowKey(row.key()));
        rows.push_back(std::move(parsed));
        last = row.key();
    }
    if (rows.size() > kMostRows) {
        return fail(ErrorCode::Failed, "the key has more entries than can be answered");
    }
    return {};
}

} // namespace

ShimState::ShimState(Place place, Ask ask) : m_place{std::move(place)}, m_ask{std::move(ask)} {}

ShimState::~ShimState()
{
    for (WriteRecord &write : m_writes) {
        if (!write.collection().empty()) {
            wipe(*write.mutable_value());
        }
    }
}

Result<std::optional<Bytes>> ShimState::get(const std::string &key)
{
    KEEPWELL_TRY(const std::string value,
                 m_ask(ChaincodeMessage::GET_STATE, requestFor<protos::GetState>(key, {})));
    return value.empty() ? std::nullopt : std::optional{copyOf(bytesOf(value))};
}

Result<> ShimState::put(const std::string &key, ByteView value)
{
    WriteRecord &write = m_writes.emplace_back();
    write.set_type(WriteRecord::PUT_STATE);
    write.set_key(key);
    write.set_value(textOfBytes(value));
    return {};
}

Result<> ShimState::remove(const std::string & /*key*/)
{
    return fail(ErrorCode::Failed, "no rule of version 1 removes a row");
}

Result<> ShimState::isCustodianOf(const PrivateKey &key) const
{
    if (key.custodian != m_place.mspId) {
        return fail(ErrorCode::Failed,
                    "the organisation of this peer, " + m_place.mspId
                        + ", is not the custodian of this value");
    }
    return {};
}

Result<contract::PrivateValue> ShimState::getPrivate(const PrivateKey &key)
{
    KEEPWELL_CHECK(isCustodianOf(key));
    KEEPWELL_TRY(std::string value,
                 m_ask(ChaincodeMessage::GET_STATE,
                       requestFor<protos::GetState>(key.text(),
                                                    contract::implicitCollection(key.custodian))));
    contract::PrivateValue answer;
    if (!value.empty()) {
        answer.value = copyOf(bytesOf(value));
        wipe(value);
    }
    return answer;
}

Result<> ShimState::putPrivate(const PrivateKey &key, ByteView value)
{
    KEEPWELL_CHECK(isCustodianOf(key));
    KEEPWELL_CHECK(put(key.text(), value));
    m_writes.back().set_collection(contract::implicitCollection(key.custodian));
    return {};
}

Result<> ShimState::purgePrivate(const PrivateKey &key)
{
    WriteRecord &write = m_writes.emplace_back();
    write.set_type(WriteRecord::PURGE_PRIVATE_DATA);
    write.set_key(key.text());
    write.set_collection(contract::implicitCollection(key.custodian));
    return {};
}

Result<> ShimState::putIndex(contract::IndexKind kind, const Bytes32 &of, const Bytes32 &id)
{
    return put(
        contract::indexRowKey({.kind = kind, .of = of, .id = id, .locator = m_place.locator}),
        bytesOf(kIndexValue));
}

Result<std::size_t> ShimState::appendRange(const std::string &from, const std::string &end,
                                           std::vector<IndexRow> &rows, std::string &last)
{
    const std::size_t before = rows.size();
    protos::GetStateByRange range;
    range.set_start_key(from);
    range.set_end_key(end);
    KEEPWELL_TRY(std::string payload,
                 m_ask(ChaincodeMessage::GET_STATE_BY_RANGE, range.SerializeAsString()));
    for (;;) {
        KEEPWELL_TRY(const protos::QueryResponse response, parseResponse(payload));
        const auto taken = appendRows(response, end, rows, last);
        if (taken && !response.has_more()) {
            return rows.size() - before;
        }
        protos::QueryStateNext next;
        next.set_id(response.id());
        if (!taken || response.results().empty()) {
            // The close is a courtesy; what is wrong was found before it.
            (void)m_ask(ChaincodeMessage::QUERY_STATE_CLOSE, next.SerializeAsString());
            KEEPWELL_CHECK(taken);
            return fail(ErrorCode::Tampered, "the peer promised more rows and sent none");
        }
        KEEPWELL_TRY(payload, m_ask(ChaincodeMessage::QUERY_STATE_NEXT, next.SerializeAsString()));
    }
}

Result<std::vector<IndexRow>> ShimState::indexRows(contract::IndexKind kind, const Bytes32 &of)
{
    const auto [first, end] = contract::indexRange(kind, of);
    std::vector<IndexRow> rows;
    std::string last;
    KEEPWELL_TRY(std::size_t more, appendRange(first, end, rows, last));
    while (more >= kMayBeCut) {
        KEEPWELL_TRY(more, appendRange(last + "~", end, rows, last));
    }
    return rows;
}

Result<bool> ShimState::hasCustodian(const PrivateKey &key)
{
    if (!contract::isMspId(key.custodian)) {
        return false;
    }
    const auto hash = m_ask(
        ChaincodeMessage::GET_PRIVATE_DATA_HASH,
        requestFor<protos::GetState>(key.text(), contract::implicitCollection(key.custodian)));
    if (!hash && saysNoSuchCollection(hash.error())) {
        return false;
    }
    KEEPWELL_CHECK(hash);
    return true;
}

Result<> ShimState::flush()
{
    if (m_writes.empty()) {
        return {};
    }
    const bool batch = m_place.peer.writeBatch;
    auto sent = batch ? sendBatches() : sendOneByOne();
    if (!sent && saysNoSuchCollection(sent.error())) {
        // The same writes once more replace those of them that had an effect.
        KEEPWELL_CHECK(leaveOutPurgesOfNobody());
        sent = batch ? sendBatches() : sendOneByOne();
    }
    return sent;
}

Result<> ShimState::leaveOutPurgesOfNobody()
{
    std::map<std::string, bool> isThere;
    for (const WriteRecord &write : m_writes) {
        if (write.type() != WriteRecord::PURGE_PRIVATE_DATA
            || isThere.contains(write.collection())) {
            continue;
        }
        const auto hash = m_ask(ChaincodeMessage::GET_PRIVATE_DATA_HASH,
                                requestFor<protos::GetState>(write.key(), write.collection()));
        if (!hash && !saysNoSuchCollection(hash.error())) {
            return std::unexpected{hash.error()};
        }
        isThere[write.collection()] = hash.has_value();
    }
    std::erase_if(m_writes, [&isThere](const WriteRecord &write) {
        return write.type() == WriteRecord::PURGE_PRIVATE_DATA && !isThere[write.collection()];
    });
    return {};
}

Result<> ShimState::sendBatches()
{
    const std::size_t most = std::max<std::size_t>(m_place.peer.mostWrites, 1);
    for (std::size_t first = 0; first < m_writes.size(); first += most) {
        protos::WriteBatchState batch;
        for (std::size_t i = first; i < std::min(first + most, m_writes.size()); ++i) {
            *batch.add_rec() = m_writes[i];
        }
        KEEPWELL_CHECK(m_ask(ChaincodeMessage::WRITE_BATCH_STATE, batch.SerializeAsString()));
    }
    return {};
}

Result<> ShimState::sendOneByOne()
{
    for (const WriteRecord &write : m_writes) {
        if (write.type() == WriteRecord::PURGE_PRIVATE_DATA) {
            KEEPWELL_CHECK(
                m_ask(ChaincodeMessage::PURGE_PRIVATE_DATA,
                      requestFor<protos::PurgePrivateState>(write.key(), write.collection())));
            continue;
        }
        protos::PutState put;
        put.set_key(write.key());
        put.set_value(write.value());
        put.set_collection(write.collection());
        KEEPWELL_CHECK(m_ask(ChaincodeMessage::PUT_STATE, put.SerializeAsString()));
    }
    return {};
}

} // namespace keepwell::contractserver
