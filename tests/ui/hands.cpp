// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/hands.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QScrollArea>
#include <QTest>

namespace keepwell::ui::test {

namespace {

constexpr int kMostTabs = 200;

void scrollTo(QWidget &widget)
{
    for (QWidget *up = widget.parentWidget(); up != nullptr; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up)) {
            area->ensureWidgetVisible(&widget);
        }
    }
    QApplication::processEvents();
}

} // namespace

QWidget *Hands::find(const QString &name) const
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top != &m_window && !m_window.isAncestorOf(top)) {
            continue;
        }
        for (auto *widget : top->findChildren<QWidget *>(name)) {
            if (widget->isVisible() && widget->isEnabled()) {
                return widget;
            }
        }
    }
    return nullptr;
}

bool Hands::reach(QWidget &widget)
{
    QWidget *window = widget.window();
    QApplication::setActiveWindow(window); // a window manager does this when a dialog closes
    for (int tab = 0; tab < kMostTabs; ++tab) {
        QWidget *focus = QApplication::focusWidget();
        if (focus == &widget) {
            return true;
        }
        QWidget *from = focus != nullptr && focus->window() == window ? focus : window;
        QTest::keyClick(from, Qt::Key_Tab);
        QApplication::processEvents();
    }
    const QWidget *stuck = QApplication::focusWidget();
    qWarning("the keyboard does not reach %s; it is at %s %s", qPrintable(widget.objectName()),
             stuck != nullptr ? stuck->metaObject()->className() : "nothing",
             stuck != nullptr ? qPrintable(stuck->objectName()) : "");
    return false;
}

bool Hands::press(const QString &name)
{
    if (!waitUntil([&] { return find(name) != nullptr; })) {
        qWarning("there is no %s to press", qPrintable(name));
        return false;
    }
    QWidget *widget = find(name);
    if (m_with == With::Keyboard) {
        if (!reach(*widget)) {
            return false;
        }
        QTest::keyClick(widget, Qt::Key_Space);
    } else {
        scrollTo(*widget);
        const bool tick = qobject_cast<QCheckBox *>(widget) != nullptr;
        const QPoint at = tick ? QPoint{12, widget->height() / 2} : widget->rect().center();
        QWidget *hit = widget->window()->childAt(widget->mapTo(widget->window(), at));
        if (hit != widget && (hit == nullptr || !widget->isAncestorOf(hit))) {
            qWarning("something lies over %s", qPrintable(name));
            return false;
        }
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
    }
    QApplication::processEvents();
    return true;
}

bool Hands::write(const QString &name, const QString &text)
{
    if (!waitUntil([&] { return find(name) != nullptr; })) {
        qWarning("there is no %s to write into", qPrintable(name));
        return false;
    }
    QWidget *widget = find(name);
    if (m_with == With::Keyboard) {
        if (!reach(*widget)) {
            return false;
        }
    } else {
        scrollTo(*widget);
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    QTest::keyClicks(widget, text);
    QApplication::processEvents();
    return true;
}

bool waitUntil(const std::function<bool()> &done) { return QTest::qWaitFor(done, 30'000); }

} // namespace keepwell::ui::test
