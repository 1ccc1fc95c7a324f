// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>
#include <vector>

namespace keepwell::ui {

/// The one place where the front end meets threads: runs a blocking core call on a thread of
/// its own and hands the value back on the GUI thread. If `context` dies first, the call is asked
/// to stop and `done` is never run. Use from the GUI thread only. The destructor asks every call
/// to stop and waits, so that no work outlives the wallet it was given.
class TaskRunner
{
    Q_DISABLE_COPY_MOVE(TaskRunner)

public:
    /// More calls than these wait for one to end. Calls wait for a network most of their time, and a
    /// page that loads must not wait for them.
    static constexpr int kMostThreads = 16;

    TaskRunner() { m_pool.setMaxThreadCount(kMostThreads); }
    ~TaskRunner() { stopAll(); }

    /// `work(std::stop_token)` must not throw and must not touch widgets. The value it returns
    /// is moved to `done(value)`.
    template <class Work, class Done>
    std::stop_source run(QObject *context, Work work, Done done)
    {
        using Value = std::invoke_result_t<Work, std::stop_token>;
        const std::stop_source stop;
        QObject::connect(context, &QObject::destroyed, &m_relay,
                         [stop]() mutable { stop.request_stop(); });
        std::erase_if(m_running, [](const auto &one) { return one.expired(); });
        auto state = std::make_shared<Task<Work, Done>>(stop, std::move(work), std::move(done));
        m_running.push_back(state);
        ++m_pending;
        m_pool.start([this, state, context = QPointer<QObject>{context}, relay = &m_relay] {
            auto value = std::make_shared<Value>(state->work(state->stop.get_token()));
            QMetaObject::invokeMethod(
                relay,
                [this, state, context, value] {
                    --m_pending;
                    if (!context.isNull()) {
                        state->done(std::move(*value));
                    }
                },
                Qt::QueuedConnection);
        });
        return stop;
    }

    /// A function for a working thread to report from: `tell(values…)` then runs on the GUI
    /// thread, in order, while `context` lives.
    template <class Tell>
    auto relay(QObject *context, Tell tell)
    {
        auto shared = std::make_shared<Tell>(std::move(tell));
        return [shared, context = QPointer<QObject>{context}, relay = &m_relay](auto... values) {
            QMetaObject::invokeMethod(
                relay,
                [shared, context, values...] {
                    if (!context.isNull()) {
                        (*shared)(values...);
                    }
                },
                Qt::QueuedConnection);
        };
    }

    /// Calls whose value has not been delivered yet.
    int pending() const { return m_pending; }

    /// Asks every call to stop and waits until each has returned. What they return is dropped
    /// when its context is gone by then, else still delivered.
    void stopAll()
    {
        for (const auto &one : m_running) {
            if (const auto state = one.lock()) {
                state->stop.request_stop();
            }
        }
        m_pool.waitForDone();
        m_running.clear();
    }

private:
    struct Stoppable
    {
        explicit Stoppable(std::stop_source source) : stop{std::move(source)} {}
        std::stop_source stop;
    };

    template <class Work, class Done>
    struct Task : Stoppable
    {
        Task(std::stop_source source, Work job, Done after)
            : Stoppable{std::move(source)}, work{std::move(job)}, done{std::move(after)}
        {
        }
        Work work;
        Done done;
    };

    std::vector<std::weak_ptr<Stoppable>> m_running;
    int m_pending = 0;
    QObject m_relay;
    QThreadPool m_pool;
};

} // namespace keepwell::ui
