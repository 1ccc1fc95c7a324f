// SPDX-License-Identifier: Apache-2.0
#include "core/ledger/fabric/gateway/rest.hpp"

#include <QtTest>

using namespace keepwell::ledger::fabric;
using std::chrono::seconds;

/// Of a time of its own: nothing here waits.
class RestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hanging_restsLongerEachTime();
    void callsTogether_countOnce();
    void lost_restsShortly();
};

namespace {

const Rest::Time kBegin{seconds{1'000'000}};

/// From `from` on, how long it rests.
seconds restFrom(const Rest &rest, Rest::Time from)
{
    seconds most{0};
    while (rest.isResting(from + most)) {
        ++most;
    }
    return most;
}

} // namespace

void RestTest::hanging_restsLongerEachTime()
{
    Rest rest;
    QVERIFY(!rest.isResting(kBegin));
    Rest::Time now = kBegin;
    for (const int wanted : {5, 10, 20, 40, 60, 60}) {
        rest.hung(now);
        QCOMPARE(restFrom(rest, now).count(), wanted);
        now += seconds{wanted};
    }
    rest.worked();
    QVERIFY(!rest.isResting(now));
    rest.hung(now);
    QCOMPARE(restFrom(rest, now).count(), 5);
}

void RestTest::callsTogether_countOnce()
{
    Rest rest;
    for (int call = 0; call < 16; ++call) {
        rest.hung(kBegin);
    }
    QCOMPARE(restFrom(rest, kBegin).count(), 5);
    rest.hung(kBegin + seconds{5});
    QCOMPARE(restFrom(rest, kBegin + seconds{5}).count(), 10);
}

void RestTest::lost_restsShortly()
{
    Rest rest;
    for (int time = 0; time < 3; ++time) {
        rest.lost(kBegin);
        QCOMPARE(restFrom(rest, kBegin).count(), 5);
    }
    rest.hung(kBegin + seconds{5});
    rest.hung(kBegin + seconds{10}); // for 10 s
    rest.lost(kBegin + seconds{11}); // which is no sign that it works
    QCOMPARE(restFrom(rest, kBegin + seconds{10}).count(), 10);
}

QTEST_GUILESS_MAIN(RestTest)
#include "rest_test.moc"
