// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/announce.hpp"

#include <QAccessible>
#include <QWidget>

namespace keepwell::ui {

void announce(QWidget &source, const QString &sentence)
{
    source.setAccessibleName(sentence.trimmed());
    QAccessibleEvent event{&source, QAccessible::Alert};
    QAccessible::updateAccessibility(&event);
}

} // namespace keepwell::ui
