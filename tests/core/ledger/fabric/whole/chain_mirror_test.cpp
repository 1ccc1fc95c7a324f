// SPDX-License-Identifier: Apache-2.0
#include "core/base/hex.hpp"
#include "core/contract/state.hpp"
#include "core/ledger/fabric/custodian.hpp"
#include "tests/core/ledger/fabric/channel_vectors.hpp"

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using keepwell::test::MirrorFolder;

namespace {

const QStringList kChannels{QStringLiteral("raft.json"), QStringLiteral("smartbft.json")};

std::string_view named(ErrorCode code)
{
    return code == ErrorCode::Tampered   ? "tampered"
        : code == ErrorCode::Unsupported ? "unsupported"
                                         : "other";
}

/// One row for each object in the array `key` of each channel.
void addRows(const char *key)
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QJsonObject>("row");
    for (const QString &channel : kChannels) {
        const test::ChannelVectors vectors{channel};
        for (const QJsonValue one : vectors.all[QLatin1String{key}].toArray()) {
            const QString name = channel + QStringLiteral(": ") + one["desc"].toString()
                + QStringLiteral(" at ") + QString::number(one["at"].toInt());
            QTest::newRow(qPrintable(name)) << channel << one.toObject();
        }
    }
}

/// By which the state finds an entry, as hex; empty of entry 0.
QString channelTxOf(const test::MirrorFolder &place, const ledger::Entry &entry)
{
    const auto transaction
        = contract::Transaction::check(place.channel.origin.network(), entry.envelope);
    if (!transaction) {
        return {};
    }
    const auto rows = place.mirror->state().indexRows(contract::IndexKind::Own,
                                                      transaction->payload().key.bytes());
    for (const contract::IndexRow &row : *rows) {
        if (row.id == transaction->id().bytes()) {
            return QString::fromStdString(toHex(row.locator));
        }
    }
    return QStringLiteral("none");
}

} // namespace

class ChainMirrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void channel_data();
    void channel();
    void blocks_inAnyPieces();
    void other_goodBlock_data() { addRows("others"); }
    void other_goodBlock();
    void lie_isConflict_data() { addRows("lies"); }
    void lie_isConflict();
    void word_data() { addRows("words"); }
    void word();
    void words_ofTwo_prove();
    void confirm_outOfOrder_changesNothing();
    void lyingSource_isSeenByTheSecond();
    void sent_isSettledByItsBlock();
    void custodian_ofGrantAndRequest();
    void find_byEnvelope();
    void proofs_leadToTheHead();
};

void ChainMirrorTest::channel_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : kChannels) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void ChainMirrorTest::channel()
{
    QFETCH(QString, name);
    MirrorFolder place{name};
    QCOMPARE(place.mirror->head().size, 1U);
    QCOMPARE(place.mirror->head().proven, 1U);
    place.takeAll();
    for (int round = 0; round < 2; ++round) {
        const auto wanted = place.channel.all["entries"].toArray();
        const ledger::Head head = place.mirror->head();
        QCOMPARE(head.size, std::uint64_t(wanted.size()));
        QVERIFY(head.root == test::unhex32(place.channel.all["root"]));
        QCOMPARE(head.newest, contract::instantOf(1720000005));
        QCOMPARE(head.proven, 1U);
        QVERIFY(!head.conflictFrom);
        QVERIFY(place.channel.origin.network().bytes()
                == test::unhex32(place.channel.all["network"]));
        const auto entries = place.mirror->entries(0, 100);
        QVERIFY(entries);
        QCOMPARE(entries->size(), std::size_t(wanted.size()));
        for (const ledger::Entry &entry : *entries) {
            const auto one = wanted[qsizetype(entry.index)];
            QVERIFY(entry.envelope.payload == test::unhex(one["payload"]));
            QCOMPARE(contract::secondsOf(entry.time), std::uint64_t(one["t"].toInt()));
            QCOMPARE(int(entry.outcome), one["outcome"].toInt());
            QCOMPARE(channelTxOf(place, entry), one["channel_tx"].toString());
        }
        QCOMPARE(place.mirror->nextBlock(), std::uint64_t(place.channel.blocks.size()));
        QCOMPARE(place.mirror->entries(3, 2)->front().index, 3U);
        QCOMPARE(place.mirror->entries(3, 2)->size(), 2U);
        QVERIFY(place.mirror->entries(7, 2)->empty());
        place.open(); // and the same from the file
    }
}

