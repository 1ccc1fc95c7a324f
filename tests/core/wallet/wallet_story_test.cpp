// SPDX-License-Identifier: Apache-2.0
#include "tests/core/wallet/two_wallets.hpp"

#include <algorithm>
#include <set>

using namespace keepwell;
using test::must;
using test::TwoWallets;

/// The main job, end to end, on one computer.
class WalletStoryTest : public QObject
{
    Q_OBJECT

private slots:
    void pairing_givesBothTheSameWords();
    void opening_isLoggedAndProven();
    void openedRecords_haveTheWordsOfTheirNeighbours();
    void opening_afterRevoke_isRefusedAndSeen();
    void opening_afterExpiry_isRefused();
    void opening_beyondMaxOpens_isRefused();
    void opening_withGoneBlocks_isLogged();
    void opening_somethingUnknown_isNotFound();
    void share_ofNothing_isNotFound();
    void share_withUncheckedContact_needsADeliberateYes();
    void liveShare_followsNewRecords();
    void delivery_fromCheckedContact_isFiled();
    void delivery_aboutSomebodyElse_waits();
    void delivery_thatArrivesChanged_isLaidAside_andOthersAreFiled();
    void share_thatIsRejected_isShown_andGivenAgainOrPutAway();
    void endedShare_losesItsBlocks();
    void offline_actsWaitAndAreSentOnce();
    void restore_findsSharesAndContactsAgain();
    void restore_withOtherWords_createsNothing();
    void clockBehindTheLedger_writesNothing();
    void verify_findsNoProblem();
};

void WalletStoryTest::pairing_givesBothTheSameWords()
{
    TwoWallets two;
    two.pair();
    const auto mine = must(two.patient->contacts());
    const auto theirs = must(two.clinician->contacts());
    QCOMPARE(mine[0].words, theirs[0].words);
    QCOMPARE(mine[0].name, std::string{"Dr Amara Okafor"});
    QCOMPARE(theirs[0].name, std::string{"Eleanor Marsh"});
    QVERIFY(mine[0].role == identity::Role::Clinician);
}

void WalletStoryTest::opening_isLoggedAndProven()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const ShareResult share = two.shareAll();
    QCOMPARE(share.records, std::int64_t{4});
    QVERIFY(share.state == SendState::Done);

    must(two.clinician->refresh());
    const auto inbox = must(two.clinician->inbox());
    QCOMPARE(inbox.size(), std::size_t{1});
    QCOMPARE(inbox[0].reason, std::string{"kidney check"});
    QCOMPARE(inbox[0].records, std::int64_t{4});
    QVERIFY(inbox[0].state == InboxState::Open);

    const auto opened = must(two.clinician->open(share.grant, "clinic visit"));
    QCOMPARE(opened->records(), std::int64_t{4});
    QCOMPARE(opened->anchored(), std::int64_t{4});
    QCOMPARE(opened->author(), std::string{"Eleanor Marsh"});
    bool found = false;
    for (const RecordRow &row : opened->rows()) {
        const Bytes slice = must(opened->recordSource(row.id));
        found = found || textOf(slice).find("5.50") != std::string_view::npos;
    }
    QVERIFY(found);
    must(opened->writeTo(two.path("out")));
    std::set<std::string> written;
    for (const auto &file : std::filesystem::directory_iterator(two.path("out"))) {
        written.insert(file.path().filename().string());
    }
    QCOMPARE(written, (std::set<std::string>{"bundle.json", "proof.json"}));
    QVERIFY(!opened->writeTo(two.path("out")));

    must(two.patient->refresh());
    const auto lines = must(two.patient->activity({.kinds = {"opened"}}));
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines[0].who, std::string{"Dr Amara Okafor"});
    QCOMPARE(lines[0].reason, std::string{"clinic visit"});
    QVERIFY(lines[0].proof == audit::ProofState::Proven);
    QVERIFY(lines[0].grant == share.grant);
    QCOMPARE(must(two.patient->shares()).at(0).opens, std::uint64_t{1});
}

