// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyleOptionViewItem>

class QPainter;

namespace keepwell::ui {

/// What the delegates of our lists draw alike. GUI thread.

/// The width that a row's height is made for: its list's, as far as it can be seen.
int rowWidth(const QStyleOptionViewItem &option);

/// The heading above some rows; `indent` in design pixels.
void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &heading,
                  int indent);

/// What tells the chosen row from the others: a tint with a bar, and the ring of the focus.
/// Nothing for a row that is not chosen.
void paintChosen(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row);

} // namespace keepwell::ui
