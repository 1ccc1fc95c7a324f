// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/contract/ids.hpp"
#include "core/crypto/signature.hpp"

#include <cstdint>

namespace keepwell::sharing {

/// The signed head of a shared or delivered object (docs/spec/shared-object.md): who gives what to
/// whom, and the hashes and lengths of all that follows. Immutable value once parsed.
struct SharedHead
{
    contract::NetworkId network;
    Bytes32 id;              ///< gid of a grant, did of a delivery.
    std::uint32_t epoch = 0; ///< 1 and up for a grant; 0 for a delivery.
    crypto::PublicKey author;
    crypto::PublicKey recipient;
    Bytes32 termsHash{};     ///< SHA-256 of the grant's terms; zero for a delivery.
    std::uint64_t count = 0; ///< Records.
    Bytes32 tableHash{};
    std::uint64_t tableLength = 0;
    Bytes32 attachmentsHash{};
    std::uint64_t attachmentsLength = 0;
    Bytes32 bundleHash{};
    std::uint64_t bundleLength = 0;

    Bytes encode() const;

    /// Errors: InvalidInput naming the field; Unsupported for another version.
    static Result<SharedHead> parse(ByteView bytes);

    friend bool operator==(const SharedHead &, const SharedHead &) = default;
};

/// The author's word for a head: Ed25519 over "keepwell/1/manifest" || 0x00 || head.
crypto::Signature signHead(const crypto::SigningKey &author, ByteView head);

/// True when the head's own author signed it.
bool verifyHead(const SharedHead &parsed, ByteView head, const crypto::Signature &signature);

} // namespace keepwell::sharing