void ChainMirrorTest::blocks_inAnyPieces()
{
    for (std::size_t piece = 1; piece < 8; ++piece) {
        MirrorFolder place{kChannels[0]};
        std::span<const Bytes> rest{place.channel.blocks};
        while (!rest.empty()) {
            const auto some = rest.first(std::min(piece, rest.size()));
            QCOMPARE(place.mirror->append(some, "Org1MSP").value(), some.size());
            rest = rest.subspan(some.size());
            place.open();
        }
        QVERIFY(place.mirror->head().root == test::unhex32(place.channel.all["root"]));
    }
}

void ChainMirrorTest::other_goodBlock()
{
    QFETCH(QString, channel);
    QFETCH(QJsonObject, row);
    MirrorFolder place{channel};
    const auto at = std::size_t(row["at"].toInt());
    QVERIFY(place.mirror->append(place.channel.before(at), "Org1MSP"));
    const std::vector<Bytes> other{test::unpack(row["block"])};
    const auto taken = place.mirror->append(other, "Org1MSP");
    QVERIFY2(taken, taken ? "" : taken.error().detail.c_str());
    place.open();
    QCOMPARE(place.mirror->nextBlock(), at + 1);
    QCOMPARE(place.mirror->head().size, std::uint64_t(row["entries"].toInt()));
    QVERIFY(!place.mirror->head().conflictFrom);
}

void ChainMirrorTest::lie_isConflict()
{
    QFETCH(QString, channel);
    QFETCH(QJsonObject, row);
    MirrorFolder place{channel};
    const auto at = std::uint64_t(row["at"].toInt());
    const bool isLie = row["code"].toString() == u"tampered";
    std::vector<Bytes> shown;
    const auto lie = row["blocks"].toArray();
    const auto good = std::size_t(at) + 1 - std::size_t(lie.size());
    shown = place.channel.before(good);
    for (const QJsonValue one : lie) {
        shown.push_back(test::unpack(one));
    }
    const auto taken = place.mirror->append(shown, "Org1MSP");
    QVERIFY(!taken);
    const std::string &detail = taken.error().detail;
    QVERIFY2(detail.contains(row["contains"].toString().toStdString()), detail.c_str());
    QVERIFY(detail.starts_with("the gateway of Org1MSP: "));
    QCOMPARE(QByteArray::fromStdString(std::string{named(taken.error().code)}),
             row["code"].toString().toLatin1());
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(place.mirror->nextBlock(), at);
        const ledger::Head head = place.mirror->head();
        QCOMPARE(head.size, std::uint64_t(row["entries"].toInt()));
        QCOMPARE(head.conflictFrom, isLie ? std::optional{head.size} : std::nullopt);
        place.open();
    }
    if (good != at) {
        return; // the blocks before the lie are not the good channel's
    }
    // Another organisation shows the truth, and the first comes round to it.
    const auto rest = std::span{place.channel.blocks}.subspan(std::size_t(at));
    QVERIFY(place.mirror->append(rest, "Org2MSP"));
    QVERIFY(place.mirror->head().root == test::unhex32(place.channel.all["root"]));
    QCOMPARE(place.mirror->head().conflictFrom.has_value(), isLie);
    QCOMPARE(place.mirror->nextToConfirm("Org1MSP"), at);
    QVERIFY(place.mirror->confirm(rest, "Org1MSP"));
    QVERIFY(!place.mirror->head().conflictFrom);
}

