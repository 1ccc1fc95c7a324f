// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace keepwell::ui {

/// Has a screen reader say `sentence`, as the words of `source`. Qt before 6.8 has no
/// announcement event, so the widget takes the sentence as its name and raises an alert.
void announce(QWidget &source, const QString &sentence);

} // namespace keepwell::ui
