// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/whole/catch_up.hpp"
#include "tests/core/ledger/fabric/channel_vectors.hpp"

using namespace keepwell;
using namespace keepwell::ledger::fabric;
using keepwell::test::MirrorFolder;

namespace {

/// A test double for the stream of a gateway: shows blocks out of memory.
class BlocksInMemory final : public BlockSource
{
public:
    BlocksInMemory(std::string msp, std::vector<Bytes> blocks)
        : m_msp{std::move(msp)}, shown{std::move(blocks)}
    {
    }

    const std::string &msp() const override { return m_msp; }

    bool isResting() const override { return resting; }

    Result<> deliver(std::uint64_t from, BlockContent content, const Take &take,
                     const ledger::Patience &patience) override
    {
        asked.emplace_back(from, content);
        longest = std::max(longest, patience.atMost);
        for (std::size_t i = std::size_t(from); i < shown.size(); ++i) {
            if (failAt == i) {
                return fail(ErrorCode::Unavailable, "the line was cut");
            }
            KEEPWELL_CHECK(take(shown[i]));
            ++given;
        }
        return {};
    }

private:
    std::string m_msp;

public:
    std::vector<Bytes> shown;
    std::optional<std::size_t> failAt;
    std::vector<std::pair<std::uint64_t, BlockContent>> asked;
    std::size_t given = 0;
    bool resting = false;
    std::chrono::milliseconds longest{0};
};

/// Two organisations on one channel, and a wallet that reads both.
struct Two
{
    MirrorFolder place{QStringLiteral("raft.json")};
    BlocksInMemory one{"Org1MSP", place.channel.blocks};
    BlocksInMemory two{"Org2MSP", place.channel.blocks};

    Result<CaughtUp> read(const ledger::Patience &patience = {})
    {
        BlockSource *const sources[]{&one, &two};
        return catchUp(*place.mirror, sources, patience);
    }
    ledger::Head head() const { return place.mirror->head(); }
};

} // namespace

class CatchUpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void two_prove();
    void one_reports();
    void nothingNew_asksOnce();
    void behind_isNoConflict();
    void cutLine_keepsWhatCame();
    void unreachable_leavesTheOther();
    void resting_isAskedLast_orNotAtAll();
    void hanging_leavesTimeForTheOther();
    void liar_isNamed_andPassedOver();
    void secondLiar_isConflict();
    void stop_isCancelled();
    void noSource_isAnError();
};

void CatchUpTest::two_prove()
{
    Two world;
    const auto done = world.read();
    QVERIFY(done);
    QCOMPARE(done->blocks, 8U);
    QCOMPARE(done->confirmed, 8U);
    QVERIFY(done->problems.empty());
    QCOMPARE(world.head().proven, 7U);
    QVERIFY(world.head().root == test::unhex32(world.place.channel.all["root"]));
    const std::pair expected{std::uint64_t{0}, BlockContent::Headers};
    QVERIFY(world.two.asked.front() == expected);
    QCOMPARE(world.place.mirror->members().size(), 2U);
}

void CatchUpTest::one_reports()
{
    Two world;
    BlockSource *const sources[]{&world.two};
    QVERIFY(catchUp(*world.place.mirror, sources));
    QCOMPARE(world.head().size, 7U);
    QCOMPARE(world.head().proven, 1U);
    // Later the other organisation is there too.
    QVERIFY(world.read());
    QCOMPARE(world.head().proven, 7U);
}

void CatchUpTest::nothingNew_asksOnce()
{
    Two world;
    QVERIFY(world.read());
    world.one.asked.clear();
    const std::size_t given = world.one.given + world.two.given;
    const auto done = world.read();
    QCOMPARE(done->bytes, 0U);
    QCOMPARE(world.one.asked.size(), 1U);
    QCOMPARE(world.one.given + world.two.given, given);
}

void CatchUpTest::behind_isNoConflict()
{
    Two world;
    world.one.shown.resize(5); // holds the newest back, or has not got them yet
    QVERIFY(world.read());
    QCOMPARE(world.head().size, 7U);
    QCOMPARE(world.head().proven, 5U);
    QVERIFY(!world.head().conflictFrom);
    world.one.shown = world.place.channel.blocks;
    QVERIFY(world.read());
    QCOMPARE(world.head().proven, 7U);
}

