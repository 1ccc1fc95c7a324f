// SPDX-License-Identifier: Apache-2.0
#include "core/contract/envelope.hpp"
#include "core/ledger/embedded/embedded_ledger.hpp"
#include "core/vault/vault.hpp"
#include "tests/core/wallet/two_wallets.hpp"

#include <algorithm>
#include <map>
#include <set>

/// What the rules between people promise (docs/threat-model.md), where one of them does not keep to
/// them, or somebody reads the whole ledger.
namespace keepwell {

using test::must;
using test::TwoWallets;

class RelationsTest : public QObject
{
    Q_OBJECT

private slots:
    void secondAnswerToAnInvite_isRefusedAndShown();
    void lateAnswerToAnInvite_isRefusedAndShown();
    void delivery_fromAnUncheckedContact_waits();
    void blockedContact_isGivenNothing();
    void contactWhoseKeysChanged_isGivenNothingUntilCheckedAgain();
    void ledger_joinsNoTwoRelationsOfOnePerson();
    void owner_whoGivesOtherRecordsThanTheLedgerNames_isFoundOut();
    void attachmentsOfAShare_areWrittenNowhereElse();
};

namespace {

std::unique_ptr<Wallet> another(const TwoWallets &two, const std::string &home,
                                const std::string &name)
{
    return must(Wallet::create({.home = two.path(home),
                                .name = name,
                                .role = identity::Role::Clinician,
                                .network = two.network(),
                                .cost = crypto::PassphraseCost::low()},
                               crypto::Seed::random(), test::secret("a test passphrase"),
                               two.clock));
}

std::vector<std::string> declined(Wallet &wallet)
{
    std::vector<std::string> lines;
    for (const ActivityRow &row : must(wallet.activity({.kinds = {"declined"}}))) {
        lines.push_back(row.who + " " + row.what);
    }
    return lines;
}

/// Everything that anybody can read who has the ledger file.
std::vector<contract::Payload> payloadsOf(const TwoWallets &two)
{
    const auto ledger
        = must(ledger::EmbeddedLedger::open(two.path("network/ledger.db"), two.clock, {}));
    std::vector<contract::Payload> payloads;
    for (const ledger::Entry &entry : must(ledger->entries(1, 1000))) {
        payloads.push_back(contract::parsePayload(entry.envelope.payload).value());
    }
    return payloads;
}

} // namespace

void RelationsTest::secondAnswerToAnInvite_isRefusedAndShown()
{
    TwoWallets two;
    const auto thief = another(two, "thief", "Mallory Mills");
    const Bytes invite = must(two.clinician->createInvite());
    must(two.patient->acceptInvite(invite));
    must(thief->acceptInvite(invite));
    must(two.clinician->sync());
    const auto contacts = must(two.clinician->contacts());
    QCOMPARE(contacts.size(), std::size_t{1});
    QCOMPARE(contacts[0].name, std::string{"Eleanor Marsh"});
    QCOMPARE(declined(*two.clinician),
             std::vector<std::string>{"Mallory Mills answered an invite that was answered before"});
}

void RelationsTest::lateAnswerToAnInvite_isRefusedAndShown()
{
    TwoWallets two;
    const Bytes invite = must(two.clinician->createInvite());
    two.patient->setOffline(true);
    must(two.patient->acceptInvite(invite));
    two.clock.advance(std::chrono::days{31});
    two.patient->setOffline(false);
    must(two.patient->sync());
    must(two.clinician->sync());
    QVERIFY(must(two.clinician->contacts()).empty());
    QCOMPARE(declined(*two.clinician),
             std::vector<std::string>{"Eleanor Marsh answered an invite that had expired"});
    QCOMPARE(another(two, "third", "Ana Reyes")->acceptInvite(invite).error().code,
             ErrorCode::Denied);
}

void RelationsTest::delivery_fromAnUncheckedContact_waits()
{
    TwoWallets two;
    must(two.patient->acceptInvite(must(two.clinician->createInvite())));
    must(two.clinician->sync());
    const auto send = [&] {
        return two.clinician->deliver(two.contactOf(*two.clinician),
                                      {two.write("d.json", test::bundleOf("Marsh"))}, "");
    };
    QCOMPARE(send().error().code, ErrorCode::Denied); // nor does an unchecked one get any
    must(two.clinician->confirmContact(two.contactOf(*two.clinician)));
    must(send());
    QCOMPARE(must(two.patient->sync()).filed, std::int64_t{0});
    QCOMPARE(must(two.patient->recordCounts({})).total, std::int64_t{0});
    QCOMPARE(must(two.patient->deliveries()).at(0).waitingFor,
             std::string{"the check words were not compared"});
    must(two.patient->confirmContact(two.contactOf(*two.patient)));
    QCOMPARE(must(two.patient->sync()).filed, std::int64_t{1});
}

void RelationsTest::blockedContact_isGivenNothing()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const auto contact = two.contactOf(*two.patient);
    must(two.patient->blockContact(contact, true));
    const auto share = two.patient->share(
        contact, {}, {.until = two.clock.now() + std::chrono::days{1}, .allowUnchecked = true});
    QVERIFY(!share && share.error().code == ErrorCode::Denied);
}

