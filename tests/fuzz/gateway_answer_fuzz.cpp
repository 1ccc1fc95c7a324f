// SPDX-License-Identifier: Apache-2.0
// What a gateway may answer: details of an error, and transactions prepared for signing.
#include "core/crypto/sodium.hpp"
#include "core/ledger/fabric/gateway/prepared_transaction.hpp"

#include <grpcpp/support/status.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdint>
#include <cstdlib>

using namespace keepwell;
using namespace keepwell::ledger::fabric;

namespace {

std::string take(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    std::string text{data, static_cast<std::size_t>(size)};
    BIO_free(bio);
    return text;
}

/// A member with a fresh key, and a proposal of theirs.
Proposal makeProposal()
{
    crypto::initialise();
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_sign(certificate, key, EVP_sha256());
    BIO *pem = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(pem, certificate);
    BIO *secret = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(secret, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::string keyText = take(secret);
    const auto identity
        = ClientIdentity::create("Org1MSP", take(pem), crypto::SecretText::take(keyText));
    X509_free(certificate);
    EVP_PKEY_free(key);
    if (!identity) {
        std::abort();
    }
    return Proposal::make(*identity, {.channel = "c", .contract = "k"},
                          {.function = "F", .arguments = {}, .transient = {}, .organisations = {}},
                          Instant{})
        .value();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Proposal proposal = makeProposal();
    const std::string bytes{reinterpret_cast<const char *>(data), size};
    // Nobody who does not hold an endorser's key gets anything signed.
    if (checkPrepared(proposal, {"Org1MSP"}, bytes, {})) {
        std::abort();
    }
    for (const std::string &detail : errorDetails(bytes)) {
        if (detail.size() > 4096) {
            std::abort();
        }
    }
    const GatewayError error
        = gatewayError(GatewayCall::Endorse, {grpc::StatusCode::ABORTED, bytes, bytes}, "peer");
    if (error.error.detail.empty()) {
        std::abort();
    }
    return 0;
}
