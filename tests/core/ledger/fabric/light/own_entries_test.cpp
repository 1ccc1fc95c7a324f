// SPDX-License-Identifier: Apache-2.0
#include "core/contract/query.hpp"
#include "core/ledger/embedded/sqlite.hpp"
#include "core/ledger/fabric/light/own_catch_up.hpp"
#include "tests/core/ledger/fabric/channel_vectors.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using keepwell::test::ChannelVectors;

namespace {

/// A test double for a gateway's answers: blocks out of memory, and the rows of an honest contract on
/// that channel, but for what is left out.
class EntriesInMemory final : public EntrySource
{
public:
    EntriesInMemory(std::string msp, const ChannelVectors &channel, contract::MapState &state)
        : m_msp{std::move(msp)}, m_state{state}, shown{channel.blocks}
    {
        for (const Bytes &bytes : channel.blocks) {
            const auto block = parseBlock(bytes);
            const auto all = submissionsIn(*block, channel.origin.channel, channel.origin.contract);
            for (const Submission &one : *all) {
                m_blockOf.emplace(one.channelTxId, block->number);
            }
        }
    }

    const std::string &msp() const override { return m_msp; }
    bool isResting() const override { return resting; }

    Result<std::vector<contract::IndexRow>> entriesOf(const contract::PublicKey &key,
                                                      const ledger::Patience &) override
    {
        meet();
        const std::lock_guard locked{m_lock};
        auto rows = contract::entriesOf(m_state, key);
        std::erase_if(*rows, [this](const auto &row) {
            return toHex(row.locator) == leftOut || blockAt(row.locator) >= shown.size();
        });
        return rows;
    }

    Result<std::uint64_t> blockOf(const Bytes32 &channelTx, const ledger::Patience &) override
    {
        return m_blockOf.at(channelTx);
    }

    Result<Bytes> block(std::uint64_t number, BlockContent content,
                        const ledger::Patience &) override
    {
        if (number >= shown.size()) {
            return fail(ErrorCode::NotFound, "no such block");
        }
        if (number == lost) {
            return fail(ErrorCode::Unavailable, "the line is dead");
        }
        const std::lock_guard locked{m_lock};
        asked.emplace_back(number, content);
        return shown[number];
    }

    Result<Bytes> newestBlock(const ledger::Patience &patience) override
    {
        given = patience.atMost;
        ++newestAsked;
        return isDead ? Result<Bytes>{fail(ErrorCode::Unavailable, "the line is dead")}
                      : shown.back();
    }

    std::vector<std::uint64_t> askedWhole() const
    {
        std::vector<std::uint64_t> numbers;
        for (const auto &[number, content] : asked) {
            if (content == BlockContent::Whole) {
                numbers.push_back(number);
            }
        }
        std::ranges::sort(numbers);
        return numbers;
    }

private:
    /// Holds a call until `guests` have come, or for long enough that they never will.
    void meet()
    {
        using namespace std::chrono_literals;
        std::unique_lock locked{m_meeting};
        ++here;
        m_came.notify_all();
        allCame = m_came.wait_for(locked, 60s, [this] { return here >= guests; }) && allCame;
    }

    std::uint64_t blockAt(const Bytes &locator) const
    {
        Bytes32 id{};
        std::ranges::copy(locator, id.begin());
        return m_blockOf.at(id);
    }

    std::string m_msp;
    contract::MapState &m_state;
    std::map<Bytes32, std::uint64_t> m_blockOf;
    inline static std::mutex m_lock; ///< Of all: they share a state.
    std::mutex m_meeting;
    std::condition_variable m_came;

public:
    std::vector<Bytes> shown;
    std::string leftOut;               ///< Channel tx id of an entry that is kept back.
    std::optional<std::uint64_t> lost; ///< Number of a block that it does not come to show.
    std::chrono::milliseconds given{}; ///< How long it might have taken to show its newest block.
    bool resting = false;
    bool isDead = false;
    int newestAsked = 0;
    int guests = 0;
    int here = 0;        ///< Questions about keys, so far.
    bool allCame = true; ///< False once a call was held in vain.
    std::vector<std::pair<std::uint64_t, BlockContent>> asked;
};

/// A channel of 8 blocks with 6 entries, 5 of which concern Anna: her share (1), Ben's opening (3),
/// her anchor (4), Ben's refused opening (5), the end of the share (6). 2 is Ben's own.
struct Light
{
    test::MirrorFolder whole{QStringLiteral("raft.json")};
    QTemporaryDir folder;
    MirrorKey key = test::mirrorKey();
    std::unique_ptr<OwnEntries> own;
    std::optional<EntriesInMemory> one;
    std::optional<EntriesInMemory> two;