void WalletStoryTest::openedRecords_haveTheWordsOfTheirNeighbours()
{
    TwoWallets two;
    two.pair();
    must(two.patient->import({two.write("m.json", R"({"resourceType":"Bundle","type":"collection",
        "entry":[{"fullUrl":"urn:uuid:0b5b8b8e-1111-4222-8333-444455556666","resource":{
        "resourceType":"Medication","id":"0b5b8b8e-1111-4222-8333-444455556666",
        "code":{"text":"Ramipril 5 mg"}}},{"resource":{"resourceType":"MedicationRequest",
        "status":"active","intent":"order","medicationReference":{
        "reference":"urn:uuid:0b5b8b8e-1111-4222-8333-444455556666"}}}]})")},
                             {}));
    const ShareResult share = two.shareAll();
    must(two.clinician->refresh());
    const auto opened = must(two.clinician->open(share.grant, ""));
    for (const RecordRow &row : opened->rows()) {
        QCOMPARE(row.title, std::string{"Ramipril 5 mg"});
        QCOMPARE(must(opened->record(row.id)).readable.title, std::string{"Ramipril 5 mg"});
    }
}

void WalletStoryTest::opening_afterRevoke_isRefusedAndSeen()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const RecordId record = must(two.patient->records({})).at(0).id;
    QVERIFY(!must(two.patient->isShared(record)));
    const ShareResult share = two.shareAll();
    QVERIFY(must(two.patient->isShared(record)));
    must(two.clinician->refresh());
    must(two.patient->revoke({share.grant}));
    QVERIFY(!must(two.patient->isShared(record)));
    const auto opened = two.clinician->open(share.grant, "again");
    QVERIFY(!opened);
    QVERIFY(opened.error().code == ErrorCode::Denied);
    must(two.patient->refresh());
    const auto lines = must(two.patient->activity({.kinds = {"refused"}}));
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines[0].code, std::string{"E_REVOKED"});
    QVERIFY(lines[0].proof == audit::ProofState::Proven);
    QVERIFY(!lines[0].seen);
    QCOMPARE(must(two.patient->unseenActivity()), std::int64_t{1});
    must(two.patient->markActivitySeen(lines[0].id));
    QCOMPARE(must(two.patient->unseenActivity()), std::int64_t{0});
    QVERIFY(must(two.patient->activity({.kinds = {"refused"}})).at(0).seen);
    QVERIFY(must(two.patient->shares()).at(0).state == ShareState::Revoked);
    QVERIFY(!two.patient->revoke({share.grant}));
}

void WalletStoryTest::opening_afterExpiry_isRefused()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const ShareResult share = two.shareAll();
    must(two.clinician->refresh());
    two.clock.advance(std::chrono::days{8});
    const auto opened = two.clinician->open(share.grant, "late");
    QVERIFY(!opened);
    QVERIFY(opened.error().code == ErrorCode::Denied);
    must(two.patient->refresh());
    QCOMPARE(must(two.patient->activity({.kinds = {"refused"}})).at(0).code,
             std::string{"E_EXPIRED"});
}

void WalletStoryTest::opening_beyondMaxOpens_isRefused()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const ShareResult share = two.shareAll(1);
    must(two.clinician->refresh());
    QVERIFY(two.clinician->open(share.grant, "first"));
    const auto second = two.clinician->open(share.grant, "second");
    QVERIFY(!second);
    QVERIFY(second.error().code == ErrorCode::Denied);
    must(two.patient->refresh());
    QCOMPARE(must(two.patient->shares()).at(0).opens, std::uint64_t{1});
    QVERIFY(must(two.patient->shares()).at(0).state == ShareState::UsedUp);
}

void WalletStoryTest::opening_withGoneBlocks_isLogged()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const ShareResult share = two.shareAll();
    must(two.clinician->refresh());
    std::filesystem::remove_all(two.path("network/blocks"));
    const auto opened = two.clinician->open(share.grant, "visit");
    QVERIFY(!opened);
    QVERIFY(opened.error().code == ErrorCode::Unavailable);
    must(two.patient->refresh());
    QCOMPARE(must(two.patient->activity({.kinds = {"opened"}})).size(), std::size_t{1});
}

