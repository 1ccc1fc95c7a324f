// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/embedded/sqlite.hpp"
#include "tests/core/ledger/fabric/channel_vectors.hpp"

#include <sys/stat.h>

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using keepwell::ledger::Sqlite;
using keepwell::test::MirrorFolder;

/// What somebody may do to the file while no wallet has it open.
class MirrorFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edit_isSeen_data();
    void edit_isSeen();
    void otherFiles_areRefused();
    void pin_isHeld();
    void hiddenEntry_beyondThePin_isSeen();
    void seal_ofAnotherWallet_isSeen();
    void confirm_believesNoRowWrittenMeanwhile();
    void unsealedVersion_isReadAnew();
    void forget_keepsWhatWasSent();
    void mode_isPrivate();
};

namespace {

void run(const MirrorFolder &place, const char *sql)
{
    const auto connection = Sqlite::open(place.file(), Sqlite::Mode::ReadWrite);
    if (!connection || !(*connection)->execute(sql)) {
        qFatal("%s", sql);
    }
}

SentTransaction sentAct()
{
    return {.envelope = contract::TxId{Bytes32{std::byte{7}}},
            .channelTxId = std::string(64, 'a'),
            .transaction = copyOf(bytesOf("bytes")),
            .state = SentState::Unknown};
}

} // namespace

void MirrorFileTest::edit_isSeen_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char *sql) { QTest::newRow(sql) << QByteArray{sql}; };
    row("UPDATE entry SET t = t + 1 WHERE idx = 6");
    row("UPDATE entry SET outcome = 18 WHERE idx = 3");
    row("UPDATE entry SET outcome = 'x'");
    row("UPDATE entry SET outcome = -1 WHERE idx = 6");
    row("UPDATE entry SET payload = x'a0' WHERE idx = 6");
    row("UPDATE entry SET signature = zeroblob(64) WHERE idx = 6");
    row("UPDATE entry SET signature = x'' WHERE idx = 6");
    row("UPDATE entry SET id = zeroblob(32) WHERE idx = 6");
    row("UPDATE entry SET channel_tx = zeroblob(31) WHERE idx = 6");
    row("UPDATE entry SET idx = 9 WHERE idx = 6");
    row("DELETE FROM entry WHERE idx = 6");
    row("DELETE FROM entry WHERE idx = 2");
    row("DELETE FROM entry");
    row("UPDATE block SET data_hash = zeroblob(32) WHERE number = 3");
    row("UPDATE block SET hash = zeroblob(32) WHERE number = 3");
    row("UPDATE block SET first_entry = 0 WHERE number = 3");
    row("UPDATE block SET first_entry = 9 WHERE number = 7");
    row("UPDATE block SET said = -1");
    row("UPDATE block SET said = 3 WHERE number = 3");
    row("UPDATE block SET said = 3");
    row("UPDATE block SET said = 3, seal = x''");
    row("UPDATE block SET seal = x'' WHERE number = 7");
    row("UPDATE block SET seal = (SELECT seal FROM block WHERE number = 2) WHERE number = 3");
    row("UPDATE block SET first_entry = 4 WHERE number = 3");
    row("UPDATE block SET validation = x'0000' WHERE number = 3");
    row("UPDATE block SET commit_hash = zeroblob(32) WHERE number = 3");
    row("UPDATE organisation SET msp = 'Org3MSP'");
    row("DELETE FROM block WHERE number = 3");
    row("DELETE FROM block WHERE number = 7");
    row("DELETE FROM config WHERE block = 0");
    row("DELETE FROM config WHERE block = 5");
    row("UPDATE config SET bytes = (SELECT bytes FROM config WHERE block = 0)");
    row("UPDATE config SET bytes = x'00'");
    row("DELETE FROM tip");
    row("UPDATE tip SET signatures = x''");
    row("UPDATE tip SET entries = 6");
    row("UPDATE organisation SET number = 3");
    row("DELETE FROM network");
    row("UPDATE network SET genesis = zeroblob(32)");
    row("UPDATE network SET contract = 'other'");
}

void MirrorFileTest::edit_isSeen()
{
    QFETCH(QByteArray, sql);
    MirrorFolder place{QStringLiteral("raft.json")};
    place.takeAll();
    const ledger::Head head = place.mirror->head();
    place.mirror.reset();
    const auto connection = Sqlite::open(place.file(), Sqlite::Mode::ReadWrite);
    // STRICT tables refuse a value of another type by themselves.
    const bool isDone = (*connection)->execute(sql.constData()).has_value();
    const auto opened = place.tryOpen(ledger::Pin{.size = head.size, .root = head.root});
    QCOMPARE(opened.has_value(), !isDone);
    if (!opened) {
        QVERIFY(opened.error().code == ErrorCode::Tampered
                || opened.error().code == ErrorCode::InvalidInput);
    }
}

void MirrorFileTest::otherFiles_areRefused()
{
    MirrorFolder place{QStringLiteral("raft.json")};
    place.mirror.reset();
    run(place, "PRAGMA user_version = 4");
    QCOMPARE(place.tryOpen().error().code, ErrorCode::Unsupported);
    run(place, "PRAGMA user_version = 3; PRAGMA application_id = 7");
    QCOMPARE(place.tryOpen().error().code, ErrorCode::InvalidInput);
    QFile file{QString::fromStdString(place.file().string())};
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(4096, 'x'));
    file.close();
    QCOMPARE(place.tryOpen().error().code, ErrorCode::InvalidInput);
    place.channel.origin.contract = "another";
    QVERIFY(ChainMirror::forget(place.file())); // unreadable: it goes
    QVERIFY(place.tryOpen());
}

