// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/id32.hpp"
#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"

namespace keepwell::crypto {

/// HPKE, RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305. One
/// message a context (the single-shot API of section 6.1). Sealed form: enc (32) || ciphertext || tag (16).

using SealingPublicKey = Id32<struct X25519PublicKeyTag>;

/// An X25519 key pair. Move only; safe to open from any thread.
class SealingKey
{
public:
    using SecretBytes = Secret<struct X25519SecretTag, 32>;

    static SealingKey random();
    /// The key pair of these secret bytes (clamped as RFC 7748 says; any 32 bytes will do).
    static SealingKey fromSecret(SecretBytes secret);

    const SealingPublicKey &publicKey() const { return m_public; }
    const SecretBytes &secret() const { return m_secret; }

private:
    SealingKey(SecretBytes secret, const SealingPublicKey &publicKey);
    SecretBytes m_secret;
    SealingPublicKey m_public;
};

inline constexpr std::size_t kHpkeOverhead = 48;

/// Errors: InvalidInput when the recipient's key is of low order.
Result<Bytes> hpkeSeal(const SealingPublicKey &recipient, ByteView info, ByteView aad,
                       ByteView plaintext);

/// Errors: InvalidInput when it is too short or enc is of low order; WrongKey when it does not open.
/// The plaintext may be secret: callers move it into a Secret and wipe it (sodium_memzero).
Result<Bytes> hpkeOpen(const SealingKey &recipient, ByteView info, ByteView aad, ByteView sealed);

} // namespace keepwell::crypto
