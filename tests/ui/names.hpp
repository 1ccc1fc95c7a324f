// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

namespace keepwell::test {

/// What can be reached with the keyboard below `in` and has no name for a screen reader.
inline QStringList namelessIn(const QWidget &in)
{
    QStringList found;
    for (const auto *widget : in.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || widget->objectName().startsWith("qt_") || widget->focusProxy() != nullptr) {
            continue;
        }
        QAccessibleInterface *reader
            = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        const QString name = reader != nullptr ? reader->text(QAccessible::Name) : QString{};
        if (name.trimmed().isEmpty()) {
            found << QStringLiteral("a %1 called \"%2\"")
                         .arg(QLatin1String{widget->metaObject()->className()},
                              widget->objectName());
        }
    }
    return found;
}

} // namespace keepwell::test
