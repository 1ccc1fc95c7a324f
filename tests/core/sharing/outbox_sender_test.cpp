// SPDX-License-Identifier: Apache-2.0
#include "core/contract/commitments.hpp"
#include "core/ledger/embedded/embedded_ledger.hpp"
#include "core/sharing/outbox_sender.hpp"
#include "core/vault/hot_key_table.hpp"
#include "core/vault/migrations.hpp"
#include "core/vault/setting_table.hpp"

#include <QTemporaryDir>
#include <QTest>

using namespace keepwell;
using sharing::OutboxSender;

namespace {

enum class Cut { None, BeforeSubmit, AfterSubmit, BeforeDeposit, AfterDeposit, CustodianLags };

/// A real ledger behind a line that breaks: what a caller of a network meets.
class CutLedger final : public ledger::Ledger
{
public:
    explicit CutLedger(std::unique_ptr<ledger::EmbeddedLedger> real) : m_real{std::move(real)} {}

    Cut cut = Cut::None;

    ledger::Info info() const override { return m_real->info(); }

    ledger::Verdict<ledger::Entry> submit(const contract::Envelope &envelope,
                                          ledger::Patience patience) override
    {
        if (cut == Cut::BeforeSubmit) {
            return gone();
        }
        auto entry = m_real->submit(envelope, patience);
        if (cut == Cut::AfterSubmit) {
            return gone();
        }
        return entry;
    }

    ledger::Verdict<> deposit(const contract::Deposit &value, ledger::Patience patience) override
    {
        if (cut == Cut::BeforeDeposit) {
            return gone();
        }
        if (cut == Cut::CustodianLags) {
            return contract::reject(contract::Code::NotFound, "no such delivery is committed");
        }
        auto done = m_real->deposit(value, patience);
        if (cut == Cut::AfterDeposit) {
            return gone();
        }
        return done;
    }

    ledger::Verdict<Bytes> query(const contract::SignedQuery &query,
                                 ledger::Patience patience) override
    {
        return m_real->query(query, patience);
    }

    Result<ledger::Head> head(ledger::Patience patience) override { return m_real->head(patience); }

    Result<std::vector<ledger::Entry>> entries(std::uint64_t from, std::size_t limit,
                                               ledger::Patience patience) override
    {
        return m_real->entries(from, limit, patience);
    }

    Result<crypto::merkle::Proof> inclusionProof(std::uint64_t index, std::uint64_t size) override
    {
        return m_real->inclusionProof(index, size);
    }

    Result<crypto::merkle::Proof> consistencyProof(std::uint64_t oldSize,
                                                   std::uint64_t size) override
    {
        return m_real->consistencyProof(oldSize, size);
    }

    std::shared_ptr<ledger::Changes> changes() const override { return m_real->changes(); }

private:
    static std::unexpected<contract::Failure> gone()
    {
        return contract::reject(contract::Code::Host, "the line was cut");
    }

    std::unique_ptr<ledger::EmbeddedLedger> m_real;
};

class FixedClock final : public Clock
{
public:
    Instant now() const override { return at; }
    Instant at = SystemClock{}.now();
};

/// A vault's database with one hot key, on one network.
struct Fixture
{
    QTemporaryDir folder;
    FixedClock clock;
    vault::Database database;
    sharing::KeyRing keys;
    CutLedger ledger;
    vault::OutboxTable outbox;

    Fixture()
        : database{*vault::Database::create(path("vault.db"), crypto::DatabaseKey::random())}
        , keys{database}
        , ledger{*ledger::EmbeddedLedger::open(path("ledger.db"), clock, {.mayCreate = true})}
        , outbox{database}
    {
        const bool ready = vault::migrate(database)
            && vault::HotKeyTable{database}.add(0, crypto::HotKey::random())
            && vault::SettingTable{database}.setBytes(vault::setting::kNetworkId,
                                                      ledger.info().network.view());
        if (!ready) {
            qFatal("no fixture");
        }
    }

    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path{folder.path().toStdString()} / name;
    }

    std::int64_t queueAnchor(std::byte mark)
    {
        return *outbox.add({.signer = vault::SignerKind::Self,
                            .key = keys.selfKey()->publicKey(),
                            .body = contract::AnchorBody{Bytes32{mark}},
                            .made = clock.at,
                            .envelope = {},
                            .tx = {},
                            .entry = {}},
                           {});
    }

