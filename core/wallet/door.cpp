// SPDX-License-Identifier: Apache-2.0
#include "core/identity/display_name.hpp"
#include "core/identity/key_schedule.hpp"
#include "core/records/whose.hpp"
#include "core/sharing/outbox_sender.hpp"
#include "core/vault/hot_key_table.hpp"
#include "core/vault/outbox_table.hpp"
#include "core/vault/passphrase.hpp"
#include "core/wallet/parts.hpp"
#include "core/wallet/restoring.hpp"

/// Making a wallet, unlocking it, and the two ways back in.
namespace keepwell {

namespace {

/// This folder and those above it, the new ones for the owner alone whatever the umask is.
Result<> makePrivateFolders(const std::filesystem::path &folder)
{
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        if (folder.has_relative_path()) {
            KEEPWELL_CHECK(makePrivateFolders(folder.parent_path()));
        }
        if (std::filesystem::create_directory(folder, error)) {
            std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
        }
    }
    if (error || !std::filesystem::is_directory(folder, error)) {
        return fail(ErrorCode::Unavailable, "cannot make the folder " + folder.string());
    }
    return {};
}

/// The first rows of a new vault.
Result<> fillVault(vault::Database &database, const NewWallet &what, const std::string &name,
                   const ReachedLedger &reached, const Membership &membership,
                   const std::vector<crypto::HotKey> &hotKeys, Instant now)
{
    vault::SettingTable settings{database};
    KEEPWELL_CHECK(settings.setText(vault::setting::kOwnerName, name));
    KEEPWELL_CHECK(
        settings.setNumber(vault::setting::kOwnerRole, static_cast<std::int64_t>(what.role)));
    KEEPWELL_CHECK(pinNetwork(database, reached));
    KEEPWELL_CHECK(membership.store(database));
    vault::HotKeyTable table{database};
    for (std::size_t e = 0; e < hotKeys.size(); ++e) {
        KEEPWELL_CHECK(table.add(static_cast<std::uint32_t>(e), hotKeys[e]));
    }
    if (what.isClockRight) {
        KEEPWELL_CHECK(
            settings.setNumber(vault::setting::kClockConfirmed, now.time_since_epoch().count()));
    }
    KEEPWELL_CHECK(records::addPerson(database, name, std::nullopt, true));
    if (hotKeys.size() > 1 || what.isRestored) {
        return {}; // its pointer is on the ledger already
    }
    sharing::KeyRing keys{database};
    return queuePointer(database, keys, now);
}

/// The home of a wallet in the making: its network file and the mirror of a channel are there before
/// the vault is. What is not kept goes again, and nothing else: nothing is left of a wallet that could
/// not be made, and what stood in the folder stays.
class NewHome
{
public:
    explicit NewHome(const NewWallet &what) : m_home{what.home}
    {
        std::error_code ignored;
        m_wasThere = std::filesystem::exists(m_home, ignored);
        for (const auto &file : {mirrorOf(m_home), vault::home::networkFile(m_home)}) {
            if (!std::filesystem::exists(file, ignored)) {
                m_ours.push_back(file);
            }
        }
    }
    ~NewHome()
    {
        std::error_code ignored;
        if (m_isKept) {
            return;
        }
        if (!m_wasThere) {
            std::filesystem::remove_all(m_home, ignored);
            return;
        }
        for (const auto &file : m_ours) {
            std::filesystem::remove(file, ignored);
        }
    }
    NewHome(const NewHome &) = delete;
    NewHome &operator=(const NewHome &) = delete;