void ChainMirrorTest::word()
{
    QFETCH(QString, channel);
    QFETCH(QJsonObject, row);
    MirrorFolder place{channel};
    place.takeAll();
    const auto at = std::uint64_t(row["at"].toInt());
    QVERIFY(place.mirror->confirm(place.channel.before(std::size_t(at)), "Org2MSP"));
    QCOMPARE(place.mirror->nextToConfirm("Org2MSP"), at);
    const std::vector<Bytes> head{test::unpack(row["head"])};
    const bool isAlike = row["alike"].toBool();
    QCOMPARE(place.mirror->confirm(head, "Org2MSP").has_value(), isAlike);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(place.mirror->nextToConfirm("Org2MSP"), isAlike ? at + 1 : at);
        const ledger::Head now = place.mirror->head();
        QCOMPARE(now.conflictFrom.has_value(), !isAlike);
        if (!isAlike) {
            // The first entry of the block: nothing from it on is proven.
            QCOMPARE(*now.conflictFrom, now.proven);
            QCOMPARE(place.mirror->conflicts().front().msp, std::string{"Org2MSP"});
            QCOMPARE(place.mirror->conflicts().front().block, at);
        }
        place.open();
    }
    // Once it shows the block alike, it is settled.
    const auto rest = std::span{place.channel.blocks}.subspan(
        std::size_t(place.mirror->nextToConfirm("Org2MSP")));
    QVERIFY(place.mirror->confirm(rest, "Org2MSP"));
    QVERIFY(!place.mirror->head().conflictFrom);
    QCOMPARE(place.mirror->head().proven, place.mirror->head().size);
}