/// No act of this version changes a contact's keys (docs/decisions/0126); a vault may say that one did.
void RelationsTest::contactWhoseKeysChanged_isGivenNothingUntilCheckedAgain()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const auto passphrase = [] { return test::secret("a test passphrase"); };
    two.patient.reset();
    {
        auto vault = must(vault::Vault::unlock(two.path("patient"), passphrase()));
        must(vault.database().run("UPDATE contact SET key_changed = 1"));
    }
    two.patient = must(Wallet::unlock(two.path("patient"), passphrase(), two.clock));
    const auto contact = two.contactOf(*two.patient);
    const auto give = [&] {
        return two.patient->share(
            contact, {}, {.until = two.clock.now() + std::chrono::days{1}, .allowUnchecked = true});
    };
    const auto stopped = give();
    QVERIFY(!stopped && stopped.error().code == ErrorCode::Denied);
    must(two.clinician->deliver(two.contactOf(*two.clinician),
                                {two.write("d.json", test::bundleOf("Marsh"))}, ""));
    QCOMPARE(must(two.patient->sync()).filed, std::int64_t{0});
    must(two.patient->confirmContact(contact));
    must(give());
}

void RelationsTest::ledger_joinsNoTwoRelationsOfOnePerson()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const auto other = another(two, "other", "Dr Ben Lind");
    must(two.patient->acceptInvite(must(other->createInvite())));
    must(other->sync());
    must(other->confirmContact(must(other->contacts()).at(0).id));
    std::vector<contract::GrantId> grants;
    for (const ContactRow &contact : must(two.patient->contacts())) {
        must(two.patient->confirmContact(contact.id));
        grants.push_back(must(two.patient->share(
                                  contact.id, {},
                                  {.reason = "", .until = two.clock.now() + std::chrono::days{1}}))
                             .grant);
    }
    must(two.clinician->sync());
    for (const auto &grant : grants) { // one of them was not shared with this one
        if (!two.clinician->open(grant, "curious")) {
            (void)two.clinician->open(grant, "curious again");
        }
    }

    std::set<contract::PublicKey> owners;
    std::set<contract::PublicKey> grantees;
    std::map<contract::PublicKey, int> signedBy;
    std::vector<contract::PublicKey> requesters;
    std::vector<contract::PublicKey> greeters;
    for (const contract::Payload &payload : payloadsOf(two)) {
        ++signedBy[payload.key];
        if (const auto *grant = std::get_if<contract::GrantBody>(&payload.body)) {
            owners.insert(payload.key);
            grantees.insert(grant->grantee);
        } else if (const auto *asked = std::get_if<contract::RequestAccessBody>(&payload.body)) {
            requesters.push_back(payload.key);
            QCOMPARE(asked->reason == contract::Commitment{},
                     !grantees.contains(payload.key)); // a reason goes to whom one knows alone
        } else if (std::holds_alternative<contract::DeliverBody>(payload.body)) {
            greeters.push_back(payload.key);
        }
    }
    QCOMPARE(owners.size(), std::size_t{2});
    QCOMPARE(grantees.size(), std::size_t{2});
    QCOMPARE(requesters.size(), std::size_t{3});
    QCOMPARE(std::ranges::count_if(requesters, [&](auto key) { return grantees.contains(key); }),
             std::ptrdiff_t{1});
    QCOMPARE(greeters.size(), std::size_t{2});
    for (const auto &key : greeters) { // a hello's key is used for nothing else
        QCOMPARE(signedBy[key], 1);
        QVERIFY(!owners.contains(key) && !grantees.contains(key));
    }
    for (const auto &key : requesters) {
        QCOMPARE(signedBy[key], 1); // nor is that of whom nothing was shared with
    }
    for (const auto &key : owners) {
        QVERIFY(!grantees.contains(key));
        QCOMPARE(signedBy[key], 1); // the anchor is the self key's
    }
}

