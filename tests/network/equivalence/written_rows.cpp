// SPDX-License-Identifier: Apache-2.0
#include "tests/network/equivalence/written_rows.hpp"

#include "core/crypto/hash.hpp"

#include <fabric/block.pb.h>
#include <fabric/chaincode.pb.h>
#include <fabric/common.pb.h>
#include <fabric/rwset.pb.h>
#include <fabric/transaction.pb.h>

namespace keepwell::test {

namespace {

constexpr int kTransactionFlags = 2; // BlockMetadata: validation codes, one byte a transaction

Bytes bytesOfText(const std::string &text) { return copyOf(bytesOf(text)); }

} // namespace

WrittenRows::WrittenRows(std::string contract) : m_contract{std::move(contract)} {}

Result<bool> WrittenRows::take(ByteView serialized)
{
    wire::Block block;
    if (!block.ParseFromArray(serialized.data(), static_cast<int>(serialized.size()))) {
        return fail(ErrorCode::InvalidInput, "not a block");
    }
    const std::string &flags = block.metadata().metadata(kTransactionFlags);
    for (int i = 0; i < block.data().data_size(); ++i) {
        const bool valid = flags.at(static_cast<std::size_t>(i)) == wire::TX_VALID;
        if (valid && !takeTransaction(block.data().data(i))) {
            return fail(ErrorCode::InvalidInput, "not a transaction");
        }
    }
    return true;
}

bool WrittenRows::takeTransaction(const std::string &serialized)
{
    wire::Envelope envelope;
    wire::Payload payload;
    wire::ChannelHeader header;
    if (!envelope.ParseFromString(serialized) || !payload.ParseFromString(envelope.payload())
        || !header.ParseFromString(payload.header().channel_header())) {
        return false;
    }
    if (header.type() != wire::HEADER_ENDORSER_TRANSACTION) {
        return true;
    }
    wire::Transaction transaction;
    wire::ChaincodeActionPayload action;
    wire::ProposalResponsePayload response;
    wire::ChaincodeAction done;
    wire::ChaincodeEvent event;
    if (!transaction.ParseFromString(payload.data()) || transaction.actions_size() != 1
        || !action.ParseFromString(transaction.actions(0).payload())
        || !response.ParseFromString(action.action().proposal_response_payload())
        || !done.ParseFromString(response.extension()) || !event.ParseFromString(done.events())) {
        return false;
    }
    if (event.chaincode_id() == m_contract) {
        m_events.push_back(event.tx_id());
    }
    return takeWrites(done.results());
}

bool WrittenRows::takeWrites(const std::string &results)
{
    wire::TxReadWriteSet sets;
    if (!sets.ParseFromString(results)) {
        return false;
    }
    for (const auto &set : sets.ns_rwset()) {
        wire::KVRWSet rows;
        if (!rows.ParseFromString(set.rwset())) {
            return false;
        }
        if (set.namespace_() != m_contract) {
            continue;
        }
        for (const auto &row : rows.writes()) {
            if (row.is_delete()) {
                m_rows.erase(row.key());
            } else if (!row.key().starts_with('i')) {
                m_rows.insert_or_assign(row.key(), bytesOfText(row.value()));
            }
        }
    }
    return true;
}

Bytes32 WrittenRows::hash() const
{
    Bytes all;
    for (const auto &[key, value] : m_rows) {
        all = concat({all, bigEndian32(static_cast<std::uint32_t>(key.size())), bytesOf(key),
                      bigEndian32(static_cast<std::uint32_t>(value.size())), value});
    }
    return crypto::sha256(all);
}

} // namespace keepwell::test
