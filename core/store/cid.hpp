// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace keepwell::store {

/// Content identifier (CID) of one encrypted block: its name in every store, local or IPFS.
///
/// Always CIDv1, codec `raw` (0x55), multihash `sha2-256` (0x12), multibase base32 lower case:
/// `b` and 58 characters, the name that `ipfs block put` gives the same bytes.
/// Immutable value; safe to use from any thread.
///
/// Sources: multiformats CIDv1 and multicodec table; RFC 6234 (SHA-256);
/// RFC 4648 section 6 (base32, here without padding).
class Cid
{
public:
    static constexpr std::size_t kBytes = 36;
    static constexpr std::size_t kTextLength = 59;

    /// The CID of these bytes. Cost: one SHA-256 pass.
    static Cid ofBlock(ByteView block);

    /// Reads the text form and accepts only the one spelling that toString() writes.
    ///
    /// Errors: InvalidInput when it is empty, cut short, too long, has a letter outside base32
    /// lower case or stray padding bits; Unsupported when it is another multibase, version,
    /// codec or hash.
    static Result<Cid> parse(std::string_view text);

    /// Reads the binary form: 01 55 12 20 and the digest.
    /// Errors: InvalidInput unless it has 36 bytes; Unsupported as parse().
    static Result<Cid> fromBytes(ByteView bytes);

    std::string toString() const;
    /// The text of a CIDv1 of these bytes' digest and another codec of one byte, as multicodec
    /// numbers it: for what a store needs besides our blocks. Never on the ledger.
    std::string toStringAs(std::byte codec) const;
    std::array<std::byte, kBytes> toBytes() const;

    /// True when `block` is what this CID names. Callers must check before they decrypt.
    bool matches(ByteView block) const { return ofBlock(block) == *this; }

    const Bytes32 &digest() const { return m_digest; }

    friend auto operator<=>(const Cid &, const Cid &) = default;

private:
    explicit Cid(const Bytes32 &digest) : m_digest{digest} {}

    Bytes32 m_digest; ///< SHA-256 of the block.
};

} // namespace keepwell::store