    Light()
    {
        whole.takeAll();
        one.emplace("Org1MSP", whole.channel, whole.mirror->state());
        two.emplace("Org2MSP", whole.channel, whole.mirror->state());
        open({});
    }

    std::filesystem::path file() const
    {
        return std::filesystem::path{folder.path().toStdString()} / "own.db";
    }

    Result<> tryOpen(std::optional<ledger::Pin> pin)
    {
        own.reset();
        KEEPWELL_TRY(own,
                     OwnEntries::open(file(), whole.channel.origin, {.pin = pin, .key = &key}));
        own->follow({anna()});
        return {};
    }

    void open(std::optional<ledger::Pin> pin)
    {
        if (const auto opened = tryOpen(pin); !opened) {
            qFatal("%s", opened.error().detail.c_str());
        }
    }

    contract::PublicKey signerOf(qsizetype entry) const
    {
        const Bytes payload
            = test::unhex(whole.channel.all["entries"].toArray()[entry].toObject()["payload"]);
        return contract::parsePayload(payload)->key;
    }
    contract::PublicKey anna() const { return signerOf(1); }
    std::string channelTx(qsizetype entry) const
    {
        return whole.channel.all["entries"]
            .toArray()[entry]
            .toObject()["channel_tx"]
            .toString()
            .toStdString();
    }

    Result<CaughtUp> read()
    {
        EntrySource *const sources[]{&*one, &*two};
        return catchUpOwn(*own, sources);
    }
    ledger::Pin pin() const { return {.size = own->head().size, .root = own->head().root}; }
};

} // namespace

class OwnEntriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void own_areFound_andProven();
    void entries_areThoseOfTheChannel();
    void others_areNotAskedFor();
    void oneSource_reports();
    void nothingNew_asksForNoBlock();
    void newestFirst_comesInOrder();
    void leftOutOfOwn_isConflict();
    void leftOutByOne_comesFromTheOther();
    void lostBlock_holdsUpWhatComesAfter();
    void lostByOne_comesFromTheOther();
    void keys_areAskedAboutAtOnce();
    void oneThatHangs_leavesTimeToOthers();
    void oneThatFailed_isAskedWhenNobodyElseAnswers();
    void forgedBlock_isConflict_data();
    void forgedBlock_isConflict();
    void otherWord_isConflict_data();
    void otherWord_isConflict();
    void forgedConfiguration_isRefused();
    void reopened_underThePin();
    void reopened_withoutPin_readsAnew();
    void editedFile_isTampered();
    void edit_ofWhoShowedIt_isSeen_data();
    void edit_ofWhoShowedIt_isSeen();
    void otherKey_isSeen();
    void twoSources_ofOneBlock_areSealedTogether();
};

void OwnEntriesTest::own_areFound_andProven()
{
    Light light;
    const auto done = light.read();
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
    const ledger::Head head = light.own->head();
    QCOMPARE(head.size, 6U);
    QCOMPARE(head.proven, 6U);
    QVERIFY(!head.conflictFrom);
    QVERIFY(done->problems.empty());
}

void OwnEntriesTest::entries_areThoseOfTheChannel()
{
    Light light;
    QVERIFY(light.read());
    const auto mine = light.own->entries(1, 10);
    const auto all = *light.whole.mirror->entries(0, 10);
    const std::vector<std::size_t> wanted{1, 3, 4, 5, 6};
    QCOMPARE(mine.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QCOMPARE(mine[i].index, i + 1);
        QVERIFY(mine[i].envelope == all[wanted[i]].envelope);
        QVERIFY(mine[i].t == all[wanted[i]].t);
        QVERIFY(mine[i].outcome == all[wanted[i]].outcome);
        QVERIFY(light.own->find(mine[i].envelope.id()).has_value());
    }
}

