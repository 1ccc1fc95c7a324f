// SPDX-License-Identifier: Apache-2.0
#include "tests/core/store/ipfs/kubo_double.hpp"
#include "tests/core/wallet/two_wallets.hpp"

#include <QTest>

/// What people do while an act waits for the network (docs/decisions/0115).
namespace keepwell {

using test::must;
using test::TwoWallets;
using testing::KuboDouble;

class WalletTurnsTest : public QObject
{
    Q_OBJECT

private slots:
    void delivery_refusedWhileItsBlocksCome_isNotFiled();
    void contact_blockedWhileItsDeliveryComes_waits();
    void offline_isSetWhileAnActWaits();
    void placesThatAreNone_areRefusedAtOnce();
};

namespace {

/// A delivery that the next sync of the patient would file.
contract::DeliveryId deliver(TwoWallets &two)
{
    two.pair();
    const auto id = must(two.clinician->deliver(two.contactOf(*two.clinician),
                                                {two.write("d.json", test::bundleOf("Marsh"))},
                                                "your results"));
    must(two.clinician->sync());
    two.patient->sendLater(
        [] {}); // as the window does: an act is queued while another has its turn
    return id;
}

} // namespace

void WalletTurnsTest::delivery_refusedWhileItsBlocksCome_isNotFiled()
{
    KuboDouble kubo;
    TwoWallets two{kubo.server.address()};
    const auto id = deliver(two);
    int asked = 0;
    kubo.beforeGet = [&] {
        if (++asked == 1) {
            must(two.patient->refuseDelivery(id));
        }
    };
    QCOMPARE(must(two.patient->sync()).filed, std::int64_t{0});
    QVERIFY(asked > 0);
    QVERIFY(must(two.patient->deliveries()).at(0).state == DeliveryState::Refused);
    QCOMPARE(must(two.patient->recordCounts({})).total, std::int64_t{0});
    must(two.patient->sync());
    must(two.clinician->sync());
    QVERIFY(must(two.clinician->deliveries()).at(0).state == DeliveryState::Refused);
}

void WalletTurnsTest::contact_blockedWhileItsDeliveryComes_waits()
{
    KuboDouble kubo;
    TwoWallets two{kubo.server.address()};
    deliver(two);
    const auto contact = two.contactOf(*two.patient);
    kubo.beforeGet = [&] { must(two.patient->blockContact(contact, true)); };
    QCOMPARE(must(two.patient->sync()).filed, std::int64_t{0});
    QVERIFY(must(two.patient->deliveries()).at(0).state == DeliveryState::Waiting);
    QCOMPARE(must(two.patient->recordCounts({})).total, std::int64_t{0});
}

void WalletTurnsTest::offline_isSetWhileAnActWaits()
{
    KuboDouble kubo;
    TwoWallets two{kubo.server.address()};
    deliver(two);
    kubo.beforeGet = [&] { two.patient->setOffline(true); };
    const auto synced = two.patient->sync(); // ends when it next needs the ledger
    QVERIFY(!synced && synced.error().code == ErrorCode::Unavailable);
    QVERIFY(must(two.patient->status()).ledgerState == "unavailable");
}

void WalletTurnsTest::placesThatAreNone_areRefusedAtOnce()
{
    KuboDouble kubo;
    TwoWallets two{kubo.server.address()};
    NetworkConfig wrong = two.network();
    wrong.ipfs.api = "http://node.example:5001"; // neither this computer nor encrypted
    const auto set = two.patient->setNetwork(wrong);
    QVERIFY(!set && set.error().code == ErrorCode::InvalidInput);
    QCOMPARE(two.patient->network().ipfs.api, kubo.server.address());
    must(two.patient->setNetwork(two.network()));

    const NewWallet third{.home = two.path("third"),
                          .name = "Ana Reyes",
                          .role = identity::Role::Patient,
                          .network = wrong,
                          .cost = crypto::PassphraseCost::low()};
    const auto made = Wallet::create(third, crypto::Seed::random(),
                                     test::secret("a test passphrase"), two.clock);
    QVERIFY(!made && made.error().code == ErrorCode::InvalidInput);
    QVERIFY(!Wallet::existsAt(third.home));
}

} // namespace keepwell

QTEST_APPLESS_MAIN(keepwell::WalletTurnsTest)
#include "wallet_turns_test.moc"