void ChainMirrorTest::words_ofTwo_prove()
{
    MirrorFolder place{kChannels[0]};
    place.takeAll();
    const std::uint64_t proven[]{1, 1, 1, 3, 4, 5, 5, 6, 7};
    for (std::size_t i = 0; i < place.channel.blocks.size(); ++i) {
        QCOMPARE(place.mirror->head().proven, proven[i]);
        place.open();
        QCOMPARE(place.mirror->head().proven, proven[i]); // in the file: these blocks, no other
        QVERIFY(place.mirror->confirm(std::span{place.channel.blocks}.subspan(i, 1), "Org2MSP"));
    }
    QCOMPARE(place.mirror->head().proven, 7U);
    place.open();
    QCOMPARE(place.mirror->head().proven, 7U);
    // The same organisation twice proves nothing.
    MirrorFolder alone{kChannels[0]};
    alone.takeAll();
    QCOMPARE(alone.mirror->nextToConfirm("Org1MSP"), alone.mirror->nextBlock());
    QCOMPARE(alone.mirror->confirm(alone.channel.blocks, "Org1MSP").error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(alone.mirror->head().proven, 1U);
}

void ChainMirrorTest::confirm_outOfOrder_changesNothing()
{
    MirrorFolder place{kChannels[0]};
    QVERIFY(place.mirror->append(place.channel.before(5), "Org1MSP"));
    const std::span blocks{place.channel.blocks};
    QCOMPARE(place.mirror->confirm(blocks.subspan(1, 1), "Org2MSP").error().code,
             ErrorCode::InvalidInput);
    QVERIFY(place.mirror->confirm(blocks.first(5), "Org2MSP"));
    QCOMPARE(place.mirror->confirm(blocks.subspan(5, 1), "Org2MSP").error().code,
             ErrorCode::InvalidInput);
    QVERIFY(!place.mirror->head().conflictFrom);
    QCOMPARE(place.mirror->nextToConfirm("Org2MSP"), 5U);
}

void ChainMirrorTest::lyingSource_isSeenByTheSecond()
{
    // The source hides the last entry, which no rule can tell; the second organisation shows it.
    MirrorFolder place{kChannels[0]};
    const std::size_t last = place.channel.blocks.size() - 1;
    Bytes lying = place.channel.blocks[last];
    // Metadata 2, one transaction: field 1, one byte, zero (valid); then metadata 3 is empty.
    const Bytes wanted = copyOf(bytesOf({"\x0a\x01\x00\x0a\x00", 5}));
    const auto found = std::ranges::search(lying, wanted);
    QVERIFY(!found.empty());
    found[2] = std::byte{11};
    QVERIFY(place.mirror->append(place.channel.before(last), "Org1MSP"));
    QVERIFY(place.mirror->append(std::vector<Bytes>{lying}, "Org1MSP"));
    QCOMPARE(place.mirror->head().size, 6U);
    QCOMPARE(place.mirror->confirm(place.channel.blocks, "Org2MSP").error().code,
             ErrorCode::Tampered);
    QCOMPARE(place.mirror->head().conflictFrom, std::optional<std::uint64_t>{6});
    QCOMPARE(place.mirror->head().proven, 6U);
}

void ChainMirrorTest::sent_isSettledByItsBlock()
{
    MirrorFolder place{kChannels[0]};
    const QJsonObject entry = place.channel.all["entries"].toArray()[4].toObject();
    const contract::TxId act{Bytes32{std::byte{1}}};
    SentTransaction sent{.envelope = act,
                         .channelTxId
                         = entry[QStringLiteral("channel_tx")].toString().toStdString(),
                         .transaction = copyOf(bytesOf("signed bytes")),
                         .state = SentState::Unknown};
    QVERIFY(place.mirror->sent(act).value() == std::nullopt);
    QVERIFY(place.mirror->remember(sent));
    place.open();
    QVERIFY(place.mirror->sent(act).value() == sent);
    QVERIFY(place.mirror->append(place.channel.before(4), "Org1MSP"));
    QVERIFY(place.mirror->sent(act).value()->state == SentState::Unknown);
    QVERIFY(place.mirror->append(std::span{place.channel.blocks}.subspan(4), "Org1MSP"));
    QVERIFY(place.mirror->sent(act).value()->state == SentState::Committed);
    sent.transaction = copyOf(bytesOf("newer bytes"));
    QVERIFY(place.mirror->remember(sent));
    QVERIFY(place.mirror->sent(act).value() == sent);
    QVERIFY(place.mirror->forgetSent(act));
    QVERIFY(place.mirror->sent(act).value() == std::nullopt);
}

void ChainMirrorTest::custodian_ofGrantAndRequest()
{
    MirrorFolder place{kChannels[0]};
    place.takeAll();
    const auto request = place.mirror->entries(3, 1).value().front();
    auto &state = place.mirror->state();
    QCOMPARE(*custodianIn(state, request.envelope.id().bytes()), std::string{"Org1MSP"});
    const auto access = contract::parseAccessRow(
        *state.get(contract::accessRowKey(request.envelope.id())).value());
    QCOMPARE(*custodianIn(state, access->grant.bytes()), std::string{"Org1MSP"});
    QCOMPARE(custodianIn(state, Bytes32{}).error().code, ErrorCode::NotFound);
}

void ChainMirrorTest::find_byEnvelope()
{
    MirrorFolder place{kChannels[0]};
    place.takeAll();
    const auto all = place.mirror->entries(1, 100).value();
    for (const ledger::Entry &entry : all) {
        QVERIFY(place.mirror->find(entry.envelope.id()).value() == entry);
    }
    QVERIFY(place.mirror->find(contract::TxId{}).value() == std::nullopt);
}

void ChainMirrorTest::proofs_leadToTheHead()
{
    MirrorFolder place{kChannels[0]};
    place.takeAll();
    const ledger::Head head = place.mirror->head();
    const auto entries = place.mirror->entries(0, 100).value();
    for (const ledger::Entry &entry : entries) {
        const auto proof = place.mirror->inclusionProof(entry.index, head.size);
        QVERIFY(crypto::merkle::verifyInclusion(ledger::leafHash(entry), entry.index, head.size,
                                                *proof, head.root));
    }
    QVERIFY(place.mirror->consistencyProof(3, head.size));
    QCOMPARE(place.mirror->inclusionProof(7, 7).error().code, ErrorCode::InvalidInput);
    QCOMPARE(place.mirror->consistencyProof(3, 8).error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(ChainMirrorTest)
#include "chain_mirror_test.moc"
