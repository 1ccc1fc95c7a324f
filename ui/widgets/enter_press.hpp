// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QKeyEvent>

namespace keepwell::ui {

/// Enter presses the button that has the keyboard, as Space does; Qt leaves this to the platform.
/// True when it did: then the button may be gone, and the caller only returns.
inline bool pressByEnter(QAbstractButton &button, QKeyEvent &event)
{
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (!enter || event.isAutoRepeat()) {
        return false;
    }
    event.accept();
    button.click();
    return true;
}

} // namespace keepwell::ui
