// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hkdf.hpp"

#include "core/crypto/sodium_bytes.hpp"

#include <algorithm>
#include <stdexcept>

namespace keepwell::crypto {

namespace {

// libsodium's HMAC and not OpenSSL's: its state is a plain struct that we can wipe.
struct HmacSha256
{
    static constexpr std::size_t kBytes = crypto_auth_hmacsha256_BYTES;
    using State = crypto_auth_hmacsha256_state;
    static constexpr auto kInit = &crypto_auth_hmacsha256_init;
    static constexpr auto kUpdate = &crypto_auth_hmacsha256_update;
    static constexpr auto kFinal = &crypto_auth_hmacsha256_final;
};

struct HmacSha512
{
    static constexpr std::size_t kBytes = crypto_auth_hmacsha512_BYTES;
    using State = crypto_auth_hmacsha512_state;
    static constexpr auto kInit = &crypto_auth_hmacsha512_init;
    static constexpr auto kUpdate = &crypto_auth_hmacsha512_update;
    static constexpr auto kFinal = &crypto_auth_hmacsha512_final;
};

/// RFC 5869 section 2.3.
template <class Hmac>
void expand(ByteView key, std::initializer_list<ByteView> info, std::span<std::byte> output)
{
    if (output.size() > 255 * Hmac::kBytes) {
        throw std::length_error{"HKDF gives at most 255 hashes"};
    }
    std::array<std::byte, Hmac::kBytes> block{};
    typename Hmac::State state;
    for (unsigned char counter = 1; !output.empty(); ++counter) {
        Hmac::kInit(&state, sodiumBytes(key), key.size());
        if (counter > 1) {
            Hmac::kUpdate(&state, sodiumBytes(block), block.size());
        }
        for (const ByteView part : info) {
            Hmac::kUpdate(&state, sodiumBytes(part), part.size());
        }
        Hmac::kUpdate(&state, &counter, 1);
        Hmac::kFinal(&state, sodiumBytes(block));
        const std::size_t size = std::min(output.size(), block.size());
        std::ranges::copy(std::span{block}.first(size), output.begin());
        output = output.subspan(size);
    }
    sodium_memzero(block.data(), block.size());
    sodium_memzero(&state, sizeof state);
}

/// RFC 5869 section 2.2. HMAC pads a short key with zeros, so no salt equals one of zeros.
template <class Hmac>
void extract(ByteView salt, ByteView inputKey, std::span<std::byte, Hmac::kBytes> output)
{
    typename Hmac::State state;
    Hmac::kInit(&state, sodiumBytes(salt), salt.size());
    Hmac::kUpdate(&state, sodiumBytes(inputKey), inputKey.size());
    Hmac::kFinal(&state, sodiumBytes(output));
    sodium_memzero(&state, sizeof state);
}

} // namespace

PseudoRandomKey hkdfSha256Extract(ByteView salt, ByteView inputKey)
{
    return PseudoRandomKey::make([&](std::span<std::byte, PseudoRandomKey::kBytes> output) {
        extract<HmacSha256>(salt, inputKey, output);
    });
}

void hkdfSha256Expand(ByteView pseudoRandomKey, std::initializer_list<ByteView> info,
                      std::span<std::byte> output)
{
    expand<HmacSha256>(pseudoRandomKey, info, output);
}

void hkdfSha512Expand(ByteView pseudoRandomKey, std::initializer_list<ByteView> info,
                      std::span<std::byte> output)
{
    expand<HmacSha512>(pseudoRandomKey, info, output);
}

} // namespace keepwell::crypto