void WalletStoryTest::opening_somethingUnknown_isNotFound()
{
    TwoWallets two;
    const auto opened = two.clinician->open(contract::GrantId{Bytes32{std::byte{7}}}, "");
    QVERIFY(!opened);
    QVERIFY(opened.error().code == ErrorCode::NotFound);
}

void WalletStoryTest::share_ofNothing_isNotFound()
{
    TwoWallets two;
    two.pair();
    const auto share
        = two.patient->share(two.contactOf(*two.patient), {},
                             {.reason = "", .until = two.clock.now() + std::chrono::days{1}});
    QVERIFY(!share);
    QVERIFY(share.error().code == ErrorCode::NotFound);
    QVERIFY(must(two.patient->shares()).empty());
}

void WalletStoryTest::share_withUncheckedContact_needsADeliberateYes()
{
    TwoWallets two;
    two.importRecords();
    must(two.patient->acceptInvite(must(two.clinician->createInvite())));
    const std::int64_t contact = two.contactOf(*two.patient);
    ShareTerms terms{.reason = "", .until = two.clock.now() + std::chrono::days{1}};
    const auto refused = two.patient->share(contact, {}, terms);
    QVERIFY(!refused);
    QVERIFY(refused.error().code == ErrorCode::Denied);
    terms.allowUnchecked = true;
    QVERIFY(two.patient->share(contact, {}, terms));
}

void WalletStoryTest::liveShare_followsNewRecords()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const ShareResult share = must(two.patient->share(
        two.contactOf(*two.patient), {.kinds = {RecordKind::Result}},
        {.reason = "", .until = two.clock.now() + std::chrono::days{1}, .live = true}));
    QCOMPARE(share.records, std::int64_t{1});
    must(two.patient->import(
        {two.write("more.json", R"({"resourceType":"Observation","status":"final",
            "code":{"text":"Potassium"},"valueQuantity":{"value":4.1,"unit":"mmol/L"}})")},
        {}));
    must(two.patient->sync());
    must(two.clinician->refresh());
    QCOMPARE(must(two.clinician->open(share.grant, ""))->records(), std::int64_t{2});
}

void WalletStoryTest::delivery_fromCheckedContact_isFiled()
{
    TwoWallets two;
    two.pair();
    const auto id = must(two.clinician->deliver(two.contactOf(*two.clinician),
                                                {two.write("d.json", test::bundleOf("Marsh"))},
                                                "your results"));
    QVERIFY(must(two.clinician->deliveries()).at(0).state == DeliveryState::Sent);
    QCOMPARE(must(two.patient->sync()).filed, std::int64_t{1});
    const auto rows = must(two.patient->records({}));
    QCOMPARE(rows.size(), std::size_t{4});
    QCOMPARE(rows[0].from, std::string{"Dr Amara Okafor"});
    must(two.clinician->sync());
    QVERIFY(must(two.clinician->deliveries()).at(0).state == DeliveryState::Filed);
    QVERIFY(must(two.patient->deliveries()).at(0).delivery == id);
    must(two.patient->sync());
    QCOMPARE(must(two.patient->recordCounts({})).total, std::int64_t{4});
}

void WalletStoryTest::delivery_aboutSomebodyElse_waits()
{
    TwoWallets two;
    two.pair();
    const auto id = must(two.clinician->deliver(
        two.contactOf(*two.clinician), {two.write("d.json", test::bundleOf("Brown"))}, ""));
    QCOMPARE(must(two.patient->sync()).filed, std::int64_t{0});
    const auto waiting = must(two.patient->deliveries());
    QVERIFY(waiting.at(0).state == DeliveryState::Waiting);
    QVERIFY(!waiting.at(0).waitingFor.empty());
    const DeliveryContents contents = must(two.patient->lookAtDelivery(id));
    QCOMPARE(contents.people.size(), std::size_t{1});
    QVERIFY(contents.people.front().name.find("Brown") != std::string::npos);
    QVERIFY(!contents.people.front().knownAs);
    QVERIFY(contents.expected == must(two.patient->findPerson("me")));
    QCOMPARE(std::int64_t(contents.records.size()), waiting.at(0).records);
    QVERIFY(std::ranges::none_of(contents.records,
                                 [](const RecordRow &row) { return row.title.empty(); }));
    QCOMPARE(must(two.patient->recordCounts({})).total, std::int64_t{0});
    must(two.patient->refuseDelivery(id));
    QVERIFY(two.patient->lookAtDelivery(id).error().code == ErrorCode::Conflict);
    must(two.clinician->sync());
    QVERIFY(must(two.clinician->deliveries()).at(0).state == DeliveryState::Refused);
}

