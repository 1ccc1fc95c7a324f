// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/member/certificate.hpp"

#include "core/ledger/fabric/member/openssl.hpp"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kMostPem = std::size_t{256} * 1024;
constexpr std::size_t kMostCertificates = 64;
constexpr std::size_t kMostSignature = 256;
constexpr std::size_t kLongestChain = 6;

Instant instantOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) {
        return {};
    }
    const std::chrono::year_month_day day{
        std::chrono::year{parts.tm_year + 1900},
        std::chrono::month{static_cast<unsigned>(parts.tm_mon) + 1},
        std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
    return std::chrono::sys_days{day} + std::chrono::hours{parts.tm_hour}
    + std::chrono::minutes{parts.tm_min} + std::chrono::seconds{parts.tm_sec};
}

/// Strict DER: the bytes are exactly what the parsed signature is written as.
bool isLowS(EVP_PKEY *key, ByteView signature)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(signature.data());
    const auto *cursor = bytes;
    const openssl::EcdsaSignature parsed{
        d2i_ECDSA_SIG(nullptr, &cursor, static_cast<long>(signature.size()))};
    if (!parsed || cursor != bytes + signature.size()) {
        return false;
    }
    const openssl::Order &order = openssl::orderOf(key);
    return order.half && BN_cmp(ECDSA_SIG_get0_s(parsed.get()), order.half.get()) <= 0;
}

bool isCurveOfFabric(const EVP_PKEY *key)
{
    std::array<char, 32> name{};
    std::size_t length = 0;
    if (EVP_PKEY_get_group_name(key, name.data(), name.size(), &length) != 1) {
        return false;
    }
    const std::string_view curve{name.data(), length};
    return curve == "prime256v1" || curve == "secp384r1";
}

bool isCa(const Certificate &certificate) { return X509_check_ca(certificate.handle()) == 1; }

bool isSame(const Certificate &a, const Certificate &b)
{
    return X509_cmp(a.handle(), b.handle()) == 0;
}

bool signedBy(const Certificate &child, const Certificate &issuer)
{
    if (!isCa(issuer) || X509_check_issued(issuer.handle(), child.handle()) != X509_V_OK) {
        return false;
    }
    const bool good = X509_verify(child.handle(), X509_get0_pubkey(issuer.handle())) == 1;
    ERR_clear_error();
    return good;
}

bool leadsTo(const Certificate &certificate, std::span<const Certificate> roots,
             std::span<const Certificate> intermediates, std::size_t steps)
{
    const auto issues = [&](const Certificate &issuer) { return signedBy(certificate, issuer); };
    if (std::ranges::any_of(roots, issues)) {
        return true;
    }
    return steps > 0 && std::ranges::any_of(intermediates, [&](const Certificate &between) {
               return !isSame(between, certificate) && issues(between)
                   && leadsTo(between, roots, intermediates, steps - 1);
           });
}

} // namespace

Certificate::Certificate(X509 *owned) : m_certificate{owned, X509_free} {}

Result<Certificate> Certificate::parse(std::string_view pem)
{
    KEEPWELL_TRY(std::vector<Certificate> all, parseAll(pem));
    return std::move(all.front());
}

Result<std::vector<Certificate>> Certificate::parseAll(std::string_view pem)
{
    if (pem.size() > kMostPem) {
        return fail(ErrorCode::InvalidInput, "a certificate is larger than 256 KiB");
    }
    const openssl::Bio source{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))};
    std::vector<Certificate> found;
    while (source && found.size() < kMostCertificates) {
        X509 *one = PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr);
        if (one == nullptr) {
            break;
        }
        found.push_back(Certificate{one});
        if (X509_get0_pubkey(one) == nullptr) {
            found.clear();
            break;
        }
    }
    ERR_clear_error();
    if (found.empty()) {
        return fail(ErrorCode::InvalidInput, "it is not a certificate in PEM");
    }
    return found;
}

bool Certificate::verifies(ByteView message, ByteView signature) const
{
    EVP_PKEY *key = X509_get0_pubkey(m_certificate.get());
    const bool isEd25519 = EVP_PKEY_get_id(key) == EVP_PKEY_ED25519;
    const bool isEcdsa = EVP_PKEY_get_id(key) == EVP_PKEY_EC && isCurveOfFabric(key);
    const bool fits = !signature.empty() && signature.size() <= kMostSignature
        && (isEd25519 || (isEcdsa && isLowS(key, signature)));
    bool good = false;
    if (fits) {
        const openssl::DigestContext context{EVP_MD_CTX_new()};
        good = context
            && EVP_DigestVerifyInit(context.get(), nullptr, isEd25519 ? nullptr : EVP_sha256(),
                                    nullptr, key)
                == 1
            && EVP_DigestVerify(
                   context.get(), reinterpret_cast<const unsigned char *>(signature.data()),
                   signature.size(), reinterpret_cast<const unsigned char *>(message.data()),
                   message.size())
                == 1;
    }
    ERR_clear_error();
    return good;
}

Instant Certificate::notBefore() const
{
    return instantOf(X509_get0_notBefore(m_certificate.get()));
}

Instant Certificate::notAfter() const { return instantOf(X509_get0_notAfter(m_certificate.get())); }

Bytes Certificate::der() const
{
    const int size = i2d_X509(m_certificate.get(), nullptr);
    Bytes bytes(size > 0 ? static_cast<std::size_t>(size) : 0);
    auto *cursor = reinterpret_cast<unsigned char *>(bytes.data());
    i2d_X509(m_certificate.get(), &cursor);
    return bytes;
}

bool isIssuedBy(const Certificate &certificate, std::span<const Certificate> roots,
                std::span<const Certificate> intermediates)
{
    return std::ranges::any_of(roots,
                               [&](const Certificate &root) { return isSame(root, certificate); })
        || leadsTo(certificate, roots, intermediates, kLongestChain);
}

} // namespace keepwell::ledger::fabric
