// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hash.hpp"

#include "core/crypto/require.hpp"
#include "core/crypto/sodium_bytes.hpp"

#include <openssl/evp.h>
#include <sodium.h>

namespace keepwell::crypto {

namespace {

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const noexcept { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

/// Fetching walks the providers under locks, many times the cost of hashing a Merkle node.
const EVP_MD *fetched(const char *name)
{
    const EVP_MD *digest = EVP_MD_fetch(nullptr, name, nullptr);
    require(digest != nullptr);
    return digest;
}

const EVP_MD *sha256Digest()
{
    static const EVP_MD *const kDigest = fetched("SHA256");
    return kDigest;
}

const EVP_MD *sha512Digest()
{
    static const EVP_MD *const kDigest = fetched("SHA512");
    return kDigest;
}

Context newContext()
{
    Context context{EVP_MD_CTX_new()};
    require(context != nullptr);
    return context;
}

template <std::size_t Size>
std::array<std::byte, Size> digestOf(EVP_MD_CTX *context, const EVP_MD *digest,
                                     std::initializer_list<ByteView> parts)
{
    require(EVP_DigestInit_ex2(context, digest, nullptr) == 1);
    for (const ByteView part : parts) {
        require(EVP_DigestUpdate(context, part.data(), part.size()) == 1);
    }
    std::array<std::byte, Size> out{};
    require(EVP_DigestFinal_ex(context, sodiumBytes(out), nullptr) == 1);
    return out;
}

} // namespace

Bytes32 sha256(std::initializer_list<ByteView> parts)
{
    static thread_local const Context context = newContext();
    return digestOf<32>(context.get(), sha256Digest(), parts);
}

std::array<std::byte, 64> sha512(std::initializer_list<ByteView> parts)
{
    static thread_local const Context context = newContext();
    return digestOf<64>(context.get(), sha512Digest(), parts);
}

Bytes32 hmacSha256(ByteView key, std::initializer_list<ByteView> parts)
{
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, sodiumBytes(key), key.size());
    for (const ByteView part : parts) {
        crypto_auth_hmacsha256_update(&state, sodiumBytes(part), part.size());
    }
    Bytes32 out{};
    crypto_auth_hmacsha256_final(&state, sodiumBytes(out));
    sodium_memzero(&state, sizeof state);
    return out;
}

bool equalConstantTime(ByteView a, ByteView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

struct Sha256::State
{
    Context context = newContext();
};

Sha256::Sha256() : m_state{std::make_unique<State>()}
{
    require(EVP_DigestInit_ex2(m_state->context.get(), sha256Digest(), nullptr) == 1);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::update(ByteView bytes)
{
    require(EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size()) == 1);
}

Bytes32 Sha256::finish()
{
    Bytes32 out{};
    require(EVP_DigestFinal_ex(m_state->context.get(), sodiumBytes(out), nullptr) == 1);
    require(EVP_DigestInit_ex2(m_state->context.get(), sha256Digest(), nullptr) == 1);
    return out;
}

} // namespace keepwell::crypto
