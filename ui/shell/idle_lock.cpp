// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/idle_lock.hpp"

#include <QApplication>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <chrono>

namespace keepwell::ui {

namespace {

constexpr int kWarningSeconds = 60;

bool isUse(QEvent::Type type)
{
    return type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::MouseMove
        || type == QEvent::Wheel || type == QEvent::TouchBegin;
}

} // namespace

IdleLock::IdleLock(QWidget *window) : QObject{window}, m_window{window}
{
    m_untilWarning.setSingleShot(true);
    connect(&m_untilWarning, &QTimer::timeout, this, &IdleLock::warnNow);
    m_second.setInterval(std::chrono::seconds{1});
    connect(&m_second, &QTimer::timeout, this, &IdleLock::countDown);
    qApp->installEventFilter(this);
    setMinutes(m_minutes);
}

void IdleLock::setMinutes(int minutes)
{
    m_minutes = std::max(2, minutes);
    stayOpen();
}

void IdleLock::stayOpen()
{
    m_second.stop();
    if (!m_warning.isNull()) {
        m_warning->deleteLater();
        m_warning.clear();
    }
    m_untilWarning.start(std::chrono::minutes{m_minutes} - std::chrono::seconds{kWarningSeconds});
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    if (isUse(event->type()) && m_warning.isNull()) {
        m_untilWarning.start();
    }
    return QObject::eventFilter(watched, event);
}

void IdleLock::warnNow()
{
    m_untilWarning.stop();
    m_secondsLeft = kWarningSeconds;
    auto *warning = new QMessageBox{m_window};
    m_warning = warning;
    warning->setWindowTitle(tr("Still there?"));
    warning->setText(tr("Still there?"));
    QPushButton *stay = warning->addButton(tr("Stay open"), QMessageBox::AcceptRole);
    QPushButton *lock = warning->addButton(tr("Lock now"), QMessageBox::DestructiveRole);
    warning->setDefaultButton(stay);
    warning->setEscapeButton(stay);
    connect(stay, &QAbstractButton::clicked, this, &IdleLock::stayOpen);
    connect(lock, &QAbstractButton::clicked, this, &IdleLock::timeIsUp);
    countDown();
    warning->open();
    m_second.start();
}

void IdleLock::countDown()
{
    if (m_secondsLeft <= 0) {
        m_second.stop();
        emit timeIsUp();
        return;
    }
    if (!m_warning.isNull()) {
        m_warning->setInformativeText(
            tr("Keepwell locks in %n second(s). Nothing is lost.", nullptr, m_secondsLeft));
    }
    --m_secondsLeft;
}

} // namespace keepwell::ui