    void keep() { m_isKept = true; }

private:
    std::filesystem::path m_home;
    std::vector<std::filesystem::path> m_ours; ///< What was not there before.
    bool m_isKept = false;
    bool m_wasThere = false;
};

/// What can be known to be wrong before anything is made.
Result<> checkNew(const NewWallet &what, const crypto::SecretText &passphrase)
{
    const auto there = vault::Vault::demandAt(what.home);
    if (there) {
        return fail(ErrorCode::Conflict, "there is a wallet in " + what.home.string() + " already");
    }
    if (there.error().code == ErrorCode::Unavailable) {
        return there;
    }
    if (there.error().code != ErrorCode::NotFound) {
        return fail(ErrorCode::Conflict,
                    what.home.string() + " holds a wallet that is not whole: "
                        + there.error().detail + "; put that back, or move the folder away");
    }
    KEEPWELL_CHECK(identity::parseName(what.name));
    return vault::checkNewPassphrase(passphrase);
}

/// Reaches the network of a new wallet.
template <class Joined>
Result<Joined> joinedFor(const NewWallet &what, const Clock &clock, LedgerWanted wanted)
{
    KEEPWELL_TRY(Membership membership, Membership::read(what.network));
    if (what.network.ledgerKind != ledger::Kind::Embedded) {
        wanted.genesis = what.network.fabric.genesis;
        KEEPWELL_CHECK(makePrivateFolders(what.home));
    } else if (wanted.mayCreate) {
        KEEPWELL_CHECK(makePrivateFolders(what.network.ledgerPath.parent_path()));
    }
    KEEPWELL_TRY(ReachedLedger reached,
                 openLedger(what.network, membership, what.home, clock, wanted));
    return Joined{.reached = std::move(reached), .membership = std::move(membership)};
}

} // namespace

Result<> queuePointer(vault::Database &database, sharing::KeyRing &keys, Instant now)
{
    KEEPWELL_TRY(const crypto::SigningKey self, keys.selfKey());
    KEEPWELL_CHECK(vault::OutboxTable{database}.add(
        {.signer = vault::SignerKind::Self,
         .key = self.publicKey(),
         .body = contract::SetPointerBody{.commit = {}, .number = 0},
         .made = now,
         .envelope = {},
         .tx = {},
         .entry = {}},
        {}));
    return {};
}

/// The file that says where the network is; finishes a joining that was cut before it was written.
static Result<NetworkConfig> networkOf(const std::filesystem::path &home, vault::Database &database)
{
    const auto file = vault::home::networkFile(home);
    vault::SettingTable settings{database};
    KEEPWELL_TRY(const auto text, settings.text(vault::setting::kNetworkFile));
    if (!text) {
        return NetworkConfig::read(file);
    }
    KEEPWELL_TRY(NetworkConfig config, NetworkConfig::parse(*text, home));
    KEEPWELL_CHECK(config.write(file));
    KEEPWELL_CHECK(settings.remove(vault::setting::kNetworkFile));
    return config;
}

bool Wallet::existsAt(const std::filesystem::path &home) { return vault::Vault::existsAt(home); }

Result<> Wallet::demandAt(const std::filesystem::path &home)
{
    return vault::Vault::demandAt(home);
}

Wallet::Wallet(std::unique_ptr<Parts> parts) : m_parts{std::move(parts)} {}
Wallet::~Wallet() = default;

Result<std::unique_ptr<Wallet>> Wallet::make(const NewWallet &what, const crypto::Seed &seed,
                                             const crypto::SecretText &passphrase,
                                             const Clock &clock, Joined joined,
                                             std::uint32_t hotKeys)
{
    KEEPWELL_TRY(const std::string name, identity::parseName(what.name));
    std::vector<crypto::HotKey> hot;
    hot.reserve(hotKeys);
    for (std::uint32_t e = 0; e < hotKeys; ++e) {
        hot.push_back(identity::hotKey(seed, e));
    }
    const NetworkConfig network = withoutKeys(what.network);
    KEEPWELL_CHECK(makePrivateFolders(what.home));
    KEEPWELL_CHECK(network.write(vault::home::networkFile(what.home)));
    KEEPWELL_TRY(vault::Vault vault,
                 vault::Vault::create(what.home, passphrase, identity::recoveryKey(seed), what.cost,
                                      [&](vault::Database &database) {
                                          return fillVault(database, what, name, joined.reached,
                                                           joined.membership, hot, clock.now());
                                      }));
    auto parts = std::make_unique<Parts>(std::move(vault), clock, network);
    KEEPWELL_CHECK(parts->load());
    parts->adopt(std::move(joined.reached));
    return std::unique_ptr<Wallet>{new Wallet{std::move(parts)}};
}

