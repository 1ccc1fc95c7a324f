// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/crypto/passphrase_kdf.hpp"
#include "core/crypto/secret.hpp"
#include "core/crypto/wrap.hpp"
#include "core/identity/key_schedule.hpp"

#include <array>
#include <cstddef>

namespace keepwell::vault {

/// The header of a vault, KWVAULT1 (docs/spec/vault.md): the data key, wrapped once for the passphrase
/// and once for the words, under an HMAC and a checksum. What exists is well formed and undamaged;
/// whether somebody forged it is known once a key opened it. Immutable value.
class VaultHead
{
public:
    static constexpr std::size_t kBytes = 344;

    static VaultHead create(const crypto::DataKey &dataKey, const crypto::PassphraseCost &cost,
                            const crypto::PassphraseSalt &salt,
                            const crypto::PassphraseKey &passphraseKey,
                            const identity::RecoveryKey &recoveryKey);

    /// Errors: Tampered for damage; Unsupported for a newer version or a slot this build does not
    /// know. Limits of Argon2id are held here, before anything is allocated.
    static Result<VaultHead> parse(ByteView bytes);

    const Bytes &bytes() const { return m_bytes; }
    const crypto::PassphraseCost &cost() const { return m_cost; }
    const crypto::PassphraseSalt &salt() const { return m_salt; }

    // Each checks the slot's commitment before it decrypts, and the HMAC of the whole header after.
    // Errors: WrongKey (the commitment does not match), Tampered (anything after that).
    Result<crypto::DataKey> openWith(const crypto::PassphraseKey &key) const;
    Result<crypto::DataKey> openWith(const identity::RecoveryKey &key) const;

    /// The same header with another passphrase slot.
    VaultHead withPassphrase(const crypto::DataKey &dataKey, const crypto::PassphraseCost &cost,
                             const crypto::PassphraseSalt &salt,
                             const crypto::PassphraseKey &passphraseKey) const;

private:
    /// One wrapping of the data key.
    struct Seal
    {
        Bytes32 commitment{};
        std::array<std::byte, crypto::DataKey::kBytes + crypto::kWrapOverhead> wrapped{};
    };

    VaultHead(const crypto::PassphraseCost &cost, const crypto::PassphraseSalt &salt)
        : m_cost{cost}, m_salt{salt}
    {
    }
    Bytes encodeSlots() const;
    void finish(const crypto::DataKey &dataKey);
    Result<crypto::DataKey> open(ByteView key, std::uint32_t kind, const Seal &seal,
                                 ByteView salt) const;
    static Seal sealFor(ByteView key, std::uint32_t kind, ByteView salt,
                        const crypto::DataKey &dataKey);

    crypto::PassphraseCost m_cost;
    crypto::PassphraseSalt m_salt;
    Seal m_passphrase;
    std::array<std::byte, 16> m_recoverySalt{};
    Seal m_recovery;
    Bytes m_bytes;
};

/// The raw SQLCipher key of this vault.
crypto::DatabaseKey databaseKey(const crypto::DataKey &dataKey);

} // namespace keepwell::vault
