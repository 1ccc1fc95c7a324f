// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/hpke.hpp"

#include "core/crypto/hkdf.hpp"
#include "core/crypto/hpke_ephemeral.hpp"
#include "core/crypto/sodium_bytes.hpp"

#include <algorithm>
#include <optional>

namespace keepwell::crypto {

namespace {

using namespace std::literals;

// RFC 9180 sections 4, 5.1 and 7; the numbers are the IANA ones of the suite in hpke.hpp.
constexpr std::array kKemSuite{std::byte{'K'}, std::byte{'E'}, std::byte{'M'}, std::byte{0x00},
                               std::byte{0x20}};
constexpr std::array kHpkeSuite{std::byte{'H'},  std::byte{'P'},  std::byte{'K'},  std::byte{'E'},
                                std::byte{0x00}, std::byte{0x20}, std::byte{0x00}, std::byte{0x01},
                                std::byte{0x00}, std::byte{0x03}};
constexpr std::array kModeBase{std::byte{0x00}};
constexpr std::string_view kVersion = "HPKE-v1";

constexpr std::size_t kEncBytes = crypto_scalarmult_curve25519_BYTES;
constexpr std::size_t kTagBytes = crypto_aead_chacha20poly1305_ietf_ABYTES;
static_assert(kHpkeOverhead == kEncBytes + kTagBytes);

using SharedSecret = Secret<struct HpkeSharedSecretTag, 32>;
using AeadKey = Secret<struct HpkeAeadKeyTag, 32>;
using Nonce = std::array<std::byte, crypto_aead_chacha20poly1305_ietf_NPUBBYTES>;

PseudoRandomKey labeledExtract(ByteView suite, ByteView salt, std::string_view label,
                               ByteView inputKey)
{
    Bytes labeled = concat({bytesOf(kVersion), suite, bytesOf(label), inputKey});
    PseudoRandomKey key = hkdfSha256Extract(salt, labeled);
    sodium_memzero(labeled.data(), labeled.size());
    return key;
}

void labeledExpand(ByteView suite, const PseudoRandomKey &key, std::string_view label,
                   ByteView info, std::span<std::byte> output)
{
    const std::array length{static_cast<std::byte>(output.size() >> 8U),
                            static_cast<std::byte>(output.size())};
    hkdfSha256Expand(key.expose(), {length, bytesOf(kVersion), suite, bytesOf(label), info},
                     output);
}

/// ExtractAndExpand over DH(own, other); nothing when `other` is of low order (section 7.1.4).
std::optional<SharedSecret> sharedSecret(const SealingKey &own, const SealingPublicKey &other,
                                         ByteView enc, const SealingPublicKey &recipient)
{
    bool fine = false;
    const SharedSecret dh = SharedSecret::make([&](std::span<std::byte, 32> output) {
        fine = crypto_scalarmult_curve25519(sodiumBytes(output), sodiumBytes(own.secret().expose()),
                                            sodiumBytes(other.bytes()))
            == 0;
    });
    if (!fine) {
        return std::nullopt;
    }
    const PseudoRandomKey key = labeledExtract(kKemSuite, {}, "eae_prk", dh.expose());
    const Bytes context = concat({enc, recipient.view()});
    return SharedSecret::make([&](std::span<std::byte> output) {
        labeledExpand(kKemSuite, key, "shared_secret", context, output);
    });
}

struct Context
{
    AeadKey key;
    Nonce nonce; ///< Of sequence number 0, the only one we use.
};

/// KeySchedule, section 5.1, mode base.
Context keySchedule(const SharedSecret &shared, ByteView info)
{
    const PseudoRandomKey pskIdHash = labeledExtract(kHpkeSuite, {}, "psk_id_hash", {});
    const PseudoRandomKey infoHash = labeledExtract(kHpkeSuite, {}, "info_hash", info);
    const Bytes context = concat({kModeBase, pskIdHash.expose(), infoHash.expose()});
    const PseudoRandomKey secret = labeledExtract(kHpkeSuite, shared.expose(), "secret", {});
    Nonce nonce{};
    labeledExpand(kHpkeSuite, secret, "base_nonce", context, nonce);
    return {AeadKey::make([&](std::span<std::byte> output) {
                labeledExpand(kHpkeSuite, secret, "key", context, output);
            }),
            nonce};
}

std::unexpected<Error> lowOrder(std::string_view whose)
{
    return fail(ErrorCode::InvalidInput,
                std::string{whose} + " public key is not usable (of low order)");
}

} // namespace

SealingKey::SealingKey(SecretBytes secret, const SealingPublicKey &publicKey)
    : m_secret{std::move(secret)}, m_public{publicKey}
{
}

SealingKey SealingKey::random() { return fromSecret(SecretBytes::random()); }

SealingKey SealingKey::fromSecret(SecretBytes secret)
{
    Bytes32 publicKey{};
    crypto_scalarmult_curve25519_base(sodiumBytes(publicKey), sodiumBytes(secret.expose()));
    return {std::move(secret), SealingPublicKey{publicKey}};
}

Result<Bytes> hpkeSealWithEphemeral(const SealingKey &ephemeral, const SealingPublicKey &recipient,
                                    ByteView info, ByteView aad, ByteView plaintext)
{
    const ByteView enc = ephemeral.publicKey().view();
    const auto shared = sharedSecret(ephemeral, recipient, enc, recipient);
    if (!shared) {
        return lowOrder("the recipient's");
    }
    const Context context = keySchedule(*shared, info);
    Bytes sealed(kEncBytes + plaintext.size() + kTagBytes);
    std::ranges::copy(enc, sealed.begin());
    crypto_aead_chacha20poly1305_ietf_encrypt(
        sodiumBytes(sealed) + kEncBytes, nullptr, sodiumBytes(plaintext), plaintext.size(),
        sodiumBytes(aad), aad.size(), nullptr, sodiumBytes(context.nonce),
        sodiumBytes(context.key.expose()));
    return sealed;
}

Result<Bytes> hpkeSeal(const SealingPublicKey &recipient, ByteView info, ByteView aad,
                       ByteView plaintext)
{
    return hpkeSealWithEphemeral(SealingKey::random(), recipient, info, aad, plaintext);
}

Result<Bytes> hpkeOpen(const SealingKey &recipient, ByteView info, ByteView aad, ByteView sealed)
{
    if (sealed.size() < kHpkeOverhead) {
        return fail(ErrorCode::InvalidInput,
                    "a sealed message has at least 48 bytes, not " + std::to_string(sealed.size()));
    }
    KEEPWELL_TRY(const auto enc, SealingPublicKey::fromBytes(sealed.first(kEncBytes)));
    const auto shared = sharedSecret(recipient, enc, enc.view(), recipient.publicKey());
    if (!shared) {
        return lowOrder("the sender's one-time");
    }
    const Context context = keySchedule(*shared, info);
    Bytes plaintext(sealed.size() - kHpkeOverhead);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(
            sodiumBytes(plaintext), nullptr, nullptr, sodiumBytes(sealed) + kEncBytes,
            sealed.size() - kEncBytes, sodiumBytes(aad), aad.size(), sodiumBytes(context.nonce),
            sodiumBytes(context.key.expose()))
        != 0) {
        sodium_memzero(plaintext.data(), plaintext.size());
        return fail(ErrorCode::WrongKey, "a sealed message does not open with this key");
    }
    return plaintext;
}

} // namespace keepwell::crypto
