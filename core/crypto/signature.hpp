// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/id32.hpp"
#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"

#include <array>

namespace keepwell::crypto {

/// An Ed25519 public key as it stands in an entry (RFC 8032). Any 32 bytes; verify() judges it.
using PublicKey = Id32<struct Ed25519PublicKeyTag>;
using Signature = std::array<std::byte, 64>;

/// An Ed25519 key pair made from its 32-byte seed. Move only; safe to sign from any thread.
class SigningKey
{
public:
    using SeedBytes = Secret<struct Ed25519SeedTag, 32>;

    static SigningKey random();
    static SigningKey fromSeed(const SeedBytes &seed);

    const PublicKey &publicKey() const { return m_public; }

    /// Signature over `domain` || 0x00 || the parts (pass an empty domain for the bare bytes).
    Signature sign(std::string_view domain, std::initializer_list<ByteView> parts) const;

private:
    using Expanded = Secret<struct Ed25519SecretTag, 64>;
    SigningKey(Expanded secret, const PublicKey &publicKey);

    Expanded m_secret;
    PublicKey m_public;
};

/// True when `signature` is `key`'s over `domain` || 0x00 || the parts. Encodings of A and R of low
/// order, or not canonical, are refused first, so that every host agrees (decision 0015).
bool verify(const PublicKey &key, std::string_view domain, std::initializer_list<ByteView> parts,
            const Signature &signature);

/// The bytes sign() signs and verify() checks, for callers that hold them in one piece.
bool verifyBare(const PublicKey &key, ByteView message, const Signature &signature);

} // namespace keepwell::crypto
