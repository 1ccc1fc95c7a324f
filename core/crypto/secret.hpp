// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/crypto/sodium.hpp"

#include <sodium.h>

#include <cstring>
#include <memory>

namespace keepwell::crypto {

/// Key material: locked, guarded memory (sodium_malloc), wiped on destruction, move only.
/// It cannot be copied, compared with ==, printed or logged. `Tag` keeps keys of one
/// purpose from being passed where another is wanted.
template <class Tag, std::size_t Size>
class Secret
{
public:
    static constexpr std::size_t kBytes = Size;

    /// Fresh random key from the system CSPRNG.
    static Secret random()
    {
        Secret secret;
        randombytes_buf(secret.m_bytes.get(), Size);
        return secret;
    }

    /// Moves a raw key in and wipes the source.
    static Secret take(std::span<std::byte, Size> source)
    {
        Secret secret;
        std::memcpy(secret.m_bytes.get(), source.data(), Size);
        sodium_memzero(source.data(), Size);
        return secret;
    }

    /// A secret whose bytes `fill` writes in place; for derivation and opening.
    template <class Fill>
    static Secret make(Fill &&fill)
    {
        Secret secret;
        fill(std::span<std::byte, Size>{secret.m_bytes.get(), Size});
        return secret;
    }

    /// A second copy in locked memory, for an owner with another lifetime.
    Secret duplicate() const
    {
        Secret secret;
        std::memcpy(secret.m_bytes.get(), m_bytes.get(), Size);
        return secret;
    }

    /// The only way to the bytes; search for `.expose()` to audit every use.
    std::span<const std::byte, Size> expose() const
    {
        return std::span<const std::byte, Size>{m_bytes.get(), Size};
    }

private:
    struct Free
    {
        void operator()(std::byte *bytes) const noexcept { sodium_free(bytes); }
    };

    Secret() : m_bytes{static_cast<std::byte *>(allocateLocked(Size))} {}

    std::unique_ptr<std::byte[], Free> m_bytes;
};

using ObjectKey = Secret<struct ObjectKeyTag, 32>; ///< Seals one object (Cobblestone-256).
using ReleasePart
    = Secret<struct ReleasePartTag, 32>; ///< `r`: the half of a share's key the custodian holds.
using DataKey = Secret<struct DataKeyTag, 32>; ///< What a vault slot wraps.
using DatabaseKey
    = Secret<struct DatabaseKeyTag, 32>; ///< Raw SQLCipher key, derived from the data key.
using PseudoRandomKey = Secret<struct PseudoRandomKeyTag, 32>; ///< HKDF-SHA256 PRK.
using HotKey = Secret<struct HotKeyTag, 32>; ///< hot(e), the root of every signing key.
using Seed = Secret<struct SeedTag, 16>;     ///< The 12 words.

} // namespace keepwell::crypto
