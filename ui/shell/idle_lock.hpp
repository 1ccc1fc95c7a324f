// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QMessageBox;
class QWidget;

namespace keepwell::ui {

/// Asks to lock after some minutes without a key or the mouse, and warns a minute before with
/// "Stay open". Watches the whole application while it lives.
class IdleLock final : public QObject
{
    Q_OBJECT

public:
    explicit IdleLock(QWidget *window);

    void setMinutes(int minutes);
    int minutes() const { return m_minutes; }
    bool isWarning() const { return !m_warning.isNull(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

    /// As if nothing had been touched until a minute before the end; for tests.
    void warnNow();

signals:
    void timeIsUp();

private:
    void countDown();
    void stayOpen();

    QWidget *m_window;
    QTimer m_untilWarning;
    QTimer m_second;
    QPointer<QMessageBox> m_warning;
    int m_minutes = 10;
    int m_secondsLeft = 0;
};

} // namespace keepwell::ui