    std::uint64_t entries() { return ledger.head({})->size - 1; } // without the genesis

    Result<std::int64_t> send() { return OutboxSender(database, keys, ledger, clock).sendAll({}); }
};

} // namespace

class OutboxSenderTest : public QObject
{
    Q_OBJECT

private slots:
    void cut_thenAgain_isDoneOnce_data();
    void cut_thenAgain_isDoneOnce();
    void deposit_cut_thenAgain_isThere_data();
    void deposit_cut_thenAgain_isThere();
    void intentsOfOneKey_goInOrder();
    void heldObject_waitsAlone();
    void envelopeTooOld_isSignedAgainWithTheSameSeq();
    void clockOff_sendsNothing_data();
    void clockOff_sendsNothing();
    void rejected_isKeptWithItsCode();
};

void OutboxSenderTest::cut_thenAgain_isDoneOnce_data()
{
    QTest::addColumn<Cut>("cut");
    QTest::newRow("before it left") << Cut::BeforeSubmit;
    QTest::newRow("the answer was lost") << Cut::AfterSubmit;
}

void OutboxSenderTest::cut_thenAgain_isDoneOnce()
{
    QFETCH(Cut, cut);
    Fixture fixture;
    const std::int64_t intent = fixture.queueAnchor(std::byte{1});
    fixture.ledger.cut = cut;
    QVERIFY(!fixture.send());
    QVERIFY((*fixture.outbox.find(intent))->state == vault::IntentState::Sent);
    fixture.ledger.cut = Cut::None;
    QVERIFY(fixture.send());
    QVERIFY(fixture.send());
    QVERIFY((*fixture.outbox.find(intent))->state == vault::IntentState::Done);
    QCOMPARE(fixture.entries(), std::uint64_t{1});
}

void OutboxSenderTest::deposit_cut_thenAgain_isThere_data()
{
    QTest::addColumn<Cut>("cut");
    QTest::newRow("before") << Cut::BeforeDeposit;
    QTest::newRow("after") << Cut::AfterDeposit;
    QTest::newRow("a custodian that has not read so far") << Cut::CustodianLags;
}

void OutboxSenderTest::deposit_cut_thenAgain_isThere()
{
    QFETCH(Cut, cut);
    Fixture fixture;
    const auto receiver = crypto::SigningKey::random();
    const contract::DeliveryId delivery{Bytes32{std::byte{9}}};
    const Bytes sealed(100, std::byte{5});
    const contract::NetworkId network = fixture.ledger.info().network;
    const std::int64_t intent = *fixture.outbox.add(
        {.signer = vault::SignerKind::Self,
         .key = fixture.keys.selfKey()->publicKey(),
         .body = contract::DeliverBody{.delivery = delivery,
                                       .to = receiver.publicKey(),
                                       .notice = contract::noticeCommitment(network, delivery,
                                                                            ByteView{sealed}),
                                       .custodian = {}},
         .object = delivery.bytes(),
         .made = fixture.clock.at,
         .envelope = {},
         .tx = {},
         .entry = {}},
        {contract::Deposit::notice(delivery, sealed)});
    fixture.ledger.cut = cut;
    QVERIFY(!fixture.send());
    QVERIFY((*fixture.outbox.find(intent))->state == vault::IntentState::Committed);
    const auto question = contract::makeQuery(network, contract::QueryNumber::GetNotice,
                                              delivery.bytes(), fixture.clock.at, receiver);
    fixture.ledger.cut = Cut::None;
    QVERIFY(fixture.send());
    QVERIFY((*fixture.outbox.find(intent))->state == vault::IntentState::Done);
    QVERIFY(fixture.outbox.deposits(intent)->empty());
    QVERIFY(fixture.ledger.query(question, {}).value() == sealed);
    QCOMPARE(fixture.entries(), std::uint64_t{1});
}

void OutboxSenderTest::intentsOfOneKey_goInOrder()
{
    Fixture fixture;
    const std::int64_t first = fixture.queueAnchor(std::byte{1});
    const std::int64_t second = fixture.queueAnchor(std::byte{2});
    QCOMPARE(*fixture.send(), std::int64_t{2});
    QCOMPARE((*fixture.outbox.find(first))->seq, std::uint32_t{1});
    QCOMPARE((*fixture.outbox.find(second))->seq, std::uint32_t{2});
    QVERIFY((*fixture.outbox.find(first))->entry < (*fixture.outbox.find(second))->entry);
}

