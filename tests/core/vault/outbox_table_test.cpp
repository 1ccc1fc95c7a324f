// SPDX-License-Identifier: Apache-2.0
#include "core/vault/outbox_table.hpp"
#include "core/vault/replica.hpp"
#include "tests/core/vault/test_vault.hpp"

#include <QTest>

using namespace keepwell;
using namespace keepwell::test;
using namespace keepwell::vault;

namespace {

const contract::NetworkId kNetwork = id<contract::NetworkId>(9);

contract::Transaction signedBy(const crypto::SigningKey &key, const contract::Body &body,
                               std::uint32_t seq)
{
    contract::Payload payload;
    payload.network = kNetwork;
    payload.key = key.publicKey();
    payload.seq = seq;
    payload.notAfter = at(1800);
    payload.body = body;
    return contract::Transaction::sign(payload, key);
}

IntentRow anchorIntent(const crypto::SigningKey &key)
{
    IntentRow row;
    row.signer = SignerKind::Self;
    row.key = key.publicKey();
    row.body = contract::AnchorBody{bytes32(5)};
    row.made = at(50);
    return row;
}

} // namespace

class OutboxTableTest : public QObject
{
    Q_OBJECT

private slots:
    void intent_goesFromQueuedToDone()
    {
        TestDatabase fresh;
        OutboxTable outbox{fresh.database};
        const auto key = crypto::SigningKey::random();
        const contract::GrantId grant = id<contract::GrantId>(1);
        IntentRow row = anchorIntent(key);
        row.signer = SignerKind::Relation;
        row.relation = 7;
        row.object = grant.bytes();
        row.body = contract::RequestAccessBody{.grant = grant,
                                               .epoch = 1,
                                               .respondTo = id<contract::SealingPublicKey>(3),
                                               .reason = id<contract::Commitment>(4)};
        const auto added
            = outbox.add(row,
                         {contract::Deposit::reason(contract::TxId{}, Bytes(20, std::byte{1})),
                          contract::Deposit::release(grant, 1, bytes32(2))});
        QVERIFY(added);
        auto stored = **outbox.find(*added);
        QVERIFY(stored.state == IntentState::Queued && stored.body == row.body);
        QVERIFY(stored.relation == 7 && stored.key == row.key && stored.object == row.object);
        QVERIFY(!stored.envelope && !stored.tx);

        const auto transaction = signedBy(key, row.body, 3);
        QVERIFY(outbox.setSent(*added, 3, at(1800), transaction));
        stored = **outbox.byTx(transaction.id());
        QVERIFY(stored.state == IntentState::Sent && stored.seq == 3);
        QVERIFY(stored.envelope == transaction.envelope() && stored.notAfter == at(1800));
        const auto deposits = *outbox.deposits(*added);
        QCOMPARE(deposits.size(), 2U);
        QVERIFY(deposits[0].value.id == transaction.id().bytes());
        QVERIFY(deposits[1].value.id == grant.bytes());

        QVERIFY(outbox.setCommitted(*added, 12, contract::Code::Expired));
        stored = **outbox.find(*added);
        QVERIFY(stored.state == IntentState::Committed && stored.entry == 12U);
        QVERIFY(stored.code == contract::Code::Expired);
        QVERIFY(outbox.setDeposited(*added, 0));
        QCOMPARE(*outbox.countOpen(), 1);
        QVERIFY(outbox.setDeposited(*added, 1));
        QVERIFY((*outbox.find(*added))->state == IntentState::Done);
        QCOMPARE(*outbox.countOpen(), 0);
        QCOMPARE(outbox.about(grant.bytes())->size(), 1U);
    }

