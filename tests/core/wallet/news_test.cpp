// SPDX-License-Identifier: Apache-2.0
#include "tests/core/wallet/two_wallets.hpp"

#include <future>

/// What another wallet wrote is taken in without anybody asking.
namespace keepwell {

using test::must;
using test::TwoWallets;

class NewsTest : public QObject
{
    Q_OBJECT

private slots:
    void opening_isInActivityWithoutASync();
    void wallet_isFreeWhileItWaits();
    void stop_endsTheWait();
    void offline_nothingIsTakenInUntilItIsOver();
};

namespace {

/// The news of a wallet, awaited in a thread of its own.
struct Waiting
{
    explicit Waiting(Wallet &wallet)
        : news{std::async(std::launch::async,
                          [&wallet, token = stop.get_token()] { return wallet.awaitNews(token); })}
    {
    }
    ~Waiting() { stop.request_stop(); }

    std::stop_source stop;
    std::future<Result<std::int64_t>> news;
};

std::size_t openings(Wallet &wallet)
{
    ActivityFilter filter;
    filter.kinds = {"opened"};
    return must(wallet.activity(filter)).size();
}

/// A share that the clinician may open, of which all is taken in on both sides.
contract::GrantId settled(TwoWallets &two)
{
    two.pair();
    two.importRecords();
    const auto grant = two.shareAll().grant;
    must(two.clinician->sync());
    must(two.patient->sync());
    return grant;
}

} // namespace

void NewsTest::opening_isInActivityWithoutASync()
{
    TwoWallets two;
    const auto grant = settled(two);
    Waiting waiting{*two.patient};
    must(two.clinician->open(grant, "kidney check"));
    QVERIFY(must(waiting.news.get()) > 0);
    QCOMPARE(openings(*two.patient), std::size_t{1});
}

void NewsTest::wallet_isFreeWhileItWaits()
{
    TwoWallets two;
    settled(two);
    Waiting waiting{*two.patient};
    must(two.patient->addPerson("Tom Marsh", "1984-02-11"));
    must(two.patient->sync());
    QCOMPARE(must(two.patient->people()).size(), std::size_t{2});
}

void NewsTest::stop_endsTheWait()
{
    TwoWallets two;
    settled(two);
    Waiting waiting{*two.patient};
    waiting.stop.request_stop();
    const auto ended = waiting.news.get();
    QVERIFY(!ended && ended.error().code == ErrorCode::Cancelled);
}

void NewsTest::offline_nothingIsTakenInUntilItIsOver()
{
    TwoWallets two;
    const auto grant = settled(two);
    two.patient->setOffline(true);
    Waiting waiting{*two.patient};
    must(two.clinician->open(grant, "kidney check"));
    QCOMPARE(openings(*two.patient), std::size_t{0});
    two.patient->setOffline(false);
    QVERIFY(must(waiting.news.get()) > 0);
    QCOMPARE(openings(*two.patient), std::size_t{1});
}

} // namespace keepwell

QTEST_APPLESS_MAIN(keepwell::NewsTest)
#include "news_test.moc"