void OwnEntriesTest::others_areNotAskedFor()
{
    Light light;
    QVERIFY(light.read());
    // 0 and 5 are configurations; 1 is another contract's.
    const std::vector<std::uint64_t> wanted{0, 2, 3, 4, 5, 6, 7};
    QVERIFY(light.one->askedWhole() == wanted);
    QVERIFY(light.two->askedWhole().empty());
}

void OwnEntriesTest::oneSource_reports()
{
    Light light;
    EntrySource *const alone[]{&*light.one};
    QVERIFY(catchUpOwn(*light.own, alone));
    QCOMPARE(light.own->head().size, 6U);
    QCOMPARE(light.own->head().proven, 1U);
    QVERIFY(light.read());
    QCOMPARE(light.own->head().proven, 6U);
}

void OwnEntriesTest::nothingNew_asksForNoBlock()
{
    Light light;
    QVERIFY(light.read());
    light.one->asked.clear();
    light.two->asked.clear();
    QVERIFY(light.read());
    QVERIFY(light.one->asked.empty());
    QVERIFY(light.two->asked.empty());
}

void OwnEntriesTest::newestFirst_comesInOrder()
{
    Light light;
    light.one->shown.resize(5);
    light.two->shown.resize(4);
    QVERIFY(light.read());
    QCOMPARE(light.own->head().size, 4U);
    QCOMPARE(light.own->head().proven, 3U);
    light.one->shown = light.two->shown = light.whole.channel.blocks;
    QVERIFY(light.read());
    QCOMPARE(light.own->head().size, 6U);
    QCOMPARE(light.own->head().proven, 6U);
    const ledger::Pin grown = light.pin();
    light.open({}); // read anew, all at once: the places are the same
    QVERIFY(light.read());
    QVERIFY(light.pin() == grown);
}

void OwnEntriesTest::leftOutOfOwn_isConflict()
{
    Light light;
    light.one->leftOut = light.two->leftOut = light.channelTx(4);
    const auto done = light.read();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Tampered);
    QVERIFY(light.own->head().conflictFrom.has_value());
}

void OwnEntriesTest::leftOutByOne_comesFromTheOther()
{
    Light light;
    light.one->leftOut = light.channelTx(5); // Ben's: Anna's next entry does not give it away
    QVERIFY(light.read());
    QCOMPARE(light.own->head().size, 6U);
}

void OwnEntriesTest::lostBlock_holdsUpWhatComesAfter()
{
    Light light;
    light.one->lost = light.two->lost = 6; // of the five blocks, the fourth
    QVERIFY(!light.read());
    QCOMPARE(light.own->head().size, 4U);
    QVERIFY(!light.own->head().conflictFrom);
    light.one->lost = light.two->lost = std::nullopt;
    QVERIFY(light.read());
    QCOMPARE(light.own->head().proven, 6U);
    const ledger::Pin before = light.pin();
    light.open({});
    QVERIFY(light.read());
    QVERIFY(light.pin() == before);
}

void OwnEntriesTest::lostByOne_comesFromTheOther()
{
    Light light;
    light.one->lost = 6;
    const auto done = light.read();
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
    QCOMPARE(light.own->head().size, 6U);
    QCOMPARE(done->problems.size(), 1U);
    light.one->lost = std::nullopt;
    QVERIFY(light.read());
    QCOMPARE(light.own->head().proven, 6U);
}

void OwnEntriesTest::keys_areAskedAboutAtOnce()
{
    Light light;
    light.own->follow({light.signerOf(2), contract::PublicKey{Bytes32{}}});
    light.one->guests = light.two->guests = 3; // none is answered before all are asked
    QVERIFY(light.read());
    QCOMPARE(light.one->here, 3);
    QVERIFY(light.one->allCame && light.two->allCame);
}

void OwnEntriesTest::oneThatHangs_leavesTimeToOthers()
{
    Light light;
    const ledger::Patience patience{.stop = {}, .atMost = std::chrono::hours{1}};
    EntrySource *const both[]{&*light.one, &*light.two};
    QVERIFY(catchUpOwn(*light.own, both, patience));
    QVERIFY(light.one->given <= std::chrono::seconds{10});
    QVERIFY(light.two->given <= std::chrono::seconds{10});
    QVERIFY(catchUpOwn(*light.own, std::span{both}.first(1), patience));
    QVERIFY(light.one->given > std::chrono::minutes{30}); // alone it may take what there is
}

