// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/signature.hpp"

#include "core/crypto/sodium_bytes.hpp"

#include <algorithm>

namespace keepwell::crypto {

namespace {

Bytes messageOf(std::string_view domain, std::initializer_list<ByteView> parts)
{
    Bytes message;
    if (!domain.empty()) {
        append(message, bytesOf(domain));
        message.push_back(std::byte{0});
    }
    for (const ByteView part : parts) {
        append(message, part);
    }
    return message;
}

constexpr Bytes32 bytes32(const char *hex)
{
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    Bytes32 bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::byte>(digit(hex[2 * i]) * 16 + digit(hex[2 * i + 1]));
    }
    return bytes;
}

/// y of the eight points whose order divides 8, little-endian, without the sign of x.
constexpr std::array kLowOrder{
    bytes32("0100000000000000000000000000000000000000000000000000000000000000"), // order 1
    bytes32("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"), // order 2
    bytes32("0000000000000000000000000000000000000000000000000000000000000000"), // order 4
    bytes32("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), // order 8
    bytes32("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), // order 8
};
constexpr Bytes32 kFieldPrime
    = bytes32("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

/// A point is public, so this need not run in constant time.
bool isCanonicalOfHighOrder(std::span<const std::byte, 32> point)
{
    Bytes32 y{};
    std::ranges::copy(point, y.begin());
    y[31] &= std::byte{0x7F};
    const bool belowPrime = std::lexicographical_compare(y.rbegin(), y.rend(), kFieldPrime.rbegin(),
                                                         kFieldPrime.rend());
    return belowPrime && std::ranges::find(kLowOrder, y) == kLowOrder.end();
}

} // namespace

SigningKey::SigningKey(Expanded secret, const PublicKey &publicKey)
    : m_secret{std::move(secret)}, m_public{publicKey}
{
}

SigningKey SigningKey::random() { return fromSeed(SeedBytes::random()); }

SigningKey SigningKey::fromSeed(const SeedBytes &seed)
{
    Bytes32 publicKey{};
    Expanded secret = Expanded::make([&](std::span<std::byte, Expanded::kBytes> output) {
        crypto_sign_ed25519_seed_keypair(sodiumBytes(publicKey), sodiumBytes(output),
                                         sodiumBytes(seed.expose()));
    });
    return {std::move(secret), PublicKey{publicKey}};
}

Signature SigningKey::sign(std::string_view domain, std::initializer_list<ByteView> parts) const
{
    const Bytes message = messageOf(domain, parts);
    Signature signature{};
    crypto_sign_ed25519_detached(sodiumBytes(signature), nullptr, sodiumBytes(ByteView{message}),
                                 message.size(), sodiumBytes(m_secret.expose()));
    return signature;
}

bool verify(const PublicKey &key, std::string_view domain, std::initializer_list<ByteView> parts,
            const Signature &signature)
{
    return verifyBare(key, messageOf(domain, parts), signature);
}

bool verifyBare(const PublicKey &key, ByteView message, const Signature &signature)
{
    return isCanonicalOfHighOrder(key.bytes())
        && isCanonicalOfHighOrder(std::span{signature}.first<32>())
        && crypto_sign_ed25519_verify_detached(sodiumBytes(signature), sodiumBytes(message),
                                               message.size(), sodiumBytes(key.view()))
        == 0;
}

} // namespace keepwell::crypto
