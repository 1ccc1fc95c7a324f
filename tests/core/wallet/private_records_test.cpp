// SPDX-License-Identifier: Apache-2.0
#include "tests/core/wallet/two_wallets.hpp"

using namespace keepwell;
using namespace keepwell::test;

/// What is extra private stays out of shares that were not told to take it.
class PrivateRecordsTest : public QObject
{
    Q_OBJECT

private slots:
    void label_keepsARecordOutOfItsKind();
    void mark_takesARecordOutOfARunningShare();
    void label_keepsANewRecordOutOfALiveShare();
    void chosenOneByOne_isShared();
};

namespace {

constexpr const char *kLabelled = R"({"resourceType":"Observation","status":"final",
 "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"SEX"}]},
 "category":[{"coding":[{"code":"laboratory"}]}],"code":{"text":"Chlamydia"},"valueString":"negative"})";

ShareTerms week(const TwoWallets &two, bool live = false)
{
    return {.reason = "", .until = two.clock.now() + std::chrono::days{7}, .live = live};
}

RecordId idOf(Wallet &wallet, const char *title)
{
    return must(wallet.records({.search = title})).at(0).id;
}

QStringList opened(TwoWallets &two, const contract::GrantId &grant)
{
    must(two.clinician->sync());
    QStringList titles;
    const auto share = must(two.clinician->open(grant, ""));
    for (const RecordRow &row : share->rows()) {
        titles << QString::fromStdString(row.title).section(':', 0, 0);
    }
    titles.sort();
    return titles;
}

} // namespace

void PrivateRecordsTest::label_keepsARecordOutOfItsKind()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    must(two.patient->import({two.write("labelled.json", kLabelled)}, {}));
    QCOMPARE(must(two.patient->recordCounts({.isPrivate = true})).total, std::int64_t{1});
    const std::int64_t doctor = two.contactOf(*two.patient);
    Selection results{.kinds = {RecordKind::Result}};
    const auto without = must(two.patient->share(doctor, results, week(two)));
    QCOMPARE(without.records, std::int64_t{1});
    QVERIFY(!opened(two, without.grant).contains("Chlamydia"));
    results.withPrivate = true;
    const auto with = must(two.patient->share(doctor, results, week(two)));
    QCOMPARE(with.records, std::int64_t{2});
    QVERIFY(opened(two, with.grant).contains("Chlamydia"));
}

void PrivateRecordsTest::mark_takesARecordOutOfARunningShare()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const auto share = two.shareAll();
    QCOMPARE(share.records, std::int64_t{4});
    must(two.patient->markPrivate(idOf(*two.patient, "kidney"), true));
    QCOMPARE(opened(two, share.grant).size(), 4); // until it is updated, as the mark says
    must(two.patient->updateShare(share.grant));
    const QStringList left = opened(two, share.grant);
    QCOMPARE(left.size(), 3);
    QVERIFY(!left.contains("Chronic kidney disease"));
    must(two.patient->markPrivate(idOf(*two.patient, "kidney"), false));
    must(two.patient->updateShare(share.grant));
    QVERIFY(opened(two, share.grant).contains("Chronic kidney disease"));
}

void PrivateRecordsTest::label_keepsANewRecordOutOfALiveShare()
{
    TwoWallets two;
    two.pair();
    two.importRecords();
    const auto share = must(two.patient->share(two.contactOf(*two.patient), {}, week(two, true)));
    must(two.patient->import({two.write("labelled.json", kLabelled)}, {}));
    must(two.patient->sync());
    QCOMPARE(opened(two, share.grant).size(), 4);
    must(two.patient->markPrivate(idOf(*two.patient, "penicillin"), true));
    must(two.patient->sync()); // a share that follows its kinds follows the mark as well
    QCOMPARE(opened(two, share.grant).size(), 3);
}

void PrivateRecordsTest::chosenOneByOne_isShared()
{
    TwoWallets two;
    two.pair();
    must(two.patient->import({two.write("labelled.json", kLabelled)}, {}));
    const std::int64_t doctor = two.contactOf(*two.patient);
    const auto nothing = two.patient->share(doctor, {}, week(two));
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::NotFound);
    const Selection one{.records = {idOf(*two.patient, "chlamydia")}};
    const auto share = must(two.patient->share(doctor, one, week(two)));
    QCOMPARE(opened(two, share.grant), QStringList{"Chlamydia"});
}

QTEST_APPLESS_MAIN(PrivateRecordsTest)
#include "private_records_test.moc"
