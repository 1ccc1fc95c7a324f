// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

/// OpenSSL's objects with owners; for the sources of this folder that call it.
namespace keepwell::ledger::fabric::openssl {

template <auto free>
struct Free
{
    template <class T>
    void operator()(T *object) const noexcept
    {
        free(object);
    }
};

using Bio = std::unique_ptr<BIO, Free<BIO_free>>;
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using EcdsaSignature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;

/// The order of an elliptic curve key's group, halved; null for a key without one.
inline Number halfOrder(const EVP_PKEY *key)
{
    BIGNUM *order = nullptr;
    const bool known = EVP_PKEY_get_bn_param(key, "order", &order) == 1;
    Number half{order};
    return known && BN_rshift1(half.get(), half.get()) == 1 ? std::move(half) : nullptr;
}

} // namespace keepwell::ledger::fabric::openssl
