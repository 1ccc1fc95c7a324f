// SPDX-License-Identifier: Apache-2.0
#include "core/vault/block_table.hpp"
#include "core/vault/delivery_table.hpp"
#include "core/vault/grant_table.hpp"
#include "core/vault/received_share_table.hpp"
#include "tests/core/vault/test_vault.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::test;
using namespace keepwell::vault;

namespace {

contract::Terms someTerms()
{
    return {.purpose = contract::Purpose::Hresch,
            .notBefore = at(10),
            .expires = at(1000),
            .maxOpens = 3,
            .custodian = "clinic"};
}

GivenGrantRow grantOf(std::uint8_t fill)
{
    return {.id = id<contract::GrantId>(fill),
            .contact = 1,
            .relation = 2,
            .owner = id<contract::PublicKey>(3),
            .grantee = id<contract::PublicKey>(4),
            .terms = someTerms(),
            .reason = "a second opinion",
            .follows = true,
            .selection = Bytes(5, std::byte{9}),
            .person = PersonId{1},
            .epoch = 1,
            .records = 0,
            .wish = GrantWish::Live,
            .made = at(fill)};
}

GivenEpochRow epochOf(std::uint8_t fill, std::uint32_t epoch)
{
    return {.grant = id<contract::GrantId>(fill),
            .epoch = epoch,
            .manifest = id<contract::Commitment>(11),
            .noticeHash = id<contract::Commitment>(12),
            .releaseHash = id<contract::Commitment>(13),
            .blind = bytes32(14),
            .head = Bytes(3, std::byte{1}),
            .notice = Bytes(4, std::byte{2}),
            .object = Bytes(5, std::byte{3}),
            .release = crypto::ReleasePart::random()};
}

} // namespace

class GrantTableTest : public QObject
{
    Q_OBJECT

private slots:
    void grant_comesBackWhole()
    {
        TestDatabase fresh;
        GrantTable grants{fresh.database};
        const auto given = grantOf(1);
        QVERIFY(grants.add(given));
        QCOMPARE(grants.add(given).error().code, ErrorCode::Conflict);
        const auto row = **grants.find(given.id);
        QVERIFY(row.terms == given.terms && row.owner == given.owner);
        QVERIFY(row.grantee == given.grantee && row.person == given.person && row.follows);
        QVERIFY(row.selection == given.selection && row.made == given.made);
        QCOMPARE(row.reason, given.reason);
        QVERIFY(!*grants.find(id<contract::GrantId>(9)));
        QVERIFY(grants.add(grantOf(2)));
        QVERIFY(grants.all()->front().id == id<contract::GrantId>(2));
    }

    void epoch_isTheNewestAndItsKeysCanBeWiped()
    {
        TestDatabase fresh;
        GrantTable grants{fresh.database};
        QVERIFY(grants.add(grantOf(1)));
        const auto first = epochOf(1, 1);
        QVERIFY(grants.addEpoch(first, {RecordId{5}, RecordId{6}}));
        QVERIFY(grants.addEpoch(epochOf(1, 2), {RecordId{6}, RecordId{7}, RecordId{8}}));
        const auto row = **grants.find(first.grant);
        QCOMPARE(row.epoch, 2U);
        QCOMPARE(row.records, 3);
        QCOMPARE(grants.recordsOf(first.grant)->size(), 3U);
        QVERIFY(grants.holding(RecordId{5})->empty());
        QCOMPARE(grants.holding(RecordId{6})->size(), 1U);
        auto stored = *grants.epoch(first.grant, 1);
        QVERIFY(stored && stored->release);
        QVERIFY(std::ranges::equal(stored->release->expose(), first.release->expose()));
        QVERIFY(stored->blind == first.blind && stored->notice == first.notice);
        QVERIFY(grants.wipeEpochs(first.grant, 2));
        stored = *grants.epoch(first.grant, 1);
        QVERIFY(!stored->release && stored->notice.empty() && stored->object.empty());
        QVERIFY((*grants.epoch(first.grant, 2))->release);
        QVERIFY(grants.setWish(first.grant, GrantWish::Stopped));
        QVERIFY(grants.holding(RecordId{6})->empty());
    }

    void prefix_findsGivenAndReceived()
    {
        TestDatabase fresh;
        GrantTable grants{fresh.database};
        QVERIFY(grants.add(grantOf(0xab)));
        QCOMPARE(grants.byPrefix("abab")->size(), 1U);
        QCOMPARE(grants.byPrefix("ABAB")->size(), 1U);
        QVERIFY(grants.byPrefix("ac")->empty());
        QVERIFY(grants.byPrefix("%")->empty());
    }