/// Whose software is changed, and seals one thing while it commits to another.
void RelationsTest::owner_whoGivesOtherRecordsThanTheLedgerNames_isFoundOut()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    two.patient->setOffline(true);
    const auto grant = two.shareAll().grant;
    two.patient.reset();
    {
        auto vault
            = must(vault::Vault::unlock(two.path("patient"), test::secret("a test passphrase")));
        Bytes body;
        {
            auto row = must(vault.database().prepare(
                "SELECT body FROM intent WHERE state = 0 ORDER BY id DESC LIMIT 1"));
            QVERIFY(must(row.step()));
            const ByteView stored = row.blobViewAt(0);
            body.assign(stored.begin(), stored.end());
        }
        auto payload = contract::parsePayload(body).value();
        auto &committed = std::get<contract::GrantBody>(payload.body);
        Bytes32 manifest = committed.manifest.bytes();
        manifest[0] ^= std::byte{1};
        committed.manifest = contract::Commitment{manifest};
        must(vault.database().run("UPDATE intent SET body = ? WHERE body = ?",
                                  contract::encode(payload), body));
        QCOMPARE(vault.database().changes(), 1);
    }
    two.patient
        = must(Wallet::unlock(two.path("patient"), test::secret("a test passphrase"), two.clock));
    must(two.patient->sync());
    must(two.clinician->sync());
    const auto opened = two.clinician->open(grant, "visit");
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Tampered);
    QCOMPARE(opened.error().detail,
             std::string{"these are not the records the shared activity log names"});
}

/// What somebody else calls a file is not where it goes.
void RelationsTest::attachmentsOfAShare_areWrittenNowhereElse()
{
    TwoWallets two;
    two.pair();
    must(two.patient->import({two.write("letter.json", R"({"resourceType":"DocumentReference",
        "status":"current","content":[{"attachment":{"contentType":"text/plain",
        "title":"../../outside/../x.txt","data":"aGVsbG8="}},{"attachment":{
        "contentType":"text/plain","title":"/etc/passwd","data":"aGVsbG8="}}]})")},
                             {}));
    const ShareResult share = two.shareAll();
    must(two.clinician->sync());
    const auto opened = must(two.clinician->open(share.grant, ""));
    std::filesystem::create_directory(two.path("place"));
    must(opened->writeTo(two.path("place/out")));
    std::set<std::string> files;
    for (const auto &file : std::filesystem::recursive_directory_iterator(two.path("place"))) {
        files.insert(std::filesystem::relative(file.path(), two.path("place")).string());
    }
    QCOMPARE(files,
             (std::set<std::string>{"out", "out/bundle.json", "out/proof.json",
                                    "out/1-1-outside-x.txt", "out/1-2-etc-passwd.txt"}));
}

} // namespace keepwell

QTEST_GUILESS_MAIN(keepwell::RelationsTest)
#include "relations_test.moc"