void OwnEntriesTest::oneThatFailed_isAskedWhenNobodyElseAnswers()
{
    Light light;
    light.one->resting = true;
    const auto done = light.read();
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
    QCOMPARE(light.one->newestAsked, 0);
    QCOMPARE(done->problems.size(), 1U);
    QCOMPARE(done->problems.front().first, std::string{"Org1MSP"});
    QCOMPARE(light.own->head().size, 6U);
    QCOMPARE(light.own->head().proven, 1U); // by the other's word alone
    light.two->isDead = true;
    light.one->resting = false;
    light.two->resting = true;
    QVERIFY(light.read());
    light.one->resting = light.two->resting = true; // both: then both are tried
    QVERIFY(light.read());
    QCOMPARE(light.one->newestAsked, 2);
    QCOMPARE(light.two->newestAsked, 2);
    light.one->resting = light.two->resting = light.two->isDead = false;
    QVERIFY(light.read());
    QCOMPARE(light.own->head().proven, 6U);
    light.two->isDead = true; // the only one that should answer does not
    light.one->resting = true;
    QVERIFY(light.read());
    QCOMPARE(light.one->newestAsked, 4);
}

void OwnEntriesTest::forgedBlock_isConflict_data()
{
    QTest::addColumn<QJsonObject>("lie");
    const ChannelVectors channel{QStringLiteral("raft.json")};
    for (const QJsonValue one : channel.all["lies"].toArray()) {
        const QJsonObject lie = one.toObject();
        const QString desc = lie["desc"].toString();
        if (desc.startsWith(QStringLiteral("signed ")) && lie["at"].toInt() != 5) {
            QTest::addRow("%s", qPrintable(desc)) << lie;
        }
    }
}

void OwnEntriesTest::forgedBlock_isConflict()
{
    QFETCH(QJsonObject, lie);
    Light light;
    const auto at = static_cast<std::size_t>(lie["at"].toInt());
    light.one->shown[at] = test::unpack(lie["blocks"].toArray()[0]);
    EntrySource *const alone[]{&*light.one};
    const auto done = catchUpOwn(*light.own, alone);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Tampered);
    QVERIFY(QString::fromStdString(done.error().detail).contains(lie["contains"].toString()));
    QCOMPARE(light.own->conflicts().size(), 1U);
    QCOMPARE(light.own->conflicts().front().block, at);
    light.one->shown = light.whole.channel.blocks; // shown rightly, it is settled
    QVERIFY(light.read());
    QVERIFY(!light.own->head().conflictFrom);
    QCOMPARE(light.own->head().proven, 6U);
}

void OwnEntriesTest::otherWord_isConflict_data()
{
    QTest::addColumn<QJsonObject>("word");
    const ChannelVectors channel{QStringLiteral("raft.json")};
    for (const QJsonValue one : channel.all["words"].toArray()) {
        const QJsonObject word = one.toObject();
        const int at = word["at"].toInt();
        if (at == 2 || at == 3 || at == 4 || at == 6 || at == 7) {
            QTest::addRow("%s", qPrintable(word["desc"].toString())) << word;
        }
    }
}

void OwnEntriesTest::otherWord_isConflict()
{
    QFETCH(QJsonObject, word);
    Light light;
    EntrySource *const alone[]{&*light.one};
    QVERIFY(catchUpOwn(*light.own, alone));
    light.two->shown[static_cast<std::size_t>(word["at"].toInt())] = test::unpack(word["head"]);
    const auto done = light.read();
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
    QCOMPARE(light.own->head().conflictFrom.has_value(), !word["alike"].toBool());
    QCOMPARE(done->problems.empty(), word["alike"].toBool());
    QCOMPARE(light.own->head().proven == 6U, word["alike"].toBool());
}

