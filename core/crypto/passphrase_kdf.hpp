// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/secret.hpp"
#include "core/crypto/secret_text.hpp"

#include <array>
#include <cstdint>

namespace keepwell::crypto {

/// How much work a guess at a passphrase costs: Argon2id (RFC 9106), one lane. A value in hand is
/// inside the limits, so a hostile header cannot ask for hours or for all memory. Immutable value.
class PassphraseCost
{
public:
    static constexpr std::uint32_t kMostPasses = 10;
    static constexpr std::uint32_t kLeastMemoryKiB = 64 * 1024;
    static constexpr std::uint32_t kMostMemoryKiB = 1024 * 1024;

    static PassphraseCost low();    ///< 3 passes, 64 MiB: the floor; tests and small machines.
    static PassphraseCost normal(); ///< 3 passes, 256 MiB.
    static PassphraseCost high();   ///< 3 passes, 1 GiB.

    /// Errors: InvalidInput unless 1 <= passes <= 10 and 64 MiB <= memory <= 1 GiB.
    static Result<PassphraseCost> create(std::uint32_t passes, std::uint32_t memoryKiB);

    std::uint32_t passes() const { return m_passes; }
    std::uint32_t memoryKiB() const { return m_memoryKiB; }

    friend bool operator==(const PassphraseCost &, const PassphraseCost &) = default;

private:
    PassphraseCost(std::uint32_t passes, std::uint32_t memoryKiB)
        : m_passes{passes}, m_memoryKiB{memoryKiB}
    {
    }

    std::uint32_t m_passes;
    std::uint32_t m_memoryKiB;
};

using PassphraseSalt = std::array<std::byte, 16>;
using PassphraseKey = Secret<struct PassphraseKeyTag, 32>;

/// Argon2id(passphrase, salt, cost). The bytes are taken as they are: bring them to NFC before.
/// Takes about a second by design; cannot be stopped midway. Safe from any thread.
/// Errors: Unavailable when the memory cannot be had now.
Result<PassphraseKey> derivePassphraseKey(const SecretText &passphrase, const PassphraseSalt &salt,
                                          const PassphraseCost &cost);

} // namespace keepwell::crypto