void MirrorFileTest::pin_isHeld()
{
    MirrorFolder place{QStringLiteral("smartbft.json")};
    place.takeAll();
    const ledger::Head head = place.mirror->head();
    QVERIFY(place.tryOpen(ledger::Pin{.size = head.size, .root = head.root}));
    auto opened = place.tryOpen(ledger::Pin{.size = head.size, .root = {}});
    QVERIFY(opened.error().detail.starts_with("forked:"));
    opened = place.tryOpen(ledger::Pin{.size = head.size + 1, .root = head.root});
    QVERIFY(opened.error().detail.starts_with("rolled back:"));
}

void MirrorFileTest::hiddenEntry_beyondThePin_isSeen()
{
    // The newest entry stands in the newest block, so no other row tells of it.
    MirrorFolder place{QStringLiteral("raft.json")};
    QVERIFY(place.mirror->append(place.channel.before(7), "Org1MSP"));
    const ledger::Head pinned = place.mirror->head();
    QVERIFY(place.mirror->append(std::span{place.channel.blocks}.subspan(7), "Org1MSP"));
    QCOMPARE(place.mirror->head().size, pinned.size + 1);
    place.mirror.reset();
    run(place, "DELETE FROM entry WHERE idx = 6; UPDATE tip SET entries = 6");
    const auto opened = place.tryOpen(ledger::Pin{.size = pinned.size, .root = pinned.root});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Tampered);
}

void MirrorFileTest::seal_ofAnotherWallet_isSeen()
{
    // Two wallets of one network: what both organisations showed one, the other has from one only.
    MirrorFolder place{QStringLiteral("raft.json")};
    MirrorFolder other{QStringLiteral("raft.json")};
    other.mirror.reset();
    other.key = test::mirrorKey(std::byte{2});
    other.open();
    for (MirrorFolder *one : {&place, &other}) {
        one->takeAll();
    }
    QVERIFY(other.mirror->confirm(other.channel.blocks, "Org2MSP"));
    const ledger::Head head = place.mirror->head();
    QCOMPARE(other.mirror->head().proven, head.size);
    place.mirror.reset();
    other.mirror.reset();
    const std::string copy = "ATTACH '" + other.file().string()
        + "' AS other; DELETE FROM organisation; DELETE FROM block; "
          "INSERT INTO organisation SELECT * FROM other.organisation; "
          "INSERT INTO block SELECT * FROM other.block";
    run(place, copy.c_str());
    QCOMPARE(place.tryOpen(ledger::Pin{.size = head.size, .root = head.root}).error().code,
             ErrorCode::Tampered);
    place.key.reset(); // and without a key nothing of an earlier opening is believed
    QCOMPARE(place.tryOpen(ledger::Pin{.size = head.size, .root = head.root}).error().code,
             ErrorCode::Tampered);
}

void MirrorFileTest::confirm_believesNoRowWrittenMeanwhile()
{
    MirrorFolder place{QStringLiteral("raft.json")};
    place.takeAll();
    run(place, "UPDATE block SET said = 4 WHERE number = 3");
    const auto confirmed = place.mirror->confirm(place.channel.blocks, "Org2MSP");
    QVERIFY(!confirmed);
    QCOMPARE(confirmed.error().code, ErrorCode::Tampered);
    QCOMPARE(place.mirror->head().proven, 1U);
    QVERIFY(!place.mirror->head().conflictFrom); // no organisation is at fault
}

void MirrorFileTest::unsealedVersion_isReadAnew()
{
    MirrorFolder place{QStringLiteral("raft.json")};
    place.takeAll();
    QVERIFY(place.mirror->remember(sentAct()));
    const ledger::Head head = place.mirror->head();
    place.mirror.reset();
    // As version 2 had it; both organisations are said to have shown all.
    run(place,
        "CREATE TABLE old (number INTEGER PRIMARY KEY, data_hash BLOB NOT NULL, "
        "hash BLOB NOT NULL, first_entry INTEGER NOT NULL, validation BLOB NOT NULL, "
        "commit_hash BLOB NOT NULL, said INTEGER NOT NULL) STRICT; "
        "INSERT INTO old SELECT number, data_hash, hash, first_entry, validation, "
        "commit_hash, 3 FROM block; DROP TABLE block; ALTER TABLE old RENAME TO block; "
        "PRAGMA user_version = 2");
    QVERIFY(!place.tryOpen(ledger::Pin{.size = head.size, .root = head.root}));
    place.open();
    QCOMPARE(place.mirror->nextBlock(), 0U);
    QVERIFY(place.mirror->sent(sentAct().envelope).value());
    place.takeAll();
    QVERIFY(place.mirror->head() == head);
    place.open();
    QVERIFY(place.mirror->head() == head);
}

void MirrorFileTest::forget_keepsWhatWasSent()
{
    MirrorFolder place{QStringLiteral("raft.json")};
    place.takeAll();
    QVERIFY(place.mirror->remember(sentAct()));
    place.mirror.reset();
    run(place, "DELETE FROM tip");
    QVERIFY(!place.tryOpen());
    QVERIFY(ChainMirror::forget(place.file()));
    place.open();
    QCOMPARE(place.mirror->nextBlock(), 0U);
    QVERIFY(place.mirror->sent(sentAct().envelope).value());
    place.takeAll();
    QVERIFY(place.mirror->head().root == test::unhex32(place.channel.all["root"]));
}

void MirrorFileTest::mode_isPrivate()
{
    MirrorFolder place{QStringLiteral("raft.json")};
    struct stat status = {};
    QCOMPARE(::stat(place.file().c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
}

QTEST_GUILESS_MAIN(MirrorFileTest)
#include "mirror_file_test.moc"
