// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/core/wallet/two_wallets.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/session.hpp"
#include "ui/shell/shell.hpp"
#include "ui/theme/appearance.hpp"
#include "ui/theme/focus_ring.hpp"
#include "ui/widgets/secret_line_edit.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QScrollArea>
#include <QWindow>

/// Two real wallets on one network, each in a window as the program makes it. What a test does
/// goes through the window system's events, so that it also fails when something is in the way.
namespace keepwell::test {

inline constexpr int kPatience = 20'000; ///< Milliseconds until a wait has failed.

#define EVENTUALLY(...) QTRY_VERIFY_WITH_TIMEOUT(__VA_ARGS__, keepwell::test::kPatience)

/// The first visible one called `name` below `in`.
template <class T = QWidget>
T *shown(const QWidget *in, const QString &name)
{
    for (T *widget : in->findChildren<T *>(name)) {
        if (widget->isVisible()) {
            return widget;
        }
    }
    return nullptr;
}

/// A visible button by the name that a screen reader says, or by its text.
inline QAbstractButton *button(const QWidget *in, const QString &words)
{
    for (auto *one : in->findChildren<QAbstractButton *>()) {
        const QString text = one->text().remove(QLatin1Char('&'));
        if (one->isVisible() && (one->accessibleName() == words || text == words)) {
            return one;
        }
    }
    return nullptr;
}

/// Whether a visible label below `in` has these words in it.
inline bool says(const QWidget *in, const QString &words)
{
    const auto labels = in->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

/// For a failing test's message: every word that can be read now.
inline QByteArray wordsOn(const QWidget *in)
{
    QStringList words;
    for (const QLabel *label : in->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty()) {
            words << label->text();
        }
    }
    return words.join(QStringLiteral(" | ")).toUtf8();
}

/// Where a person would press: a box with words is pressed on its mark.
inline QPoint spotOf(const QWidget *widget)
{
    const bool marked = qobject_cast<const QCheckBox *>(widget) != nullptr
        || qobject_cast<const QRadioButton *>(widget) != nullptr;
    return marked ? QPoint{12, widget->height() / 2} : widget->rect().center();
}

/// Scrolls there; whether a mouse would then meet this widget and nothing that lies on it.
inline bool reachable(QWidget *widget, QPoint spot)
{
    if (widget == nullptr || !widget->isVisible() || !widget->isEnabled()) {
        return false;
    }
    for (QWidget *up = widget->parentWidget(); up != nullptr; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up)) {
            area->ensureWidgetVisible(widget);
        }
    }
    const QWidget *window = widget->window();
    const QWidget *hit = window->childAt(widget->mapTo(window, spot));
    return hit == widget || widget->isAncestorOf(hit);
}

/// Presses through the window, as a mouse does. False when there is nothing to press or something
/// else lies on it.
inline bool press(QWidget *widget, QPoint spot)
{
    if (!reachable(widget, spot)) {
        qWarning() << "cannot press" << widget;
        return false;
    }
    QWidget *window = widget->window();
    QTest::mouseClick(window->windowHandle(), Qt::LeftButton, {}, widget->mapTo(window, spot));
    return true;
}

inline bool press(QWidget *widget) { return widget != nullptr && press(widget, spotOf(widget)); }

/// Waits until the window is at rest and `find` gives something that a mouse can meet, then presses it.
template <class Find>
bool pressWhenThere(const ui::MainWindow &window, Find find)
{
    const auto there = [&] {
        QWidget *widget = window.isBusy() ? nullptr : find();
        return widget != nullptr && reachable(widget, spotOf(widget));
    };
    if (!QTest::qWaitFor(there, kPatience)) {
        qWarning() << "nothing to press among" << wordsOn(&window);
        return false;
    }
    return press(find());
}

inline bool pressNamed(const ui::MainWindow &window, const QString &name)
{
    return pressWhenThere(window, [&] { return shown(&window, name); });
}

inline bool pressWords(const ui::MainWindow &window, const QString &words)
{
    return pressWhenThere(window, [&] { return button(&window, words); });
}

/// Presses one row of a list.
inline bool pressRow(QAbstractItemView *list, const QModelIndex &index)
{
    list->scrollTo(index);
    return press(list->viewport(), list->visualRect(index).center());
}

/// One key to whatever has the keyboard in this window.
inline void key(QWidget *window, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(window->windowHandle(), key, modifiers);
}

/// Types into the widget that has the keyboard.
inline void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

/// Tab until `widget` has the keyboard. False when it is never reached.
inline bool tabTo(QWidget *window, const QWidget *widget)
{
    for (int steps = 0; steps < 150 && widget != nullptr; ++steps) {
        if (QApplication::focusWidget() == widget) {
            return true;
        }
        key(window, Qt::Key_Tab);
    }
    qWarning() << "Tab never reaches" << widget;
    return false;
}

class TwoWindows : public TwoWallets
{
public:
    TwoWindows()
    {
        ui::installSecretAccessibility();
        appearance.setScheme(ui::Scheme::Light);
    }

    /// They know each other; whether they compared the words is the test's business.
    void meet()
    {
        const Bytes invite = must(clinician->createInvite());
        must(patient->acceptInvite(invite));
        must(clinician->sync());
    }

    ui::DoorPlace placeOf(const std::string &name) const
    {
        return {.home = path(name),
                .network = network(),
                .cost = crypto::PassphraseCost::low(),
                .clock = &clock};
    }

    /// Opens `wallet` in its window. From then on nothing is sent or read until the test says so.
    void show(std::unique_ptr<ui::MainWindow> &window, const std::string &name,
              std::unique_ptr<Wallet> wallet)
    {
        window = std::make_unique<ui::MainWindow>(placeOf(name), appearance);
        window->resize(1280, 900);
        window->open(std::move(wallet));
        window->show();
        EVENTUALLY(window->shell() != nullptr);
        window->shell()->setPeriodicSync(false);
        EVENTUALLY(!window->isBusy());
    }

    void showPatient() { show(patientWindow, "patient", std::move(patient)); }
    void showClinician() { show(clinicianWindow, "clinician", std::move(clinician)); }

    /// What the program does every 15 seconds.
    static void sync(ui::MainWindow &window)
    {
        window.shell()->syncNow();
        EVENTUALLY(!window.isBusy());
    }

    static void front(ui::MainWindow &window)
    {
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    ui::Appearance appearance;
    std::unique_ptr<ui::MainWindow> patientWindow;
    std::unique_ptr<ui::MainWindow> clinicianWindow;
};

} // namespace keepwell::test