void WalletStoryTest::delivery_thatArrivesChanged_isLaidAside_andOthersAreFiled()
{
    TwoWallets two;
    two.pair();
    const auto contact = two.contactOf(*two.clinician);
    const auto changed = must(two.clinician->deliver(
        contact, {two.write("one.json", test::bundleOf("Marsh"))}, "changed on its way"));
    for (const auto &entry :
         std::filesystem::recursive_directory_iterator(two.path("network/blocks"))) {
        if (entry.is_regular_file()) {
            QFile block{QString::fromStdString(entry.path().string())};
            QVERIFY(block.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            QVERIFY(block.open(QIODevice::ReadWrite));
            QByteArray bytes = block.readAll();
            bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
            QVERIFY(block.seek(0) && block.write(bytes) == bytes.size());
        }
    }
    must(two.clinician->deliver(contact, {two.write("two.json", test::bundleOf("Marsh"))}, "good"));

    const auto synced = two.patient->sync();
    QVERIFY(!synced && synced.error().code == ErrorCode::Tampered);
    QVERIFY(synced.error().detail.find(changed.toHex().substr(0, 8)) != std::string::npos);
    QCOMPARE(must(two.patient->recordCounts({})).total, std::int64_t{4});
    const auto rows = must(two.patient->deliveries());
    const auto aside = std::ranges::find(rows, changed, &DeliveryRow::delivery);
    QVERIFY(aside != rows.end() && aside->state == DeliveryState::Waiting);
    QVERIFY(aside->waitingFor.starts_with("it arrived changed"));

    must(two.patient->sync()); // it was said once, and is not tried again
    must(two.patient->refuseDelivery(changed));
    must(two.clinician->sync());
    const auto theirs = must(two.clinician->deliveries());
    QVERIFY(std::ranges::find(theirs, changed, &DeliveryRow::delivery)->state
            == DeliveryState::Refused);
}

void WalletStoryTest::share_thatIsRejected_isShown_andGivenAgainOrPutAway()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    two.patient->setOffline(true);
    const auto first = two.shareAll().grant; // for seven days
    const auto second = two.shareAll().grant;
    two.clock.advance(std::chrono::days{8});
    two.patient->setOffline(false);
    must(two.patient->sync());
    for (const ShareRow &row : must(two.patient->shares())) {
        QVERIFY(row.state == ShareState::Rejected && !row.waiting);
        QCOMPARE(row.rejected, std::string{"E_WINDOW"});
    }
    QCOMPARE(must(two.patient->status()).outbox, std::int64_t{0});

    const ShareResult again = must(two.patient->updateShare(first));
    QVERIFY(again.grant != first && again.until > two.clock.now() + std::chrono::days{6});
    must(two.patient->revoke({second}));
    const auto left = must(two.patient->shares());
    QCOMPARE(left.size(), std::size_t{1});
    QVERIFY(left[0].grant == again.grant && left[0].state == ShareState::Active);
    must(two.clinician->refresh());
    QVERIFY(two.clinician->open(again.grant, ""));
    must(two.patient->revoke({again.grant}));
    must(two.patient->sync());
    for (const auto &entry :
         std::filesystem::recursive_directory_iterator(two.path("network/blocks"))) {
        QVERIFY2(!entry.is_regular_file(), "the blocks of all three are gone");
    }
}

void WalletStoryTest::endedShare_losesItsBlocks()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    (void)two.shareAll();
    const auto files = [&] {
        int count = 0;
        for (const auto &entry :
             std::filesystem::recursive_directory_iterator(two.path("network/blocks"))) {
            count += entry.is_regular_file() ? 1 : 0;
        }
        return count;
    };
    QVERIFY(files() > 0);
    two.clock.advance(std::chrono::days{8});
    must(two.patient->sync());
    QCOMPARE(files(), 0);
    QVERIFY(must(two.patient->shares()).at(0).state == ShareState::Expired);
}

