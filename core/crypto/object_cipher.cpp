// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/object_cipher.hpp"

#include "core/crypto/hash.hpp"
#include "core/crypto/hkdf.hpp"
#include "core/crypto/require.hpp"
#include "core/crypto/sodium_bytes.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace keepwell::crypto {

namespace {

using namespace std::literals;

/// The AEAD's IANA name and its 0x00 are part of the label.
constexpr std::string_view kLabel = "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"sv;

struct FreeContext
{
    void operator()(EVP_CIPHER_CTX *context) const noexcept { EVP_CIPHER_CTX_free(context); }
};

const EVP_CIPHER *aes256Gcm()
{
    static const EVP_CIPHER *const kCipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    require(kCipher != nullptr);
    return kCipher;
}

/// AES-256-GCM under one key, chunk after chunk; OpenSSL wipes the key schedule at the end.
class Aead
{
public:
    enum Direction { kOpen = 0, kSeal = 1 };

    Aead(ByteView key, Direction direction) : m_context{EVP_CIPHER_CTX_new()}
    {
        require(m_context != nullptr
                && EVP_CipherInit_ex2(m_context.get(), aes256Gcm(), sodiumBytes(key), nullptr,
                                      direction, nullptr)
                    == 1);
    }

    void seal(ByteView nonce, std::span<std::byte> chunk)
    {
        const auto text = chunk.first(chunk.size() - ObjectCipher::kTagBytes);
        run(nonce, text, text);
        require(EVP_CipherFinal_ex(m_context.get(), nullptr, &m_written) == 1
                && EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_GET_TAG,
                                       ObjectCipher::kTagBytes, chunk.data() + text.size())
                    == 1);
    }

    bool open(ByteView nonce, ByteView chunk, std::span<std::byte> plaintext)
    {
        run(nonce, chunk.first(plaintext.size()), plaintext);
        std::array<std::byte, ObjectCipher::kTagBytes> tag{};
        std::ranges::copy(chunk.subspan(plaintext.size()), tag.begin());
        require(EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_SET_TAG, ObjectCipher::kTagBytes,
                                    tag.data())
                == 1);
        return EVP_CipherFinal_ex(m_context.get(), nullptr, &m_written) == 1;
    }

private:
    void run(ByteView nonce, ByteView input, std::span<std::byte> output)
    {
        require(
            EVP_CipherInit_ex2(m_context.get(), nullptr, nullptr, sodiumBytes(nonce), -1, nullptr)
            == 1);
        if (!input.empty()) {
            require(EVP_CipherUpdate(m_context.get(), sodiumBytes(output), &m_written,
                                     sodiumBytes(input), static_cast<int>(input.size()))
                    == 1);
        }
    }

    std::unique_ptr<EVP_CIPHER_CTX, FreeContext> m_context;
    int m_written = 0;
};

std::unexpected<Error> impossible()
{
    return fail(ErrorCode::InvalidInput, "sealed chunks of an impossible size");
}

Result<> checkRun(std::uint64_t first, std::size_t bytes)
{
    const std::size_t rest = bytes % ObjectCipher::kSealedChunkBytes;
    if (bytes == 0 || (rest != 0 && rest < ObjectCipher::kTagBytes)) {
        return impossible();
    }
    const std::size_t count = ObjectCipher::chunksIn(bytes);
    if (first >= ObjectCipher::kMostChunks || count > ObjectCipher::kMostChunks - first) {
        return fail(ErrorCode::InvalidInput, "an object of more than 2^38 chunks");
    }
    return {};
}

} // namespace

ObjectCipher::ObjectCipher(AeadKey key, const Nonce &baseNonce, const Header &header)
    : m_key{std::move(key)}, m_baseNonce{baseNonce}, m_header{header}
{
}

ObjectCipher ObjectCipher::create(const ObjectKey &key, ByteView context)
{
    Salt salt{};
    randombytes_buf(salt.data(), salt.size());
    return createWithSalt(key, context, salt);
}

ObjectCipher ObjectCipher::createWithSalt(const ObjectKey &key, ByteView context, const Salt &salt)
{
    Nonce baseNonce{};
    Header header{};
    std::ranges::copy(salt, header.begin());
    AeadKey aeadKey = AeadKey::make([&](std::span<std::byte, AeadKey::kBytes> output) {
        std::array<std::byte, AeadKey::kBytes + 12 + 32> derived{};
        hkdfSha512Expand(key.expose(), {bytesOf(kLabel), salt, context}, derived);
        const std::span<const std::byte> rest{derived};
        std::ranges::copy(rest.first(AeadKey::kBytes), output.begin());
        std::ranges::copy(rest.subspan(AeadKey::kBytes, baseNonce.size()), baseNonce.begin());
        std::ranges::copy(rest.last(32), header.begin() + kSaltBytes);
        sodium_memzero(derived.data(), derived.size());
    });
    return {std::move(aeadKey), baseNonce, header};
}

Result<ObjectCipher> ObjectCipher::open(const ObjectKey &key, ByteView context, ByteView header)
{
    if (header.size() != kHeaderBytes) {
        return fail(ErrorCode::InvalidInput,
                    "an object's header has 56 bytes, not " + std::to_string(header.size()));
    }
    Salt salt{};
    std::ranges::copy(header.first(kSaltBytes), salt.begin());
    ObjectCipher cipher = createWithSalt(key, context, salt);
    if (!equalConstantTime(cipher.m_header, header)) {
        return fail(ErrorCode::WrongKey,
                    "an object was sealed with another key, or as another kind "
                    "of object, or its header was changed");
    }
    return cipher;
}

ObjectCipher::Nonce ObjectCipher::nonceOf(std::uint64_t index) const
{
    Nonce nonce = m_baseNonce;
    const auto counter = bigEndian64(index);
    for (std::size_t i = 0; i < counter.size(); ++i) {
        nonce[nonce.size() - counter.size() + i] ^= counter[i];
    }
    return nonce;
}

Result<> ObjectCipher::seal(std::uint64_t first, std::span<std::byte> chunks) const
{
    KEEPWELL_CHECK(checkRun(first, chunks.size()));
    Aead aead{m_key.expose(), Aead::kSeal};
    for (std::uint64_t index = first; !chunks.empty(); ++index) {
        const std::size_t size = std::min(chunks.size(), kSealedChunkBytes);
        aead.seal(nonceOf(index), chunks.first(size));
        chunks = chunks.subspan(size);
    }
    return {};
}

Result<> ObjectCipher::open(std::uint64_t first, ByteView chunks,
                            std::span<std::byte> plaintext) const
{
    KEEPWELL_CHECK(checkRun(first, chunks.size()));
    if (plaintext.size() + chunksIn(chunks.size()) * kTagBytes != chunks.size()) {
        return impossible();
    }
    Aead aead{m_key.expose(), Aead::kOpen};
    std::span<std::byte> output = plaintext;
    for (std::uint64_t index = first; !chunks.empty(); ++index) {
        const std::size_t size = std::min(chunks.size(), kSealedChunkBytes);
        if (!aead.open(nonceOf(index), chunks.first(size), output.first(size - kTagBytes))) {
            sodium_memzero(plaintext.data(), plaintext.size());
            return fail(ErrorCode::Tampered,
                        "chunk " + std::to_string(index) + " of an object was changed");
        }
        chunks = chunks.subspan(size);
        output = output.subspan(size - kTagBytes);
    }
    return {};
}

} // namespace keepwell::crypto
