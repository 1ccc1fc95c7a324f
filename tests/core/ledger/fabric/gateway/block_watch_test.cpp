// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/block_watch.hpp"
#include "tests/core/ledger/fabric/gateway/gateway_pair.hpp"

#include <QTest>

#include <fabric/deliver_seek.pb.h>

#include <future>

using namespace keepwell;
using ledger::fabric::BlockWatch;
using test::GatewayPair;
using namespace std::chrono_literals;

/// New blocks are told once, at once, and never in a storm. The gateways are GatewayDouble.
class BlockWatchTest final : public QObject
{
    Q_OBJECT

private slots:
    void blocks_thatAreThereAlready_areTold();
    void block_thatComesLater_isTold();
    void block_thatTheLedgerKnows_isNotTold();
    void block_thatLeadsToNothing_isToldLessAndLess();
    void blocks_thatAreNotWorthIt_areToldTogether();
    void whoKnowsNothing_isToldOfTheNewest();
    void lostGateway_anotherIsListenedTo();
    void gatewayThatComesBack_isListenedToAgain();
    void stop_endsTheWaitAndTheStream();
};

namespace {

/// A pair whose gateways hold their streams open, and a watch that knows all before block 5.
struct Watched : GatewayPair
{
    explicit Watched(std::size_t gateways = 2) : watch{client(gateways), 5}
    {
        one->lastStatus = 0;
        two->lastStatus = 0;
    }
    ~Watched() { source.request_stop(); }

    bool isTold() { return watch.wait(source.get_token()).has_value(); }
    std::future<bool> wait()
    {
        return std::async(std::launch::async, [this] { return isTold(); });
    }

    std::stop_source source;
    BlockWatch watch;
};

template <class Gateway>
bool isListenedTo(const Gateway &gateway, int times = 1)
{
    return QTest::qWaitFor([&] { return gateway->delivers >= times; }, 30'000);
}

} // namespace

void BlockWatchTest::blocks_thatAreThereAlready_areTold()
{
    Watched net;
    net.one->blocks = {"five", "six"};
    QVERIFY(net.isTold());
    wire::Payload asked;
    wire::SeekInfo seek;
    QVERIFY(asked.ParseFromString(net.one->lastSeek.payload()));
    QVERIFY(seek.ParseFromString(asked.data()));
    QCOMPARE(seek.start().specified().number(), std::uint64_t{5});
    QCOMPARE(seek.content_type(), wire::SeekInfo::HEADER_WITH_SIG_BYTES);
}

void BlockWatchTest::block_thatComesLater_isTold()
{
    Watched net;
    auto told = net.wait();
    QVERIFY(isListenedTo(net.one));
    QCOMPARE(told.wait_for(0s), std::future_status::timeout);
    net.one->later = 1;
    QVERIFY(told.get());
    QCOMPARE(net.one->delivers.load(), 1);
    QCOMPARE(net.two->delivers.load(), 0);
}

void BlockWatchTest::block_thatTheLedgerKnows_isNotTold()
{
    Watched net;
    auto told = net.wait();
    QVERIFY(isListenedTo(net.one));
    net.watch.seen(7); // as after an act of this wallet itself, which read its own block
    net.one->later = 2;
    net.one->later = 3; // only the third is new
    QVERIFY(told.get());
    net.watch.seen(8);
    net.one->later = 0;
    auto again = net.wait();
    QVERIFY(isListenedTo(net.one, 2));
    net.source.request_stop();
    QVERIFY(!again.get());
}

void BlockWatchTest::block_thatLeadsToNothing_isToldLessAndLess()
{
    Watched net;
    net.one->blocks = {"five"};
    const auto began = std::chrono::steady_clock::now();
    QVERIFY(net.isTold());
    QVERIFY(net.isTold());                                      // rests for 250 ms or more
    QVERIFY(net.isTold());                                      // 500 ms
    QVERIFY(std::chrono::steady_clock::now() - began >= 750ms); // never less, however fast it is
}

void BlockWatchTest::blocks_thatAreNotWorthIt_areToldTogether()
{
    Watched net;
    net.one->blocks = {"the next"};
    const auto began = std::chrono::steady_clock::now();
    QVERIFY(net.isTold());
    net.watch.seen(6, false);
    QVERIFY(net.isTold()); // 400 ms after the first
    net.watch.seen(7, false);
    net.watch.seen(7, false);                                     // no block more: not counted
    QVERIFY(net.isTold());                                        // 800 ms after that
    QVERIFY(std::chrono::steady_clock::now() - began >= 1'200ms); // never less, however fast it is
    net.watch.seen(8, true);
    QVERIFY(net.isTold());
    QCOMPARE(net.one->delivers.load(), 4);
}

void BlockWatchTest::whoKnowsNothing_isToldOfTheNewest()
{
    Watched net;
    net.one->blocks = {"the newest"};
    BlockWatch watch{net.client(1), 0};
    QVERIFY(watch.wait(net.source.get_token()));
    wire::Payload asked;
    wire::SeekInfo seek;
    QVERIFY(asked.ParseFromString(net.one->lastSeek.payload()));
    QVERIFY(seek.ParseFromString(asked.data()));
    QVERIFY(seek.start().has_newest() && seek.stop().has_newest());
    watch.seen(5);
    QVERIFY(watch.wait(net.source.get_token()));
    QVERIFY(asked.ParseFromString(net.one->lastSeek.payload()));
    QVERIFY(seek.ParseFromString(asked.data()));
    QCOMPARE(seek.start().specified().number(), std::uint64_t{5});
    QVERIFY(!seek.stop().has_newest());
}

void BlockWatchTest::lostGateway_anotherIsListenedTo()
{
    Watched net;
    net.one->stop();
    net.two->blocks = {"five"};
    QVERIFY(net.isTold());
    QCOMPARE(net.one->delivers.load(), 0);
}

void BlockWatchTest::gatewayThatComesBack_isListenedToAgain()
{
    Watched net{1};
    auto told = net.wait();
    QVERIFY(isListenedTo(net.one));
    net.one->stop();
    net.one->blocks = {"five"};
    net.one->start();
    QVERIFY(told.get());
    QCOMPARE(net.one->delivers.load(), 2);
}

void BlockWatchTest::stop_endsTheWaitAndTheStream()
{
    Watched net;
    auto told = net.wait();
    QVERIFY(isListenedTo(net.one));
    net.source.request_stop();
    QVERIFY(!told.get());
    const auto late = net.watch.wait(net.source.get_token());
    QCOMPARE(late.error().code, ErrorCode::Cancelled);
    QCOMPARE(net.one->delivers.load(), 1);
}

QTEST_GUILESS_MAIN(BlockWatchTest)
#include "block_watch_test.moc"
