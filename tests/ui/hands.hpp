// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace keepwell::ui::test {

/// How a person works the program: with the mouse alone or with the keyboard alone. Both go through
/// the events that the real devices send, and both fail loudly when they cannot reach a control.
class Hands
{
public:
    enum class With { Mouse, Keyboard };

    Hands(QWidget &window, With with) : m_window{window}, m_with{with} {}

    /// Presses the button (tick, row) of that object name. False when it cannot be reached.
    bool press(const QString &name);
    /// Writes into the entry of that object name.
    bool write(const QString &name, const QString &text);
    /// The first visible and enabled widget of that object name, in any window of the program.
    QWidget *find(const QString &name) const;

private:
    bool reach(QWidget &widget);

    QWidget &m_window;
    With m_with;
};

/// Runs the event loop until `done` or 30 seconds are over; false for the latter.
bool waitUntil(const std::function<bool()> &done);

} // namespace keepwell::ui::test
