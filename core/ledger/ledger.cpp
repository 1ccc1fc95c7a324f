// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/ledger.hpp"

#include "core/base/cbor.hpp"

namespace keepwell::ledger {
namespace {

constexpr std::uint64_t kLeafVersion = 1;

} // namespace

Bytes32 leafHash(const Entry &entry)
{
    const ByteView signature = entry.index == 0 ? ByteView{} : ByteView{entry.envelope.signature};
    return leafHash(entry.index, contract::secondsOf(entry.time),
                    static_cast<std::uint64_t>(entry.outcome), entry.envelope.payload, signature);
}

Bytes32 leafHash(std::uint64_t index, std::uint64_t time, std::uint64_t outcome, ByteView payload,
                 ByteView signature)
{
    return crypto::merkle::leafHash(cbor::encode(cbor::Array{
        kLeafVersion, index, time, outcome, cbor::Value{payload}, cbor::Value{signature}}));
}

} // namespace keepwell::ledger
