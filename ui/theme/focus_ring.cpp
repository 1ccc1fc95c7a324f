// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/focus_ring.hpp"

#include <QAbstractItemView>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QScrollArea>
#include <QTextBrowser>
#include <QWidget>

namespace keepwell::ui {

namespace {

constexpr int kRoomAround = 12;

void scrollIntoView(QWidget &widget)
{
    for (QWidget *up = widget.parentWidget(); up != nullptr; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up)) {
            area->ensureWidgetVisible(&widget, kRoomAround, kRoomAround);
        }
    }
}

bool wantsRing(const QWidget &widget, Qt::FocusReason reason)
{
    if (widget.isWindow() || qobject_cast<const QTextBrowser *>(&widget) != nullptr
        || qobject_cast<const QAbstractItemView *>(&widget) != nullptr) {
        return false; // item views ring the current row themselves
    }
    if (qobject_cast<const QScrollArea *>(&widget) != nullptr
        || reason == Qt::ActiveWindowFocusReason) {
        return widget.testAttribute(Qt::WA_InputMethodEnabled);
    }
    return reason != Qt::MouseFocusReason || widget.testAttribute(Qt::WA_InputMethodEnabled);
}

} // namespace

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) {
            scrollIntoView(*widget);
        }
        follow(wantsRing(*widget, reason) ? widget : nullptr);
    } else if (event->type() == QEvent::FocusOut && watched->isWidgetType()) {
        follow(nullptr);
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::follow(QWidget *widget)
{
    if (m_frame.isNull()) {
        if (widget == nullptr) {
            return;
        }
        m_frame = new QFocusFrame{widget};
    }
    m_frame->setWidget(widget);
}

} // namespace keepwell::ui
