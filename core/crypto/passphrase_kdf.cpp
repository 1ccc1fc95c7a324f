// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/passphrase_kdf.hpp"

namespace keepwell::crypto {

PassphraseCost PassphraseCost::low() { return {3, 64 * 1024}; }
PassphraseCost PassphraseCost::normal() { return {3, 256 * 1024}; }
PassphraseCost PassphraseCost::high() { return {3, 1024 * 1024}; }

Result<PassphraseCost> PassphraseCost::create(std::uint32_t passes, std::uint32_t memoryKiB)
{
    if (passes < 1 || passes > kMostPasses) {
        return fail(ErrorCode::InvalidInput,
                    "passphrase cost: " + std::to_string(passes) + " passes, allowed are 1 to 10");
    }
    if (memoryKiB < kLeastMemoryKiB || memoryKiB > kMostMemoryKiB) {
        return fail(ErrorCode::InvalidInput,
                    "passphrase cost: " + std::to_string(memoryKiB)
                        + " KiB of memory, allowed are 64 MiB to 1 GiB");
    }
    return PassphraseCost{passes, memoryKiB};
}

Result<PassphraseKey> derivePassphraseKey(const SecretText &passphrase, const PassphraseSalt &salt,
                                          const PassphraseCost &cost)
{
    static_assert(std::tuple_size_v<PassphraseSalt> == crypto_pwhash_argon2id_SALTBYTES);
    const std::string_view text = passphrase.expose();
    bool done = false;
    PassphraseKey key = PassphraseKey::make([&](std::span<std::byte, 32> output) {
        done = crypto_pwhash_argon2id(reinterpret_cast<unsigned char *>(output.data()),
                                      output.size(), text.empty() ? "" : text.data(), text.size(),
                                      reinterpret_cast<const unsigned char *>(salt.data()),
                                      cost.passes(), std::size_t{cost.memoryKiB()} * 1024,
                                      crypto_pwhash_argon2id_ALG_ARGON2ID13)
            == 0;
    });
    if (!done) {
        return fail(ErrorCode::Unavailable,
                    "deriving a key from the passphrase needs "
                        + std::to_string(cost.memoryKiB() / 1024)
                        + " MiB of memory, more than is free now");
    }
    return key;
}

} // namespace keepwell::crypto