void WalletStoryTest::offline_actsWaitAndAreSentOnce()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    two.patient->setOffline(true);
    const ShareResult share = two.shareAll();
    QVERIFY(share.state == SendState::Queued);
    QVERIFY(must(two.patient->shares()).at(0).state == ShareState::Queued);
    must(two.clinician->refresh());
    QVERIFY(must(two.clinician->inbox()).empty());
    two.patient->setOffline(false);
    must(two.patient->sync());
    must(two.patient->sync());
    must(two.clinician->refresh());
    QCOMPARE(must(two.clinician->inbox()).size(), std::size_t{1});
    QVERIFY(two.clinician->open(share.grant, ""));
}

void WalletStoryTest::restore_findsSharesAndContactsAgain()
{
    TwoWallets two;
    const Bytes invite = must(two.patient->createInvite());
    must(two.clinician->acceptInvite(invite));
    must(two.patient->sync());
    must(two.patient->confirmContact(two.contactOf(*two.patient)));
    two.importRecords();
    const ShareResult share = two.shareAll();
    must(two.clinician->refresh());
    must(two.clinician->open(share.grant, "visit"));

    RestoreReport report{};
    const auto again = must(Wallet::restore({.home = two.path("again"),
                                             .name = "Eleanor Marsh",
                                             .network = two.network(),
                                             .cost = crypto::PassphraseCost::low()},
                                            two.patientSeed(), test::secret("another passphrase"),
                                            two.clock, report, {}, {}));
    QCOMPARE(report.contacts, std::int64_t{1});
    QCOMPARE(report.shares, std::int64_t{1});
    QCOMPARE(must(again->contacts()).at(0).name, std::string{"Dr Amara Okafor"});
    const auto lines = must(again->activity({.kinds = {"opened"}}));
    QCOMPARE(lines.size(), std::size_t{1});
    QCOMPARE(lines[0].who, std::string{"Dr Amara Okafor"});
    must(again->revoke({share.grant}));
    QVERIFY(!two.clinician->open(share.grant, "after"));
}

void WalletStoryTest::restore_withOtherWords_createsNothing()
{
    TwoWallets two;
    RestoreReport report{};
    const auto again = Wallet::restore({.home = two.path("again"),
                                        .name = "Eleanor Marsh",
                                        .network = two.network(),
                                        .cost = crypto::PassphraseCost::low()},
                                       crypto::Seed::random(), test::secret("another passphrase"),
                                       two.clock, report, {}, {});
    QVERIFY(!again);
    QVERIFY(again.error().code == ErrorCode::WrongKey);
    QVERIFY(!std::filesystem::exists(two.path("again")));
}

void WalletStoryTest::clockBehindTheLedger_writesNothing()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const Instant before = two.clock.now();
    two.clock.advance(-std::chrono::minutes{10});
    const auto share = two.patient->share(two.contactOf(*two.patient), {},
                                          {.reason = "", .until = before + std::chrono::days{1}});
    QVERIFY(!share);
    QVERIFY(share.error().code == ErrorCode::Conflict);
    two.clock.set(before + std::chrono::days{3650});
    QVERIFY(!two.patient->share(two.contactOf(*two.patient), {},
                                {.reason = "", .until = two.clock.now() + std::chrono::days{1}}));
    two.clock.set(before);
    QVERIFY(must(two.patient->shares()).empty());
}

void WalletStoryTest::verify_findsNoProblem()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    (void)two.shareAll();
    const VerifyReport report = must(two.patient->verify());
    QCOMPARE(report.problems.size(), std::size_t{0});
    QCOMPARE(report.records, std::int64_t{4});
    QCOMPARE(report.anchored, std::int64_t{4});
    QVERIFY(report.entries > 4);
    QCOMPARE(report.proven, report.entries);
}

QTEST_GUILESS_MAIN(WalletStoryTest)
#include "wallet_story_test.moc"
