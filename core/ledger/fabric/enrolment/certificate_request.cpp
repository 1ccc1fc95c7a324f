// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/enrolment/certificate_request.hpp"

#include "core/ledger/fabric/member/openssl.hpp"

#include <openssl/crypto.h>
#include <openssl/pem.h>

#include <span>

namespace keepwell::ledger::fabric {
namespace {

constexpr std::size_t kMostName = 64; // of a common name, RFC 5280 appendix A.1

using Request = std::unique_ptr<X509_REQ, openssl::Free<X509_REQ_free>>;
using Pkcs8 = std::unique_ptr<PKCS8_PRIV_KEY_INFO, openssl::Free<PKCS8_PRIV_KEY_INFO_free>>;

std::unexpected<Error> opensslFailed()
{
    ERR_clear_error();
    return fail(ErrorCode::Failed, "OpenSSL could not make a key and its certificate request");
}

std::span<char> contentOf(BIO *memory)
{
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory, &text);
    return {text, size > 0 ? static_cast<std::size_t>(size) : 0};
}

Result<crypto::SecretText> pemOf(EVP_PKEY *key)
{
    const openssl::Bio memory{BIO_new(BIO_s_secmem())};
    const Pkcs8 info{EVP_PKEY2PKCS8(key)};
    if (!memory || !info || PEM_write_bio_PKCS8_PRIV_KEY_INFO(memory.get(), info.get()) != 1) {
        return opensslFailed();
    }
    return crypto::SecretText::take(contentOf(memory.get()));
}

} // namespace

Result<CertificateRequest> CertificateRequest::make(std::string_view name)
{
    if (name.empty() || name.size() > kMostName) {
        return fail(ErrorCode::InvalidInput, "the name to enrol has 1 to 64 bytes");
    }
    const openssl::Key key{EVP_EC_gen("P-256")};
    const Request request{X509_REQ_new()};
    if (!key || !request) {
        return opensslFailed();
    }
    X509_NAME *subject = X509_REQ_get_subject_name(request.get()); // the request's own
    const auto *text = reinterpret_cast<const unsigned char *>(name.data());
    if (X509_REQ_set_version(request.get(), 0) != 1
        || X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text,
                                      static_cast<int>(name.size()), -1, 0)
            != 1
        || X509_REQ_set_pubkey(request.get(), key.get()) != 1
        || X509_REQ_sign(request.get(), key.get(), EVP_sha256()) <= 0) {
        return opensslFailed();
    }
    const openssl::Bio memory{BIO_new(BIO_s_mem())};
    if (!memory || PEM_write_bio_X509_REQ(memory.get(), request.get()) != 1) {
        return opensslFailed();
    }
    const std::span<char> pem = contentOf(memory.get());
    CertificateRequest made;
    made.request.assign(pem.data(), pem.size());
    KEEPWELL_TRY(made.privateKey, pemOf(key.get()));
    return made;
}

} // namespace keepwell::ledger::fabric
