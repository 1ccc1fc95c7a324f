// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.hpp"
#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/crypto/passphrase_kdf.hpp"
#include "core/crypto/secret.hpp"
#include "core/crypto/secret_text.hpp"
#include "core/sharing/selection.hpp"
#include "core/wallet/connections.hpp"
#include "core/wallet/network_config.hpp"
#include "core/wallet/opened_share.hpp"
#include "core/wallet/record_rows.hpp"
#include "core/wallet/rows.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace keepwell {

/// A wallet's place and owner, for create() and restore().
struct NewWallet
{
    std::filesystem::path home;
    std::string name;
    identity::Role role = identity::Role::Patient;
    NetworkConfig network;
    crypto::PassphraseCost cost = crypto::PassphraseCost::normal();
    bool isRestored = false;   ///< Its pointer is on the ledger already; restore() sets it.
    bool isClockRight = false; ///< A person looked at the clock: as confirmClock().
};

struct WalletStatus
{
    identity::Role role;
    std::string name;
    std::int64_t records;
    std::int64_t contacts;
    std::int64_t outbox;    ///< Acts that wait to be sent.
    std::string ledgerKind; ///< "embedded", "fabric"
    /// "connected", "connecting" (not asked yet), "warming up", "unavailable", "refused",
    /// "certificate ends", "conflict", "clock".
    std::string ledgerState;
    std::string ledgerDetail; ///< What is wrong, in words; empty when all is well.
    std::string blocksKind;   ///< "folder", "ipfs"
    std::string blocksState;  ///< "connected", "connecting", "unavailable", "refused"
    std::string blocksDetail;
    std::string networkId;
    std::optional<Instant> certificateEnds; ///< On Fabric.
};

using sharing::Selection;

struct ShareTerms
{
    int purpose = 0;    ///< contract::Purpose, 0-5.
    std::string reason; ///< For the other side to read; at most 300 bytes.
    Instant until;
    std::uint64_t maxOpens = 0; ///< 0 = any number.
    bool live = false;
    bool allowUnchecked = false; ///< The deliberate yes for a contact not checked.
};

/// What an act that goes to the ledger came to.
enum class SendState { Done, Queued };

struct ShareResult
{
    contract::GrantId grant;
    std::int64_t records;
    Instant until;
    std::string assurance;
    SendState state;
};

struct SyncReport
{
    std::int64_t sent;
    std::int64_t received;
    std::int64_t filed;
    std::string state; ///< "done", "queued"
};

struct VerifyReport
{
    std::int64_t records;
    std::int64_t anchored;
    std::int64_t entries;
    std::int64_t proven;
    std::vector<std::string> problems;
};

struct RestoreReport
{
    std::int64_t shares;
    std::int64_t contacts;
    std::int64_t records;
};

enum class ActivityFormat { Balp, Csv, Json };

/// A health wallet, unlocked. One method = one thing a person does; each act that goes to the
/// ledger is queued in the vault first, then sent at once where the network can be reached.
///
/// Thread-safe: each method takes the wallet's own lock, and gives it away only while it waits for a
/// network (docs/decisions/0080, 0115): those that show what is here answer meanwhile. Destroying it
/// locks the wallet: secrets are wiped, the database is closed. Stop and await running calls first.
/// Errors of every method: Unavailable (disk), Tampered (vault, ledger or a block was changed);
/// others are named where they differ.
class Wallet
{
public:
    // ── Before and at the door ────────────────────────────────────────────────────────────────

    /// Whether `home` holds a wallet (then unlock()), by its header alone.
    static bool existsAt(const std::filesystem::path &home);
    /// The same, saying what is wrong. Errors: NotFound, Tampered (its header is missing).
    static Result<> demandAt(const std::filesystem::path &home);

    /// A new wallet from a fresh seed (identity: 12 words). Creates the network where its file is
    /// not there yet and publishes the wallet's pointer, so that the words find it again.
    /// Errors: Conflict when there is a wallet already; InvalidInput for the name or passphrase.
    static Result<std::unique_ptr<Wallet>> create(const NewWallet &what, const crypto::Seed &seed,
                                                  const crypto::SecretText &passphrase,
                                                  const Clock &clock);

    /// Errors: NotFound (no wallet), WrongKey, Conflict (another process uses it), Unsupported
    /// (made by a newer Keepwell), Tampered (damaged header).
    static Result<std::unique_ptr<Wallet>> unlock(const std::filesystem::path &home,
                                                  const crypto::SecretText &passphrase,
                                                  const Clock &clock);

    /// The same wallet again, from its words: keys, grants, contacts whose hello is still there.
    /// Errors: WrongKey when the network knows no entry of these words; nothing is created then.
    static Result<std::unique_ptr<Wallet>> restore(const NewWallet &what, const crypto::Seed &seed,
                                                   const crypto::SecretText &passphrase,
                                                   const Clock &clock, RestoreReport &report,
                                                   const std::stop_token &stop,
                                                   const ProgressFn &progress);