void OwnEntriesTest::forgedConfiguration_isRefused()
{
    const ChannelVectors channel{QStringLiteral("raft.json")};
    for (const QJsonValue one : channel.all["lies"].toArray()) {
        const QJsonObject lie = one.toObject();
        if (lie["desc"].toString()
            != QStringLiteral("a configuration signed only by those it brings in")) {
            continue;
        }
        Light light;
        light.one->shown[5] = test::unpack(lie["blocks"].toArray()[0]);
        EntrySource *const alone[]{&*light.one};
        const auto done = catchUpOwn(*light.own, alone);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Tampered);
        QCOMPARE(light.own->head().size, 1U);
        return;
    }
    QFAIL("the vectors have no such configuration");
}

void OwnEntriesTest::reopened_underThePin()
{
    Light light;
    QVERIFY(light.read());
    const ledger::Pin before = light.pin();
    light.open(before);
    QVERIFY(light.pin() == before);
    QCOMPARE(light.own->head().proven, 6U);
    light.one->asked.clear();
    QVERIFY(light.read());
    QVERIFY(light.one->asked.empty());
}

void OwnEntriesTest::reopened_withoutPin_readsAnew()
{
    Light light;
    QVERIFY(light.read());
    const ledger::Pin before = light.pin();
    light.open({});
    QCOMPARE(light.own->head().size, 1U);
    QVERIFY(light.read());
    QVERIFY(light.pin() == before);
}

void OwnEntriesTest::editedFile_isTampered()
{
    Light light;
    QVERIFY(light.read());
    ledger::Pin other = light.pin();
    other.root[0] ^= std::byte{1};
    const auto opened = light.tryOpen(other);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Tampered);
}

void OwnEntriesTest::edit_ofWhoShowedIt_isSeen_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char *sql) { QTest::newRow(sql) << QByteArray{sql}; };
    row("UPDATE block SET said = 3 WHERE number = 6");
    row("UPDATE block SET said = 3, seal = x'' WHERE number = 6");
    row("UPDATE block SET said = 3, seal = (SELECT seal FROM block WHERE number = 7) "
        "WHERE number = 6");
    row("UPDATE organisation SET msp = 'Org3MSP' WHERE number = 0");
    row("UPDATE block SET validation = x'00ff' WHERE number = 6");
    row("UPDATE block SET commit_hash = x'00' WHERE number = 6");
    row("UPDATE block SET hash = zeroblob(32) WHERE number = 6");
    row("UPDATE block SET first_entry = 1 WHERE number = 6");
    row("UPDATE place SET t = t + 1 WHERE block = 6");
    row("UPDATE place SET block = 6 WHERE block = 7");
}

void OwnEntriesTest::edit_ofWhoShowedIt_isSeen()
{
    QFETCH(QByteArray, sql);
    Light light;
    EntrySource *const alone[]{&*light.one};
    QVERIFY(catchUpOwn(*light.own, alone));
    const ledger::Pin pin = light.pin();
    light.own.reset();
    {
        const auto connection = ledger::Sqlite::open(light.file(), ledger::Sqlite::Mode::ReadWrite);
        QVERIFY((*connection)->execute(sql.constData()));
    }
    const auto opened = light.tryOpen(pin);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Tampered);
    QVERIFY(ChainMirror::forget(light.file())); // as the ledger does
    light.open({});
    QVERIFY(catchUpOwn(*light.own, alone));
    QVERIFY(light.pin() == pin);
    QCOMPARE(light.own->head().proven, 1U);
}

void OwnEntriesTest::otherKey_isSeen()
{
    Light light;
    QVERIFY(light.read());
    const ledger::Pin pin = light.pin();
    light.open(pin);
    QCOMPARE(light.own->head().proven, 6U);
    light.key = test::mirrorKey(std::byte{2}); // another wallet's
    QCOMPARE(light.tryOpen(pin).error().code, ErrorCode::Tampered);
}

void OwnEntriesTest::twoSources_ofOneBlock_areSealedTogether()
{
    Light light;
    light.own->follow({light.signerOf(2)});
    light.one->leftOut = light.channelTx(2); // of block 2 each names one entry
    light.two->leftOut = light.channelTx(1);
    const auto done = light.read();
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
    const ledger::Head head = light.own->head();
    QCOMPARE(head.size, 7U);
    QCOMPARE(head.proven, 7U);
    light.open(light.pin());
    QVERIFY(light.own->head() == head);
}

QTEST_GUILESS_MAIN(OwnEntriesTest)
#include "own_entries_test.moc"
