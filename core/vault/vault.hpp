// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/crypto/passphrase_kdf.hpp"
#include "core/crypto/secret_text.hpp"
#include "core/identity/key_schedule.hpp"
#include "core/vault/database.hpp"
#include "core/vault/home_lock.hpp"

#include <filesystem>
#include <functional>

namespace keepwell::vault {

/// Files of a home folder; nothing else is written there (docs/spec/vault.md).
namespace home {
std::filesystem::path headFile(const std::filesystem::path &home);
std::filesystem::path databaseFile(const std::filesystem::path &home);
std::filesystem::path networkFile(const std::filesystem::path &home);
std::filesystem::path windowFile(const std::filesystem::path &home);
} // namespace home

/// An unlocked vault: the home's lock and its open database. Destroying it locks the vault. One
/// thread at a time; move only.
///
/// Errors of everything here: Conflict (another process uses this home), Unavailable (disk),
/// WrongKey, Tampered (a damaged header or database), Unsupported (made by a newer Keepwell).
class Vault
{
public:
    /// Whether `home` holds a vault, by its header alone.
    static bool existsAt(const std::filesystem::path &home);
    /// The same, saying what is wrong. Errors: NotFound, Tampered (a database without its header),
    /// Unavailable (a folder that this user may not enter).
    static Result<> demandAt(const std::filesystem::path &home);

    /// A new vault in a folder that is not there or holds none. `fill` writes the first rows; the
    /// vault is there, whole, when it returned well, else nothing is. Errors: Conflict when there is a
    /// vault already; InvalidInput for the passphrase (see passphrase.hpp); those of `fill`.
    static Result<Vault> create(const std::filesystem::path &home,
                                const crypto::SecretText &passphrase,
                                const identity::RecoveryKey &recovery,
                                const crypto::PassphraseCost &cost,
                                const std::function<Result<>(Database &)> &fill);

    /// Errors: NotFound when there is no vault.
    static Result<Vault> unlock(const std::filesystem::path &home,
                                const crypto::SecretText &passphrase);

    /// Replaces the passphrase slot, at the same cost. Errors: WrongKey for `current`; InvalidInput
    /// for `next`. Whatever happens, the old or the new passphrase opens the vault.
    Result<> changePassphrase(const crypto::SecretText &current, const crypto::SecretText &next);
    /// The same by the words, for a vault that is locked.
    static Result<> resetPassphrase(const std::filesystem::path &home,
                                    const identity::RecoveryKey &recovery,
                                    const crypto::SecretText &next);

    Database &database() { return m_database; }
    const std::filesystem::path &folder() const { return m_folder; }

private:
    Vault(std::filesystem::path folder, HomeLock lock, Database database);
    std::filesystem::path m_folder;
    HomeLock m_lock; // Before the database, so that it outlives it.
    Database m_database;
};

} // namespace keepwell::vault
