// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"

namespace keepwell::crypto {

/// Small secrets sealed for this computer only: XChaCha20-Poly1305-IETF with a random nonce.
/// Sealed form: nonce (24) || ciphertext || tag (16). Safe from any thread.
using WrapKey = Secret<struct WrapKeyTag, 32>;

inline constexpr std::size_t kWrapOverhead = 40;

/// `aad` is bound to the result and must be given again to open it.
Bytes wrap(const WrapKey &key, ByteView aad, ByteView plaintext);

/// Writes plaintext to `output`, whose size must be sealed.size() - kWrapOverhead.
/// Errors: InvalidInput when the sizes do not fit; WrongKey when it does not open: another key,
/// another `aad`, or changed bytes (who needs to tell these apart commits to the key first).
/// On an error `output` holds zeros.
Result<> unwrapInto(const WrapKey &key, ByteView aad, ByteView sealed, std::span<std::byte> output);

/// What wrap() sealed, straight into a secret of its own type; errors as unwrapInto().
template <class Wanted>
Result<Wanted> unwrap(const WrapKey &key, ByteView aad, ByteView sealed)
{
    Result<> opened;
    Wanted secret = Wanted::make([&](std::span<std::byte, Wanted::kBytes> output) {
        opened = unwrapInto(key, aad, sealed, output);
    });
    KEEPWELL_CHECK(opened);
    return secret;
}

} // namespace keepwell::crypto
