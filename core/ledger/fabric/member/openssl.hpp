// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
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

using Group = std::unique_ptr<EC_GROUP, Free<EC_GROUP_free>>;

/// How many points a curve's group has.
struct Order
{
    Number whole;
    Number half; ///< Rounded down.
};

/// Of a key on P-256 or P-384, whichever it is; the numbers are null where OpenSSL knows no curves.
/// Made once: OpenSSL needs a fifth of a signature's time to tell it of a key.
inline const Order &orderOf(const EVP_PKEY *key)
{
    const auto make = [](int curve) {
        const Group group{EC_GROUP_new_by_curve_name(curve)};
        Order order;
        if (group) {
            order.whole.reset(BN_dup(EC_GROUP_get0_order(group.get())));
            order.half.reset(BN_dup(order.whole.get()));
        }
        if (order.half && BN_rshift1(order.half.get(), order.half.get()) != 1) {
            order.half.reset();
        }
        return order;
    };
    static const Order p256 = make(NID_X9_62_prime256v1);
    static const Order p384 = make(NID_secp384r1);
    constexpr int kSmall = 256;
    return EVP_PKEY_get_bits(key) <= kSmall ? p256 : p384;
}

} // namespace keepwell::ledger::fabric::openssl
