// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/wrap.hpp"

#include "core/crypto/sodium_bytes.hpp"

namespace keepwell::crypto {

namespace {

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(kWrapOverhead == kNonceBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(WrapKey::kBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

} // namespace

Bytes wrap(const WrapKey &key, ByteView aad, ByteView plaintext)
{
    Bytes sealed(plaintext.size() + kWrapOverhead);
    randombytes_buf(sealed.data(), kNonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sodiumBytes(sealed) + kNonceBytes, nullptr, sodiumBytes(plaintext), plaintext.size(),
        sodiumBytes(aad), aad.size(), nullptr, sodiumBytes(sealed), sodiumBytes(key.expose()));
    return sealed;
}

Result<> unwrapInto(const WrapKey &key, ByteView aad, ByteView sealed, std::span<std::byte> output)
{
    sodium_memzero(output.data(), output.size());
    if (sealed.size() < kWrapOverhead || sealed.size() - kWrapOverhead != output.size()) {
        return fail(ErrorCode::InvalidInput,
                    "a wrapped secret has " + std::to_string(output.size() + kWrapOverhead)
                        + " bytes, not " + std::to_string(sealed.size()));
    }
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            sodiumBytes(output), nullptr, nullptr, sodiumBytes(sealed) + kNonceBytes,
            sealed.size() - kNonceBytes, sodiumBytes(aad), aad.size(), sodiumBytes(sealed),
            sodiumBytes(key.expose()))
        != 0) {
        sodium_memzero(output.data(), output.size());
        return fail(ErrorCode::WrongKey, "a wrapped secret does not open with this key");
    }
    return {};
}

} // namespace keepwell::crypto