void CatchUpTest::cutLine_keepsWhatCame()
{
    Two world;
    world.one.failAt = 4;
    world.two.failAt = 3;
    const auto done = world.read();
    QCOMPARE(done.error().code, ErrorCode::Unavailable);
    QCOMPARE(world.place.mirror->nextBlock(), 4U);
    QCOMPARE(world.head().proven, 3U);
}

void CatchUpTest::unreachable_leavesTheOther()
{
    Two world;
    world.one.failAt = 0;
    const auto done = world.read();
    QVERIFY(done);
    QCOMPARE(done->problems.size(), 1U);
    QCOMPARE(done->problems[0].first, std::string{"Org1MSP"});
    QCOMPARE(world.head().size, 7U);
    QCOMPARE(world.head().proven, 1U);
}

void CatchUpTest::resting_isAskedLast_orNotAtAll()
{
    Two world;
    world.one.resting = true;
    const auto done = world.read();
    QCOMPARE(done->problems.size(), 1U);
    QVERIFY(world.one.asked.empty());
    QCOMPARE(world.head().size, 7U);
    Two other;
    other.one.resting = true;
    other.two.failAt = 0; // there is none better
    QVERIFY(other.read());
    QCOMPARE(other.head().size, 7U);
}

void CatchUpTest::hanging_leavesTimeForTheOther()
{
    Two world;
    QVERIFY(world.read({.stop = {}, .atMost = std::chrono::seconds{60}}));
    QVERIFY(world.one.longest <= std::chrono::seconds{30});
    QVERIFY(world.two.longest <= std::chrono::seconds{10});
    BlockSource *const alone[]{&world.one};
    QVERIFY(catchUp(*world.place.mirror, alone, {.stop = {}, .atMost = std::chrono::seconds{60}}));
    QVERIFY(world.one.longest > std::chrono::seconds{50});
}

void CatchUpTest::liar_isNamed_andPassedOver()
{
    Two world;
    world.one.shown[3].back() ^= std::byte{1}; // its commit hash: no rule tells
    world.one.shown[4][200] ^= std::byte{1};   // its transactions: the data hash does
    const auto done = world.read();
    QVERIFY(!done || !done->problems.empty());
    QVERIFY(world.head().conflictFrom);
    QVERIFY(*world.head().conflictFrom <= 4);
    // The wallet reads the channel anew from the other one first.
    world.place.mirror.reset();
    QVERIFY(ChainMirror::forget(world.place.file()));
    world.place.open();
    BlockSource *const sources[]{&world.two, &world.one};
    QVERIFY(catchUp(*world.place.mirror, sources));
    QCOMPARE(world.head().size, 7U);
    QCOMPARE(world.head().proven, 3U);
    QCOMPARE(world.head().conflictFrom, std::optional<std::uint64_t>{3});
    QCOMPARE(world.place.mirror->conflicts()[0].msp, std::string{"Org1MSP"});
}

void CatchUpTest::secondLiar_isConflict()
{
    Two world;
    world.two.shown[6].back() ^= std::byte{1};
    const auto done = world.read();
    QVERIFY(done);
    QCOMPARE(done->problems.size(), 1U);
    QCOMPARE(done->problems[0].second.code, ErrorCode::Tampered);
    QCOMPARE(world.head().size, 7U);
    QCOMPARE(world.head().proven, 5U);
    QCOMPARE(world.head().conflictFrom, std::optional<std::uint64_t>{5});
    world.two.shown = world.place.channel.blocks;
    QVERIFY(world.read());
    QVERIFY(!world.head().conflictFrom);
    QCOMPARE(world.head().proven, 7U);
}

void CatchUpTest::stop_isCancelled()
{
    Two world;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(world.read({.stop = stop.get_token()}).error().code, ErrorCode::Cancelled);
    QCOMPARE(world.head().size, 1U);
}

void CatchUpTest::noSource_isAnError()
{
    Two world;
    QCOMPARE(catchUp(*world.place.mirror, {}).error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(CatchUpTest)
#include "catch_up_test.moc"
