// SPDX-License-Identifier: Apache-2.0
#include "core/base/together.hpp"

#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace keepwell;

class TogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void each_isCalledOnce();
    void nothing_isNothing();
    void notMore_atOnce();
    void error_ofTheLowest();
    void error_endsIt();
};

void TogetherTest::each_isCalledOnce()
{
    std::mutex lock;
    std::vector<int> called(1000, 0);
    QVERIFY(together(called.size(), 16, [&](std::size_t i) -> Result<> {
        const std::lock_guard locked{lock};
        ++called[i];
        return {};
    }));
    QVERIFY(called == std::vector<int>(1000, 1));
}

void TogetherTest::nothing_isNothing()
{
    QVERIFY(together(0, 16, [](std::size_t) { return fail(ErrorCode::Failed, "called"); }));
}

void TogetherTest::notMore_atOnce()
{
    std::atomic<int> inside{0};
    std::atomic<bool> isTooMany{false};
    QVERIFY(together(500, 3, [&](std::size_t) -> Result<> {
        if (++inside > 3) {
            isTooMany = true;
        }
        std::this_thread::yield();
        --inside;
        return {};
    }));
    QVERIFY(!isTooMany);
}

void TogetherTest::error_ofTheLowest()
{
    // The lower waits until the higher has failed.
    std::atomic<bool> hasFailed{false};
    const auto done = together(2, 2, [&](std::size_t i) -> Result<> {
        if (i == 0) {
            while (!hasFailed) {
                std::this_thread::yield();
            }
            return fail(ErrorCode::Failed, "the lower");
        }
        hasFailed = true;
        return fail(ErrorCode::Failed, "the higher");
    });
    QVERIFY(!done);
    QCOMPARE(done.error().detail, std::string{"the lower"});
}

void TogetherTest::error_endsIt()
{
    std::atomic<int> called{0};
    QVERIFY(!together(1000, 1, [&](std::size_t i) -> Result<> {
        ++called;
        return i == 2 ? Result<>{fail(ErrorCode::Failed, "no")} : Result<>{};
    }));
    QCOMPARE(called.load(), 3);
}

QTEST_GUILESS_MAIN(TogetherTest)
#include "together_test.moc"
