// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace keepwell::ui {

/// A line to search with: a lens at its start, `name` as its placeholder and accessible name,
/// and the keys that reach it as a tooltip.
QLineEdit *makeSearchField(const QString &name, const QString &keys, QWidget *parent = nullptr);

/// Gives the keyboard to `field`, with `words` in it where there are any. False while it is hidden.
bool startSearch(QLineEdit &field, const QString &words);

} // namespace keepwell::ui
