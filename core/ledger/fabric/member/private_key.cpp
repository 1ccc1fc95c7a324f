// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/member/private_key.hpp"

#include "core/ledger/fabric/member/openssl.hpp"

#include <openssl/crypto.h>
#include <openssl/pem.h>

#include <array>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kSecureHeap = std::size_t{64} * 1024;
constexpr std::size_t kMostPem = std::size_t{16} * 1024;

/// OpenSSL puts private numbers there once it exists; where the system has no locked memory to
/// give it does without, and wipes all the same.
void readySecureHeap()
{
    [[maybe_unused]] static const int ready
        = CRYPTO_secure_malloc_initialized() == 1 ? 1 : CRYPTO_secure_malloc_init(kSecureHeap, 32);
}

struct SecretDer
{
    unsigned char *bytes = nullptr;
    long size = 0;

    SecretDer() = default;
    SecretDer(const SecretDer &) = delete;
    SecretDer &operator=(const SecretDer &) = delete;
    ~SecretDer() { OPENSSL_secure_clear_free(bytes, static_cast<std::size_t>(size)); }
};

/// Never asks for a passphrase on the terminal.
int noPassphrase(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*user*/) { return -1; }

std::unexpected<Error> notAKey()
{
    ERR_clear_error();
    return fail(ErrorCode::InvalidInput,
                "the private key is not a key in PEM without a passphrase (\"BEGIN PRIVATE KEY\")");
}

bool isP256(const EVP_PKEY *key)
{
    std::array<char, 32> name{};
    std::size_t length = 0;
    return EVP_PKEY_get_id(key) == EVP_PKEY_EC
        && EVP_PKEY_get_group_name(key, name.data(), name.size(), &length) == 1
        && std::string_view{name.data(), length} == "prime256v1";
}

Result<Bytes> withLowS(EVP_PKEY *key, ByteView der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.data());
    const openssl::EcdsaSignature parsed{
        d2i_ECDSA_SIG(nullptr, &cursor, static_cast<long>(der.size()))};
    const openssl::Order &order = openssl::orderOf(key);
    if (!parsed || !order.half) {
        return fail(ErrorCode::Failed, "a signature could not be read back");
    }
    const BIGNUM *s = ECDSA_SIG_get0_s(parsed.get());
    if (BN_cmp(s, order.half.get()) <= 0) {
        return copyOf(der);
    }
    openssl::Number r{BN_dup(ECDSA_SIG_get0_r(parsed.get()))};
    openssl::Number low{BN_new()};
    if (!r || !low || BN_sub(low.get(), order.whole.get(), s) != 1
        || ECDSA_SIG_set0(parsed.get(), r.release(), low.release()) != 1) {
        return fail(ErrorCode::Failed, "a signature could not be brought to its low form");
    }
    unsigned char *written = nullptr;
    const int size = i2d_ECDSA_SIG(parsed.get(), &written);
    Bytes signature;
    if (size > 0) {
        append(signature, std::as_bytes(std::span{written, static_cast<std::size_t>(size)}));
    }
    OPENSSL_free(written);
    return signature;
}

} // namespace

void PrivateKey::Free::operator()(EVP_PKEY *key) const noexcept { EVP_PKEY_free(key); }

PrivateKey::PrivateKey(EVP_PKEY *owned, Kind kind) : m_key{owned}, m_kind{kind} {}

Result<PrivateKey> PrivateKey::parse(const crypto::SecretText &pem)
{
    readySecureHeap();
    const std::string_view text = pem.expose();
    if (text.empty() || text.size() > kMostPem) {
        return notAKey();
    }
    const openssl::Bio source{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
    SecretDer der;
    if (!source
        || PEM_bytes_read_bio_secmem(&der.bytes, &der.size, nullptr, PEM_STRING_EVP_PKEY,
                                     source.get(), noPassphrase, nullptr)
            != 1) {
        return notAKey();
    }
    const unsigned char *cursor = der.bytes;
    openssl::Key key{d2i_AutoPrivateKey(nullptr, &cursor, der.size)};
    if (!key) {
        return notAKey();
    }
    if (isP256(key.get())) {
        return PrivateKey{key.release(), Kind::EcdsaP256};
    }
    if (EVP_PKEY_get_id(key.get()) == EVP_PKEY_ED25519) {
        return PrivateKey{key.release(), Kind::Ed25519};
    }
    return fail(ErrorCode::Unsupported,
                "the private key is neither ECDSA on P-256 nor Ed25519: ask the organisation for "
                "one that is");
}

bool PrivateKey::isOf(const Certificate &certificate) const
{
    const bool same = EVP_PKEY_eq(m_key.get(), X509_get0_pubkey(certificate.handle())) == 1;
    ERR_clear_error();
    return same;
}

Result<Bytes> PrivateKey::sign(ByteView message) const
{
    const bool isEcdsa = m_kind == Kind::EcdsaP256;
    const openssl::DigestContext context{EVP_MD_CTX_new()};
    Bytes signature(128);
    std::size_t size = signature.size();
    const bool done = context
        && EVP_DigestSignInit(context.get(), nullptr, isEcdsa ? EVP_sha256() : nullptr, nullptr,
                              m_key.get())
            == 1
        && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                          reinterpret_cast<const unsigned char *>(message.data()), message.size())
            == 1;
    ERR_clear_error();
    if (!done) {
        return fail(ErrorCode::Failed, "OpenSSL could not sign with the member's key");
    }
    signature.resize(size);
    return isEcdsa ? withLowS(m_key.get(), signature) : signature;
}

} // namespace keepwell::ledger::fabric