    void receivedShare_takesInANewEpoch()
    {
        TestDatabase fresh;
        ReceivedShareTable shares{fresh.database};
        ReceivedShareRow share{.id = id<contract::GrantId>(1),
                               .contact = std::nullopt,
                               .relation = 2,
                               .owner = id<contract::PublicKey>(3),
                               .grantee = id<contract::PublicKey>(4),
                               .epoch = 1,
                               .terms = someTerms(),
                               .reason = "why",
                               .records = 12,
                               .notice = Bytes(4, std::byte{1}),
                               .since = at(20),
                               .opens = 0,
                               .lastOpened = std::nullopt};
        QVERIFY(shares.put(share));
        QVERIFY(shares.noteOpened(share.id, at(30)));
        share.epoch = 2;
        share.contact = 5;
        share.since = at(99);
        QVERIFY(shares.put(share));
        auto row = **shares.find(share.id);
        QCOMPARE(row.epoch, 2U);
        QCOMPARE(row.opens, 1);
        QVERIFY(row.lastOpened == at(30) && row.since == at(20) && row.contact == 5);
        QVERIFY(row.terms == share.terms && row.notice == share.notice);
        QVERIFY(shares.wipeNotice(share.id));
        QVERIFY((*shares.find(share.id))->notice.empty());
        QCOMPARE(shares.all()->size(), 1U);
    }

    void delivery_goesThroughItsSteps()
    {
        TestDatabase fresh;
        DeliveryTable deliveries{fresh.database};
        const DeliveryRow delivery{.id = id<contract::DeliveryId>(0xcd),
                                   .incoming = true,
                                   .contact = 2,
                                   .relation = 3,
                                   .from = id<contract::PublicKey>(4),
                                   .to = id<contract::PublicKey>(5),
                                   .note = "blood tests",
                                   .records = 6,
                                   .notice = Bytes(1, std::byte{1}),
                                   .object = Bytes(2, std::byte{2}),
                                   .step = DeliveryStep::Waiting,
                                   .waitingFor = "not checked",
                                   .person = std::nullopt,
                                   .time = at(9)};
        QVERIFY(deliveries.add(delivery));
        QCOMPARE(deliveries.add(delivery).error().code, ErrorCode::Conflict);
        QCOMPARE(deliveries.inStep(DeliveryStep::Waiting)->size(), 1U);
        QCOMPARE(deliveries.all()->front().waitingFor, "not checked");
        QVERIFY(deliveries.setFiled(delivery.id, PersonId{3}));
        auto row = **deliveries.find(delivery.id);
        QVERIFY(row.step == DeliveryStep::Filed && row.person == PersonId{3});
        QVERIFY(row.incoming && row.contact == 2 && row.object == delivery.object);
        QVERIFY(row.waitingFor.empty());
        QVERIFY(deliveries.setStep(delivery.id, DeliveryStep::Refused));
        QVERIFY(deliveries.wipe(delivery.id));
        row = **deliveries.find(delivery.id);
        QVERIFY(row.step == DeliveryStep::Refused && row.notice.empty() && row.object.empty());
        QCOMPARE(deliveries.byPrefix("cdcdcdcd")->size(), 1U);
    }

    void block_ofNobodyIsAnOrphan()
    {
        TestDatabase fresh;
        GrantTable grants{fresh.database};
        BlockTable blocks{fresh.database};
        QVERIFY(grants.add(grantOf(1)));
        QVERIFY(blocks.add({{bytes32(1), 1, "a"}, {bytes32(1), 1, "b"}, {bytes32(2), 1, "c"}}));
        QCOMPARE(blocks.orphans()->size(), 1U);
        QCOMPARE(blocks.orphans()->front().cid, "c");
        QCOMPARE(blocks.all()->size(), 2U);
        QVERIFY(blocks.add({{bytes32(1), 2, "d"}})); // of an epoch that is not there
        QCOMPARE(blocks.orphans()->size(), 2U);
        const auto old = *blocks.ofOwner(bytes32(1), 2);
        QCOMPARE(old.size(), 2U);
        QVERIFY(blocks.remove({old.front()}));
        QCOMPARE(blocks.all()->size(), 1U);
    }
};

QTEST_APPLESS_MAIN(GrantTableTest)
#include "grant_table_test.moc"
