// SPDX-License-Identifier: Apache-2.0
#include "ui/tasks/task_runner.hpp"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using keepwell::ui::TaskRunner;

class TaskRunnerTest : public QObject
{
    Q_OBJECT

private slots:
    void value_comesBackOnTheGuiThread()
    {
        TaskRunner tasks;
        QObject context;
        std::unique_ptr<int> got;
        QThread *where = nullptr;
        std::atomic<QThread *> worked = nullptr;
        tasks.run(
            &context,
            [&worked](const std::stop_token &) {
                worked = QThread::currentThread();
                return std::make_unique<int>(7);
            },
            [&](std::unique_ptr<int> value) {
                got = std::move(value);
                where = QThread::currentThread();
            });
        QTRY_VERIFY_WITH_TIMEOUT(got != nullptr, 60'000);
        QCOMPARE(*got, 7);
        QCOMPARE(where, QThread::currentThread());
        QVERIFY(worked.load() != QThread::currentThread());
        QCOMPARE(tasks.pending(), 0);
    }

    void callsThatWaitForANetwork_keepNoPageFromLoading()
    {
        TaskRunner tasks;
        QObject context;
        for (int act = 0; act < 8; ++act) { // A sync, openings, checks: each until it is stopped.
            tasks.run(
                &context,
                [](const std::stop_token &stop) {
                    while (!stop.stop_requested()) {
                        QThread::msleep(1);
                    }
                    return 0;
                },
                [](int) {});
        }
        bool loaded = false;
        tasks.run(
            &context, [](const std::stop_token &) { return 0; }, [&loaded](int) { loaded = true; });
        QTRY_VERIFY_WITH_TIMEOUT(loaded, 60'000);
        tasks.stopAll();
    }

    void deadContext_stopsTheWorkAndHearsNothing()
    {
        TaskRunner tasks;
        auto context = std::make_unique<QObject>();
        std::atomic<bool> stopped = false;
        bool heard = false;
        tasks.run(
            context.get(),
            [&stopped](const std::stop_token &stop) {
                while (!stop.stop_requested()) {
                    QThread::yieldCurrentThread();
                }
                stopped = true;
                return 0;
            },
            [&heard](int) { heard = true; });
        context.reset();
        QTRY_VERIFY_WITH_TIMEOUT(stopped, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(tasks.pending(), 0, 60'000);
        QVERIFY(!heard);
    }

    void progress_arrivesInOrder()
    {
        TaskRunner tasks;
        QObject context;
        QList<int> seen;
        auto tell = tasks.relay(&context, [&seen](int value) { seen << value; });
        bool done = false;
        tasks.run(
            &context,
            [tell](const std::stop_token &) {
                for (int i = 0; i < 100; ++i) {
                    tell(i);
                }
                return 0;
            },
            [&done](int) { done = true; });
        QTRY_VERIFY_WITH_TIMEOUT(done, 60'000);
        QCOMPARE(seen.size(), 100);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }

    void end_waitsForTheWork()
    {
        std::atomic<bool> ended = false;
        QObject context;
        {
            TaskRunner tasks;
            tasks.run(
                &context,
                [&ended](const std::stop_token &stop) {
                    while (!stop.stop_requested()) {
                        QThread::yieldCurrentThread();
                    }
                    ended = true;
                    return 0;
                },
                [](int) {});
        }
        QVERIFY(ended);
    }
};

QTEST_GUILESS_MAIN(TaskRunnerTest)
#include "task_runner_test.moc"