void OutboxSenderTest::heldObject_waitsAlone()
{
    Fixture fixture;
    const contract::GrantId grant{Bytes32{std::byte{7}}};
    const std::int64_t held
        = *fixture.outbox.add({.signer = vault::SignerKind::Self,
                               .key = fixture.keys.selfKey()->publicKey(),
                               .body = contract::RevokeBody{{grant}, {}},
                               .object = {}, // a revoke of several names them in its body alone
                               .made = fixture.clock.at,
                               .envelope = {},
                               .tx = {},
                               .entry = {}},
                              {});
    const std::int64_t other = fixture.queueAnchor(std::byte{1});
    OutboxSender sender{fixture.database, fixture.keys, fixture.ledger, fixture.clock};
    QCOMPARE(*sender.sendAll({}, {grant.bytes()}), std::int64_t{1});
    QVERIFY((*fixture.outbox.find(held))->state == vault::IntentState::Queued);
    QVERIFY((*fixture.outbox.find(other))->state == vault::IntentState::Done);
    const std::int64_t third = fixture.queueAnchor(std::byte{2}); // of the same key
    QVERIFY(sender.sendUpTo(third, {}, {grant.bytes()})->state == vault::IntentState::Done);
    QVERIFY((*fixture.outbox.find(held))->state == vault::IntentState::Queued);
    QVERIFY(sender.sendAll({}));
    QVERIFY((*fixture.outbox.find(held))->state == vault::IntentState::Rejected); // no such grant
}

void OutboxSenderTest::envelopeTooOld_isSignedAgainWithTheSameSeq()
{
    Fixture fixture;
    const std::int64_t intent = fixture.queueAnchor(std::byte{1});
    fixture.ledger.cut = Cut::BeforeSubmit;
    QVERIFY(!fixture.send());
    const auto before = *fixture.outbox.find(intent);
    fixture.clock.at += std::chrono::hours{3};
    fixture.ledger.cut = Cut::None;
    QVERIFY(fixture.send());
    const auto after = *fixture.outbox.find(intent);
    QVERIFY(after->state == vault::IntentState::Done);
    QCOMPARE(after->seq, before->seq);
    QVERIFY(after->tx != before->tx);
    QCOMPARE(fixture.entries(), std::uint64_t{1});
}

void OutboxSenderTest::clockOff_sendsNothing_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("ten minutes slow") << qint64{-600};
    QTest::newRow("ten years fast") << qint64{10} * 365 * 86400;
}

void OutboxSenderTest::clockOff_sendsNothing()
{
    QFETCH(qint64, seconds);
    Fixture fixture;
    fixture.queueAnchor(std::byte{1});
    QVERIFY(fixture.send());
    fixture.queueAnchor(std::byte{2});
    fixture.clock.at += std::chrono::seconds{seconds};
    const auto sent = fixture.send();
    QVERIFY(!sent);
    QVERIFY(sent.error().code == ErrorCode::Conflict);
    QCOMPARE(fixture.entries(), std::uint64_t{1});
}

void OutboxSenderTest::rejected_isKeptWithItsCode()
{
    Fixture fixture;
    const std::int64_t intent = *fixture.outbox.add({.signer = vault::SignerKind::Self,
                                                     .key = fixture.keys.selfKey()->publicKey(),
                                                     .body = contract::AckDeliveryBody{},
                                                     .made = fixture.clock.at,
                                                     .envelope = {},
                                                     .tx = {},
                                                     .entry = {}},
                                                    {});
    QVERIFY(fixture.send());
    QVERIFY((*fixture.outbox.find(intent))->state == vault::IntentState::Rejected);
    QVERIFY((*fixture.outbox.find(intent))->code == contract::Code::NotFound);
    QCOMPARE(fixture.entries(), std::uint64_t{0});
    QCOMPARE(*fixture.outbox.countOpen(), std::int64_t{0});
}

QTEST_GUILESS_MAIN(OutboxSenderTest)
#include "outbox_sender_test.moc"
