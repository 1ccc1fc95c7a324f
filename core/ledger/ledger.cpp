// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/ledger.hpp"

#include "core/base/cbor.hpp"

namespace keepwell::ledger {

Bytes32 leafHash(const Entry &entry)
{
    const Bytes signature
        = entry.index == 0 ? Bytes{} : copyOf(std::as_bytes(std::span{entry.envelope.signature}));
    return crypto::merkle::leafHash(
        cbor::encode(cbor::Array{std::uint64_t{1}, entry.index, contract::secondsOf(entry.time),
                                 std::uint64_t{static_cast<std::uint8_t>(entry.outcome)},
                                 entry.envelope.payload, signature}));
}

} // namespace keepwell::ledger