    /// A new passphrase by the words, without the old one. Errors: WrongKey.
    static Result<> resetPassphrase(const std::filesystem::path &home, const crypto::Seed &seed,
                                    const crypto::SecretText &newPassphrase);

    /// Whether it will do as a new passphrase, before anything is made with it. Quick; from any
    /// thread. Errors: InvalidInput, in words for the person who typed it.
    static Result<> checkNewPassphrase(const crypto::SecretText &passphrase);

    ~Wallet();

    Result<> changePassphrase(const crypto::SecretText &current, const crypto::SecretText &next);

    // ── The wallet itself ─────────────────────────────────────────────────────────────────────

    Result<WalletStatus> status();
    std::string ownerName() const;
    identity::Role role() const;
    NetworkConfig network() const;
    /// Other places of the same network. Keys that `config` names are read once, into the vault.
    /// Errors: Denied (another kind of ledger, another embedded one), Tampered (another channel).
    Result<> setNetwork(const NetworkConfig &config);

    /// From now on an act on a network is queued and returns at once; `wake` is called, in the
    /// calling thread, when something waits: have sync() run soon. On this computer's own ledger
    /// and folder acts are done when they return, as ever.
    void sendLater(std::function<void()> wake);

    /// What the Connections page shows; asks the network how it is.
    Result<Connections> connections(const std::stop_token &stop = {});

    /// What joining this network would change here; asks nobody.
    Result<MovePlan> planMove(const NetworkConfig &connection);

    /// Joins a network with the enrolment code ("name:secret") its organisation gave: a fresh key
    /// and a certificate for it, then the move that planMove() tells. Nothing is changed before the
    /// new network was reached. Errors: Denied (the code, or the certificate it gave, is not
    /// accepted), Unavailable, Conflict (acts still wait to be sent to the old network), InvalidInput;
    /// each with the step that it ended in.
    JoinResult join(const NetworkConfig &connection, const crypto::SecretText &code,
                    const std::stop_token &stop = {});

    /// A preference of the program (language, auto-lock minutes …), kept in the vault.
    Result<std::string> setting(std::string_view key, std::string_view fallback);
    Result<> setSetting(std::string_view key, std::string_view value);

    /// While offline, nothing is sent or read from the network; acts are queued.
    void setOffline(bool offline);

    /// A person looked at this computer's clock and says that it is right, though the ledger was quiet
    /// for over 400 days: from now on that is no reason not to write.
    Result<> confirmClock();

    /// Takes in what is new on the ledger; nothing is sent or filed. Unavailable = the old state
    /// stays readable.
    Result<std::int64_t> refresh(const std::stop_token &stop = {});

    /// Waits until others wrote, and takes it in as refresh() does: how many entries, at least 1.
    /// It listens, and asks at no interval; from when a ledger was opened, by any other method. For
    /// a thread of its own: the wallet is free meanwhile. Waits on while offline, out of reach, or
    /// moving to another network. Errors: Cancelled, at once when stopped, and no other.
    Result<std::int64_t> awaitNews(const std::stop_token &stop);

    /// Outbox out, ledger in, live shares updated, deliveries filed, ended grants purged.
    /// Tampered is also said, when all of that was done, of a delivery that arrived changed: once.
    Result<SyncReport> sync(const std::stop_token &stop = {});

    /// Every record against its anchor, every entry, every block of mine.
    Result<VerifyReport> verify(const std::stop_token &stop = {}, const ProgressFn &progress = {});

    // ── People and records ────────────────────────────────────────────────────────────────────

    Result<std::vector<Person>> people(); ///< The owner first.
    Result<PersonId> addPerson(std::string_view name, std::string_view born);

    /// Imports and anchors. One vault transaction a file; a stop keeps the files already done.
    Result<ImportReport> import(const std::vector<std::filesystem::path> &paths,
                                const ImportOptions &options);

    Result<std::vector<RecordRow>> records(const RecordFilter &filter);
    Result<RecordCounts> recordCounts(const RecordFilter &filter);
    Result<RecordDetail> record(RecordId id);
    /// The exact slice of the source.
    Result<Bytes> recordSource(RecordId id);
    /// The whole file the record first came from.
    Result<Bytes> recordOriginalFile(RecordId id);
    /// One attachment's bytes, by its place in Readable::attachments.
    Result<Bytes> attachment(RecordId id, std::size_t index);
    /// Errors: Conflict naming the shares, while an active share holds it (unless `evenIfShared`).
    Result<> removeRecord(RecordId id, bool evenIfShared);
    /// Marks a record as extra private, or takes the mark off: no share takes it in by its kind or
    /// date any more; one that holds it now holds it until it is updated. Errors: NotFound.
    Result<> markPrivate(RecordId id, bool isPrivate);
    /// Whether a share that was not stopped holds it. Errors: those of the vault.
    Result<bool> isShared(RecordId id);

    Result<Summary> summary(std::optional<PersonId> person = {});
    /// The tests with numbers, each over time; empty = of everybody in the wallet.
    Result<std::vector<Trend>> trends(std::optional<PersonId> person = {});
    Result<ExportReport> exportRecords(const std::filesystem::path &folder,
                                       std::optional<PersonId> person,
                                       const std::stop_token &stop = {},
                                       const ProgressFn &progress = {});