    void intent_signedAgainKeepsItsSeq()
    {
        TestDatabase fresh;
        OutboxTable outbox{fresh.database};
        const auto key = crypto::SigningKey::random();
        const auto added = *outbox.add(anchorIntent(key), {});
        QVERIFY(outbox.setSent(added, 4, at(1800), signedBy(key, anchorIntent(key).body, 4)));
        QVERIFY(outbox.setQueued(added));
        const auto stored = outbox.open()->front();
        QVERIFY(stored.state == IntentState::Queued && stored.seq == 4);
        QVERIFY(outbox.setCommitted(added, 1, contract::Code::Done));
        QVERIFY(outbox.open()->empty());
    }

    void oneUseKey_goesWhenTheIntentIsOver()
    {
        TestDatabase fresh;
        OutboxTable outbox{fresh.database};
        const auto seed = crypto::SigningKey::SeedBytes::random();
        const auto key = crypto::SigningKey::fromSeed(seed);
        IntentRow row = anchorIntent(key);
        row.signer = SignerKind::OneUse;
        const auto added = *outbox.add(row, {}, &seed);
        QVERIFY(std::ranges::equal(outbox.oneUseSeed(added)->expose(), seed.expose()));
        const auto rejected
            = *outbox.add(row, {contract::Deposit::release({}, 1, bytes32(1))}, &seed);
        QVERIFY(outbox.setCommitted(added, 1, contract::Code::Done));
        QCOMPARE(outbox.oneUseSeed(added).error().code, ErrorCode::NotFound);
        QVERIFY(outbox.setRejected(rejected, contract::Code::Exists));
        QCOMPARE(outbox.oneUseSeed(rejected).error().code, ErrorCode::NotFound);
        QVERIFY(outbox.deposits(rejected)->empty());
        QVERIFY((*outbox.find(rejected))->code == contract::Code::Exists);
        QVERIFY(outbox.open()->empty());
    }

    void replica_keepsStateEntriesAndHead()
    {
        TestDatabase fresh;
        ReplicaState state{fresh.database};
        QVERIFY(state.put("k/00", bytes32(1)));
        QVERIFY(state.put("k/00", bytes32(2)));
        QVERIFY(**state.get("k/00") == copyOf(bytes32(2)));
        QVERIFY(state.remove("k/00"));
        QVERIFY(!*state.get("k/00"));
        QVERIFY(!state.getPrivate({})->value);
        QVERIFY(!state.putPrivate({}, bytes32(1)));

        ReplicaTable replica{fresh.database};
        QVERIFY(!*replica.head());
        const PinnedHead head{.size = 3,
                              .root = bytes32(4),
                              .newest = at(5),
                              .frontier = Bytes(64, std::byte{6}),
                              .checked = at(7)};
        QVERIFY(replica.setHead({}));
        QVERIFY(replica.setHead(head));
        QVERIFY(**replica.head() == head);

        const auto key = crypto::SigningKey::random();
        const auto transaction = signedBy(key, contract::AnchorBody{bytes32(5)}, 1);
        const ReplicaEntryRow entry{.index = 2,
                                    .time = at(10),
                                    .t = at(11),
                                    .type = contract::Type::Anchor,
                                    .outcome = contract::Code::Done,
                                    .key = key.publicKey(),
                                    .tx = transaction.id(),
                                    .object = bytes32(8),
                                    .envelope = transaction.envelope()};
        QVERIFY(replica.add(entry));
        QCOMPARE(replica.add(entry).error().code, ErrorCode::Conflict);
        const auto row = **replica.byTx(transaction.id());
        QVERIFY(row.index == 2 && row.envelope == entry.envelope && row.t == at(11));
        QVERIFY(row.key == entry.key && row.type == contract::Type::Anchor);
        QCOMPARE(replica.about(bytes32(8))->size(), 1U);
        QCOMPARE(replica.from(3, 10)->size(), 0U);
        QVERIFY(replica.clear());
        QVERIFY(!*replica.head());
        QCOMPARE(*replica.count(), 0);
    }
};

QTEST_APPLESS_MAIN(OutboxTableTest)
#include "outbox_table_test.moc"
