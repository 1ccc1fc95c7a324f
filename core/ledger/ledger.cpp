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

Result<Head> headContinuing(Ledger &ledger, const Pin &pin, Patience patience)
{
    KEEPWELL_TRY(Head head, ledger.head(std::move(patience)));
    if (head.size < pin.size) {
        return fail(ErrorCode::Tampered,
                    "rolled back: the ledger shows " + std::to_string(head.size)
                        + " entries, but this wallet has seen " + std::to_string(pin.size));
    }
    KEEPWELL_TRY(const auto proof, ledger.consistencyProof(pin.size, head.size));
    const auto consistent
        = crypto::merkle::verifyConsistency(pin.size, head.size, proof, pin.root, head.root);
    if (!consistent) {
        return fail(ErrorCode::Tampered,
                    "forked: the first " + std::to_string(pin.size)
                        + " entries are not the ones this wallet has seen");
    }
    return head;
}

} // namespace keepwell::ledger
