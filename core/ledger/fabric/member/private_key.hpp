// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/crypto/secret_text.hpp"
#include "core/ledger/fabric/member/certificate.hpp"

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace keepwell::ledger::fabric {

/// The key that a member of a channel signs with: ECDSA P-256, or Ed25519 where the channel allows
/// it (capability V3_0). Its bytes are in OpenSSL's secure heap: locked where the system allows,
/// wiped when freed. Immutable; move only; any thread.
class PrivateKey
{
public:
    enum class Kind { EcdsaP256, Ed25519 };

    /// PEM: PKCS #8 or SEC 1, not encrypted.
    /// Errors: InvalidInput; Unsupported for another kind of key, naming what is wanted.
    static Result<PrivateKey> parse(const crypto::SecretText &pem);

    Kind kind() const { return m_kind; }
    bool isOf(const Certificate &certificate) const;

    /// ECDSA: over SHA-256 of the message, DER {r, s} with s not above n/2, since Fabric refuses the
    /// other half. Ed25519: over the message, 64 bytes. Errors: Failed, when OpenSSL does.
    Result<Bytes> sign(ByteView message) const;

private:
    struct Free
    {
        void operator()(EVP_PKEY *key) const noexcept;
    };
    PrivateKey(EVP_PKEY *owned, Kind kind);

    std::unique_ptr<EVP_PKEY, Free> m_key;
    Kind m_kind;
};

} // namespace keepwell::ledger::fabric
