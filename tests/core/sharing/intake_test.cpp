// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/embedded_ledger.hpp"
#include "core/sharing/intake.hpp"
#include "core/vault/hot_key_table.hpp"
#include "core/vault/migrations.hpp"
#include "core/vault/setting_table.hpp"
#include "tests/core/contract/actor.hpp"

#include <QTemporaryDir>
#include <QTest>

using namespace keepwell;
using sharing::Intake;

namespace {

class FixedClock final : public Clock
{
public:
    Instant now() const override { return test::kStart; }
};

/// A vault's database and a ledger to which somebody writes.
struct Fixture
{
    QTemporaryDir folder;
    FixedClock clock;
    vault::Database database{
        *vault::Database::create(path("vault.db"), crypto::DatabaseKey::random())};
    sharing::KeyRing keys{database};
    std::unique_ptr<ledger::EmbeddedLedger> ledger{
        *ledger::EmbeddedLedger::open(path("ledger.db"), clock, {.mayCreate = true})};
    test::Actor writer{ledger->info().network, "writer"};

    Fixture()
    {
        const bool ready = vault::migrate(database)
            && vault::HotKeyTable{database}.add(0, crypto::HotKey::random())
            && vault::SettingTable{database}.setBytes(vault::setting::kNetworkId,
                                                      ledger->info().network.view());
        if (!ready) {
            qFatal("no fixture");
        }
    }

    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path{folder.path().toStdString()} / name;
    }

    void write()
    {
        const auto next = writer.next(contract::AnchorBody{test::bytesNamed("root")}, clock.now());
        if (!ledger->submit(next.envelope(), {})) {
            qFatal("not written");
        }
        writer.accepted(next.id());
    }

    Result<std::int64_t> takeIn() { return Intake(database, keys, *ledger, clock).takeIn({}); }
};

} // namespace

class IntakeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { crypto::initialise(); }
    void ledgerThatGoesOn_isTakenIn();
    void ledgerThatIsLongerButAnother_isRefused();
    void ledgerThatIsShorter_isRefused();
};

void IntakeTest::ledgerThatGoesOn_isTakenIn()
{
    Fixture fixture;
    for (std::uint64_t size = 2; size < 5; ++size) {
        fixture.write();
        QVERIFY(fixture.takeIn());
        QCOMPARE((*vault::ReplicaTable{fixture.database}.head())->size, size);
    }
}

/// A ledger is read anew from elsewhere between two calls, and grows beyond what was pinned.
void IntakeTest::ledgerThatIsLongerButAnother_isRefused()
{
    Fixture fixture;
    fixture.write();
    QVERIFY(fixture.takeIn());
    vault::ReplicaTable replica{fixture.database};
    vault::PinnedHead pinned = **replica.head();
    pinned.root[0] ^= std::byte{1};
    QVERIFY(replica.setHead(pinned));
    fixture.write();
    const auto taken = fixture.takeIn();
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::Tampered);
    QVERIFY(**replica.head() == pinned);
}

void IntakeTest::ledgerThatIsShorter_isRefused()
{
    Fixture fixture;
    fixture.write();
    QVERIFY(fixture.takeIn());
    vault::ReplicaTable replica{fixture.database};
    vault::PinnedHead pinned = **replica.head();
    ++pinned.size;
    QVERIFY(replica.setHead(pinned));
    QCOMPARE(fixture.takeIn().error().code, ErrorCode::Tampered);
}

QTEST_GUILESS_MAIN(IntakeTest)
#include "intake_test.moc"
