// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace keepwell::ledger::fabric {

/// A block as a peer shows it: its parts fit its header. Who signed it, what it follows and what the
/// peer says of its transactions is not checked. A plain value.
struct Block
{
    std::uint64_t number = 0;
    Bytes previousHash; ///< 32 bytes; none of block 0.
    Bytes32 dataHash{};
    Bytes header;   ///< DER SEQUENCE { number, previous hash, data hash }: what orderers sign.
    Bytes32 hash{}; ///< SHA-256 of `header`.

    /// The transactions, each a wire::Envelope that begins with its payload; nullopt when the peer
    /// was asked for the header only.
    std::optional<std::vector<Bytes>> data;
    /// Do the data hold a configuration of the channel, and nothing else? False without data.
    bool isConfig = false;

    Bytes signatures; ///< Metadata 0, a wire::Metadata.
    Bytes validation; ///< Metadata 2: a wire::TxValidationCode a transaction, by the peer alone.
    Bytes commitHash; ///< The value of metadata 4, by the peer alone; may be empty.
};

/// Reads a serialized block. With data, the data hash must be theirs, in the one way it can be cut
/// into transactions, and `validation` must name each (but of block 0, which no peer judges).
/// Errors: InvalidInput naming what breaks its form; Tampered when the data are not the header's.
Result<Block> parseBlock(ByteView bytes);

/// A block of which only the header is known. Precondition: `previousHash` has 32 bytes, or none.
Block blockOfHeader(std::uint64_t number, ByteView previousHash, const Bytes32 &dataHash);

} // namespace keepwell::ledger::fabric