    // ── Contacts ──────────────────────────────────────────────────────────────────────────────

    /// A fresh single-use invite, as file bytes; inviteLink() makes the `keepwell:` form of them.
    Result<Bytes> createInvite();
    static Result<std::string> inviteLink(ByteView invite);

    /// Takes an invite (file bytes or link text): the contact is there at once, my hello is queued.
    /// Errors: Denied when it is of another network, naming both, or expired, or my own; Tampered.
    Result<ContactRow> acceptInvite(ByteView invite);

    Result<std::vector<ContactRow>> contacts();
    Result<> confirmContact(std::int64_t id); ///< The check words were compared and are the same.
    Result<> renameContact(std::int64_t id, std::string_view name);
    Result<> blockContact(std::int64_t id, bool blocked);
    /// Errors: Conflict while a share with them is active.
    Result<> removeContact(std::int64_t id);

    // ── Sharing: the patient's side ───────────────────────────────────────────────────────────

    /// Errors: NotFound for 0 records; Denied for a contact blocked, changed, or not checked
    /// (without allowUnchecked); InvalidInput for the terms.
    Result<ShareResult> share(std::int64_t contact, const Selection &selection,
                              const ShareTerms &terms, const std::stop_token &stop = {},
                              const ProgressFn &progress = {});
    Result<std::vector<ShareRow>> shares();
    /// The records in the share's newest epoch.
    Result<std::vector<RecordRow>> sharedRecords(const contract::GrantId &grant);
    /// A new epoch with what the selection holds now. Of one that the contract rejected: the same
    /// share once more, under another id.
    Result<ShareResult> updateShare(const contract::GrantId &grant,
                                    const std::stop_token &stop = {},
                                    const ProgressFn &progress = {});
    /// Of one that the contract rejected: puts it away. Errors: NotFound, Denied (ended already).
    Result<SendState> revoke(const std::vector<contract::GrantId> &grants);

    // ── Opening: the clinician's side ─────────────────────────────────────────────────────────

    Result<std::vector<InboxRow>> inbox();

    /// RequestAccess is committed first, then the release is fetched, then the blocks. Nothing is
    /// kept: the OpenedShare holds the keys in locked memory until it is destroyed.
    /// Errors: Denied (refused; the detail says by which rule), NotFound (unknown to the ledger),
    /// Unavailable (offline, or blocks gone: then the opening is logged all the same).
    Result<std::unique_ptr<OpenedShare>> open(const contract::GrantId &grant,
                                              std::string_view reason,
                                              const std::stop_token &stop = {},
                                              const ProgressFn &progress = {});

    // ── Deliveries ────────────────────────────────────────────────────────────────────────────

    Result<contract::DeliveryId> deliver(std::int64_t contact,
                                         const std::vector<std::filesystem::path> &files,
                                         std::string_view note, const std::stop_token &stop = {},
                                         const ProgressFn &progress = {});
    Result<std::vector<DeliveryRow>> deliveries();
    /// Opens one that waits, and files nothing. Its blocks may come over the network.
    /// Errors: NotFound; Conflict when it was decided already; Tampered; Unavailable; Cancelled.
    Result<DeliveryContents> lookAtDelivery(const contract::DeliveryId &delivery,
                                            const std::stop_token &stop = {});
    Result<ImportReport> acceptDelivery(const contract::DeliveryId &delivery,
                                        std::optional<PersonId> person,
                                        const std::stop_token &stop = {});
    Result<> refuseDelivery(const contract::DeliveryId &delivery);

    // ── Who opened what and when ──────────────────────────────────────────────────────────────

    Result<std::vector<ActivityRow>> activity(const ActivityFilter &filter);
    Result<> exportActivity(const ActivityFilter &filter, ActivityFormat format,
                            const std::filesystem::path &file);
    /// Unusual lines (refusals, emergencies) that nobody has marked as seen.
    Result<std::int64_t> unseenActivity();
    Result<> markActivitySeen(ActivityId line);
    Result<> markAllActivitySeen();

    // ── Ids typed by people ───────────────────────────────────────────────────────────────────

    /// A grant of mine or in my inbox, by a unique prefix of 8 or more hex digits. A full id that
    /// nobody here knows is returned as it is. Errors: InvalidInput, NotFound, Conflict (listing).
    Result<contract::GrantId> findGrant(std::string_view prefix);
    Result<contract::DeliveryId> findDelivery(std::string_view prefix);
    /// An exact name or `#id`. Errors: NotFound, Conflict listing the two.
    Result<std::int64_t> findContact(std::string_view nameOrId);
    /// Also `me`, the owner.
    Result<PersonId> findPerson(std::string_view nameOrId);

private:
    struct Parts;
    struct Joined;
    static Result<std::unique_ptr<Wallet>> make(const NewWallet &what, const crypto::Seed &seed,
                                                const crypto::SecretText &passphrase,
                                                const Clock &clock, Joined joined,
                                                std::uint32_t hotKeys);
    explicit Wallet(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace keepwell