Result<std::unique_ptr<Wallet>> Wallet::create(const NewWallet &what, const crypto::Seed &seed,
                                               const crypto::SecretText &passphrase,
                                               const Clock &clock)
{
    KEEPWELL_CHECK(checkNew(what, passphrase));
    NewHome home{what};
    KEEPWELL_CHECK(makePrivateFolders(what.home));
    KEEPWELL_TRY(Joined joined, joinedFor<Joined>(what, clock, {.mayCreate = true}));
    KEEPWELL_TRY(const ledger::Head head, joined.reached.ledger->head());
    KEEPWELL_CHECK(sharing::checkClock(
        clock.now(), head.newest, what.isClockRight ? std::optional{clock.now()} : std::nullopt));
    // Before there is a wallet whose words nobody has been shown.
    KEEPWELL_CHECK(openBlocks(what.network, joined.membership, what.home));
    KEEPWELL_TRY(auto wallet, make(what, seed, passphrase, clock, std::move(joined), 1));
    home.keep();
    const std::scoped_lock lock{wallet->m_parts->mutex};
    KEEPWELL_CHECK(wallet->m_parts->blocks());
    KEEPWELL_CHECK(wallet->m_parts->flush());
    return wallet;
}

Result<std::unique_ptr<Wallet>> Wallet::unlock(const std::filesystem::path &home,
                                               const crypto::SecretText &passphrase,
                                               const Clock &clock)
{
    KEEPWELL_TRY(vault::Vault vault, vault::Vault::unlock(home, passphrase));
    KEEPWELL_TRY(const NetworkConfig network, networkOf(home, vault.database()));
    auto parts = std::make_unique<Parts>(std::move(vault), clock, network);
    KEEPWELL_CHECK(parts->load());
    return std::unique_ptr<Wallet>{new Wallet{std::move(parts)}};
}

Result<> Wallet::resetPassphrase(const std::filesystem::path &home, const crypto::Seed &seed,
                                 const crypto::SecretText &newPassphrase)
{
    return vault::Vault::resetPassphrase(home, identity::recoveryKey(seed), newPassphrase);
}

Result<> Wallet::checkNewPassphrase(const crypto::SecretText &passphrase)
{
    return vault::checkNewPassphrase(passphrase);
}

Result<> Wallet::changePassphrase(const crypto::SecretText &current, const crypto::SecretText &next)
{
    const std::scoped_lock lock{m_parts->mutex};
    return m_parts->vault.changePassphrase(current, next);
}

Result<std::unique_ptr<Wallet>> Wallet::restore(const NewWallet &what, const crypto::Seed &seed,
                                                const crypto::SecretText &passphrase,
                                                const Clock &clock, RestoreReport &report,
                                                const std::stop_token &stop,
                                                const ProgressFn &progress)
{
    KEEPWELL_CHECK(checkNew(what, passphrase));
    NewHome home{what};
    auto joined = joinedFor<Joined>(what, clock, {.progress = progress, .stop = stop});
    if (!joined && joined.error().code == ErrorCode::NotFound
        && what.network.ledgerKind == ledger::Kind::Embedded) {
        return fail(ErrorCode::WrongKey,
                    "there is no network at " + what.network.ledgerPath.string()
                        + ", so these words cannot be checked");
    }
    KEEPWELL_CHECK(joined);
    KEEPWELL_CHECK(joined->reached.ledger->head({.stop = stop}));
    KEEPWELL_TRY(const std::uint32_t hotKeys,
                 hotKeysInUse(*joined->reached.ledger, seed, clock.now()));
    if (hotKeys == 0) {
        return fail(ErrorCode::WrongKey, "the network knows no wallet of these words");
    }
    KEEPWELL_TRY(const std::vector<vault::RelationRow> relations,
                 relationsInUse(*joined->reached.ledger, seed, hotKeys, clock.now()));
    NewWallet restored = what;
    restored.isRestored = true;
    KEEPWELL_TRY(auto wallet, make(restored, seed, passphrase, clock, *std::move(joined), hotKeys));
    home.keep();
    Parts &parts = *wallet->m_parts;
    const std::scoped_lock lock{parts.mutex};
    const NetworkTurn turn = parts.turn();
    KEEPWELL_CHECK(
        followAgain(parts.database(), relations, [&] { return parts.takeIn(turn, stop); }));
    KEEPWELL_TRY(const auto shares, vault::GrantTable{parts.database()}.all());
    KEEPWELL_TRY(const std::int64_t contacts, vault::ContactTable{parts.database()}.count());
    report
        = {.shares = static_cast<std::int64_t>(shares.size()), .contacts = contacts, .records = 0};
    return wallet;
}

} // namespace keepwell
