// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace keepwell::ui {

/// Some letters of a text.
struct Stretch
{
    qsizetype start;
    qsizetype length;
};

/// Where a word of `text` begins as a word of `typed` does, whatever case and accents: "mull" begins
/// "Müller". At most one for each word of `typed`.
QList<Stretch> beginningsIn(const QString &text, const QString &typed);

/// Whether every word of `typed` begins a word of `text`. None typed: yes.
bool beginsIn(const QString &text, const QString &typed);

} // namespace keepwell::ui
