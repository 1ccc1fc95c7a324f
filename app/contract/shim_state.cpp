// SPDX-License-Identifier: Apache-2.0
#include "app/contract/shim_state.hpp"

#include "core/contract/chaincode.hpp"

#include <sodium.h>

#include <algorithm>
#include <set>

namespace keepwell::contractserver {
namespace {

using contract::PrivateKey;
using protos::ChaincodeMessage;
using protos::WriteRecord;

constexpr std::string_view kIndexValue{"\x01"};

void wipe(std::string &text) { sodium_memzero(text.data(), text.size()); }

template <class Message>
std::string keyed(const std::string &key, const std::string &collection)
{
    Message request;
    request.set_key(key);
    request.set_collection(collection);
    return request.SerializeAsString();
}

Request requestOf(const WriteRecord &write)
{
    if (write.type() == WriteRecord::PURGE_PRIVATE_DATA) {
        return {ChaincodeMessage::PURGE_PRIVATE_DATA,
                keyed<protos::PurgePrivateState>(write.key(), write.collection())};
    }
    protos::PutState put;
    put.set_key(write.key());
    put.set_value(write.value());
    put.set_collection(write.collection());
    return {ChaincodeMessage::PUT_STATE, put.SerializeAsString()};
}

} // namespace

bool saysNoSuchCollection(const Error &error)
{
    return error.code == ErrorCode::Failed
        && error.detail.find("not defined in the collection config") != std::string::npos;
}

ShimState::ShimState(Place place) : m_place{std::move(place)} {}

ShimState::~ShimState()
{
    startOver();
    for (auto &[request, answer] : m_answers) {
        if (answer) {
            wipe(*answer);
        }
    }
}

void ShimState::startOver()
{
    for (WriteRecord &write : m_writes) {
        if (!write.collection().empty()) {
            wipe(*write.mutable_value());
        }
    }
    m_writes.clear();
    m_wanted.reset();
    m_wantedRange.reset();
}

Result<std::string> ShimState::ask(Request request)
{
    if (const auto known = m_answers.find(request); known != m_answers.end()) {
        return known->second;
    }
    m_wanted = std::move(request);
    m_wantedRange.reset();
    return fail(ErrorCode::Unavailable, "the peer has not answered yet");
}

void ShimState::take(Result<std::string> answer)
{
    if (m_wantedRange) {
        // What is wrong with it is told by its rows().
        (void)m_ranges.at(*m_wantedRange).take(answer);
    } else if (m_wanted) {
        m_answers.insert_or_assign(*std::move(m_wanted), std::move(answer));
    }
    m_wanted.reset();
    m_wantedRange.reset();
}

Result<std::optional<Bytes>> ShimState::get(const std::string &key)
{
    KEEPWELL_TRY(const std::string value,
                 ask({ChaincodeMessage::GET_STATE, keyed<protos::GetState>(key, {})}));
    return value.empty() ? std::nullopt : std::optional{copyOf(bytesOf(value))};
}

Result<> ShimState::put(const std::string &key, ByteView value)
{
    WriteRecord &write = m_writes.emplace_back();
    write.set_type(WriteRecord::PUT_STATE);
    write.set_key(key);
    write.set_value(std::string{textOf(value)});
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
    KEEPWELL_TRY(
        std::string value,
        ask({ChaincodeMessage::GET_STATE,
             keyed<protos::GetState>(key.text(), contract::implicitCollection(key.custodian))}));
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

Result<std::vector<contract::IndexRow>> ShimState::indexRows(contract::IndexKind kind,
                                                             const Bytes32 &of)
{
    const RangeName name{kind, of};
    const RangeRead &range = m_ranges.try_emplace(name, kind, of).first->second;
    if (range.next()) {
        m_wanted = range.next();
        m_wantedRange = name;
        return fail(ErrorCode::Unavailable, "the peer has not answered yet");
    }
    return range.rows();
}

Result<bool> ShimState::hasCollection(const std::string &collection, const std::string &key)
{
    const auto hash
        = ask({ChaincodeMessage::GET_PRIVATE_DATA_HASH, keyed<protos::GetState>(key, collection)});
    if (!hash && saysNoSuchCollection(hash.error())) {
        return false;
    }
    KEEPWELL_CHECK(hash);
    return true;
}

Result<bool> ShimState::hasCustodian(const PrivateKey &key)
{
    if (!contract::isMspId(key.custodian)) {
        return false;
    }
    return hasCollection(contract::implicitCollection(key.custodian), key.text());
}

Result<> ShimState::leaveOutPurgesOfNobody()
{
    std::set<std::string> gone;
    for (const WriteRecord &write : m_writes) {
        if (write.type() == WriteRecord::PURGE_PRIVATE_DATA && !gone.contains(write.collection())) {
            KEEPWELL_TRY(const bool isThere, hasCollection(write.collection(), write.key()));
            if (!isThere) {
                gone.insert(write.collection());
            }
        }
    }
    std::erase_if(m_writes, [&gone](const WriteRecord &write) {
        return write.type() == WriteRecord::PURGE_PRIVATE_DATA && gone.contains(write.collection());
    });
    return {};
}

std::vector<Request> ShimState::writeRequests() const
{
    std::vector<Request> requests;
    if (!m_place.peer.writeBatch) {
        std::ranges::transform(m_writes, std::back_inserter(requests), requestOf);
        return requests;
    }
    const std::size_t most = std::max<std::size_t>(m_place.peer.mostWrites, 1);
    for (std::size_t first = 0; first < m_writes.size(); first += most) {
        protos::WriteBatchState batch;
        for (std::size_t i = first; i < std::min(first + most, m_writes.size()); ++i) {
            *batch.add_rec() = m_writes[i];
        }
        requests.push_back({ChaincodeMessage::WRITE_BATCH_STATE, batch.SerializeAsString()});
    }
    return requests;
}

} // namespace keepwell::contractserver
