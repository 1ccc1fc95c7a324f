// SPDX-License-Identifier: Apache-2.0
#include "core/vault/vault.hpp"

#include "core/vault/file_error.hpp"
#include "core/vault/migrations.hpp"
#include "core/vault/passphrase.hpp"
#include "core/vault/replace_file.hpp"
#include "core/vault/vault_head.hpp"

#include <sodium.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <utility>

namespace keepwell::vault {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostHeadBytes = 4096;

fs::path unfinishedDatabase(const fs::path &home) { return home / "vault.db.new"; }

bool isThere(const fs::path &file)
{
    std::error_code ignored;
    return fs::exists(file, ignored);
}

crypto::PassphraseSalt freshSalt()
{
    crypto::PassphraseSalt salt;
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

Result<crypto::PassphraseKey> keyOf(const crypto::SecretText &passphrase,
                                    const crypto::PassphraseSalt &salt,
                                    const crypto::PassphraseCost &cost)
{
    KEEPWELL_TRY(const crypto::SecretText text, normalised(passphrase));
    return crypto::derivePassphraseKey(text, salt, cost);
}

Result<> makeHome(const fs::path &home)
{
    std::error_code failed;
    fs::create_directories(home.parent_path(), failed);
    if (::mkdir(home.c_str(), 0700) != 0) {
        if (errno != EEXIST) {
            return fileError("the wallet's folder", errno);
        }
        if (::chmod(home.c_str(), 0700) != 0) {
            return fileError("the wallet's folder", errno);
        }
    }
    return {};
}

void removeDatabase(const fs::path &file)
{
    std::error_code ignored;
    for (const auto *part : {"", "-wal", "-shm", "-journal"}) {
        fs::remove(file.string() + part, ignored);
    }
}

/// The database under its unfinished name, with all of it in the one file and on the disk.
Result<> writeDatabase(const fs::path &file, const crypto::DatabaseKey &key,
                       const std::function<Result<>(Database &)> &fill)
{
    KEEPWELL_TRY(Database database, Database::create(file, key));
    KEEPWELL_TRY(Transaction transaction, Transaction::begin(database));
    KEEPWELL_CHECK(migrate(database));
    KEEPWELL_CHECK(fill(database));
    KEEPWELL_CHECK(transaction.commit());
    return database.checkpoint();
}

/// The last act of creation, done by whoever comes first after the header is there.
Result<> finishCreation(const fs::path &home)
{
    if (isThere(home::databaseFile(home)) || !isThere(unfinishedDatabase(home))) {
        return {};
    }
    std::error_code failed;
    fs::rename(unfinishedDatabase(home), home::databaseFile(home), failed);
    if (failed) {
        return fileError("vault.db", failed.value());
    }
    return syncFolder(home);
}

Result<VaultHead> readHead(const fs::path &home)
{
    KEEPWELL_TRY(const Bytes bytes, readWhole(home::headFile(home), kMostHeadBytes));
    return VaultHead::parse(bytes);
}

Result<Database> openDatabase(const fs::path &home, const crypto::DataKey &dataKey)
{
    KEEPWELL_CHECK(finishCreation(home));
    auto database = Database::open(home::databaseFile(home), databaseKey(dataKey));
    if (!database && database.error().code == ErrorCode::NotFound) {
        return fail(ErrorCode::Tampered, "the wallet's database (vault.db) is missing");
    }
    if (!database) {
        return database;
    }
    KEEPWELL_CHECK(migrate(*database));
    return database;
}

Result<> replacePassphrase(const fs::path &home, const VaultHead &head,
                           const crypto::DataKey &dataKey, const crypto::SecretText &next)
{
    const auto salt = freshSalt();
    KEEPWELL_TRY(const crypto::PassphraseKey key, keyOf(next, salt, head.cost()));
    const VaultHead fresh = head.withPassphrase(dataKey, head.cost(), salt, key);
    return replaceFile(home::headFile(home), fresh.bytes());
}

} // namespace

namespace home {

fs::path headFile(const fs::path &home) { return home / "vault.head"; }
fs::path databaseFile(const fs::path &home) { return home / "vault.db"; }
fs::path networkFile(const fs::path &home) { return home / "network.json"; }
fs::path windowFile(const fs::path &home) { return home / "window.ini"; }

} // namespace home

Vault::Vault(fs::path folder, HomeLock lock, Database database)
    : m_folder{std::move(folder)}, m_lock{std::move(lock)}, m_database{std::move(database)}
{
}

bool Vault::existsAt(const fs::path &home) { return isThere(home::headFile(home)); }

/// Asked before the lock, so that asking for a wallet leaves nothing in a folder that has none.
Result<> Vault::demandAt(const fs::path &home)
{
    std::error_code failed;
    if (fs::exists(home::headFile(home), failed)) {
        return {};
    }
    if (failed) {
        return fileError("the wallet's folder", failed.value());
    }
    if (isThere(home::databaseFile(home))) {
        return fail(ErrorCode::Tampered, "the wallet's header (vault.head) is missing");
    }
    return fail(ErrorCode::NotFound, "there is no wallet in " + home.string());
}

Result<Vault> Vault::create(const fs::path &home, const crypto::SecretText &passphrase,
                            const identity::RecoveryKey &recovery,
                            const crypto::PassphraseCost &cost,
                            const std::function<Result<>(Database &)> &fill)
{
    KEEPWELL_CHECK(checkNewPassphrase(passphrase));
    KEEPWELL_CHECK(makeHome(home));
    KEEPWELL_TRY(HomeLock lock, HomeLock::take(home));
    if (existsAt(home)) {
        return fail(ErrorCode::Conflict, "there is a wallet in this folder already");
    }
    if (isThere(home::databaseFile(home))) {
        return fail(ErrorCode::Conflict,
                    "this folder holds a wallet's database (vault.db) without "
                    "its header (vault.head); put that back, or move it away");
    }
    const auto dataKey = crypto::DataKey::random();
    const auto salt = freshSalt();
    KEEPWELL_TRY(const crypto::PassphraseKey key, keyOf(passphrase, salt, cost));
    const auto head = VaultHead::create(dataKey, cost, salt, key, recovery);

    // Nothing is a wallet before its header is there, so what a crash left is ours to remove.
    removeDatabase(unfinishedDatabase(home));
    auto written = writeDatabase(unfinishedDatabase(home), databaseKey(dataKey), fill);
    if (written) {
        written = replaceFile(home::headFile(home), head.bytes());
    }
    if (!written) {
        removeDatabase(unfinishedDatabase(home));
        return std::unexpected{written.error()};
    }
    KEEPWELL_TRY(Database database, openDatabase(home, dataKey));
    return Vault{home, std::move(lock), std::move(database)};
}

Result<Vault> Vault::unlock(const fs::path &home, const crypto::SecretText &passphrase)
{
    KEEPWELL_CHECK(demandAt(home));
    KEEPWELL_TRY(HomeLock lock, HomeLock::take(home));
    KEEPWELL_TRY(const VaultHead head, readHead(home));
    KEEPWELL_TRY(const crypto::PassphraseKey key, keyOf(passphrase, head.salt(), head.cost()));
    KEEPWELL_TRY(const crypto::DataKey dataKey, head.openWith(key));
    KEEPWELL_TRY(Database database, openDatabase(home, dataKey));
    return Vault{home, std::move(lock), std::move(database)};
}

Result<> Vault::changePassphrase(const crypto::SecretText &current, const crypto::SecretText &next)
{
    KEEPWELL_CHECK(checkNewPassphrase(next));
    KEEPWELL_TRY(const VaultHead head, readHead(m_folder));
    KEEPWELL_TRY(const crypto::PassphraseKey key, keyOf(current, head.salt(), head.cost()));
    KEEPWELL_TRY(const crypto::DataKey dataKey, head.openWith(key));
    return replacePassphrase(m_folder, head, dataKey, next);
}

Result<> Vault::resetPassphrase(const fs::path &home, const identity::RecoveryKey &recovery,
                                const crypto::SecretText &next)
{
    KEEPWELL_CHECK(checkNewPassphrase(next));
    KEEPWELL_CHECK(demandAt(home));
    KEEPWELL_TRY(const HomeLock lock, HomeLock::take(home));
    KEEPWELL_TRY(const VaultHead head, readHead(home));
    KEEPWELL_TRY(const crypto::DataKey dataKey, head.openWith(recovery));
    return replacePassphrase(home, head, dataKey, next);
}

} // namespace keepwell::vault
