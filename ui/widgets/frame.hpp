// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.hpp"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

class QScrollArea;

namespace keepwell::ui {

/// A frame that the style sheet dresses by `role`: "card", "sunk", "tint", "bar", "strip"…
QFrame *makeFrame(const char *role, QWidget *parent = nullptr);

/// A 1 px line across.
QFrame *makeRule(QWidget *parent = nullptr);

/// A white card with its padding and a column inside.
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    /// A card with an icon and a title on its first line.
    Card(QStringView iconName, const QString &title, QWidget *parent = nullptr);

    QVBoxLayout *column() { return m_column; }
    QHBoxLayout *titleRow() { return m_titleRow; } ///< Null for a card without title.

private:
    QVBoxLayout *m_column;
    QHBoxLayout *m_titleRow = nullptr;
};

/// A column and a row without margins, with the given gap in design pixels.
QVBoxLayout *makeColumn(int gap);
QHBoxLayout *makeRow(int gap);

/// A place where `content` scrolls upright only; Tab does not stop at it.
QScrollArea *makeScrollArea(QWidget *content);
/// The same with `content` in the middle, as wide as it may be.
QScrollArea *makeCentredScrollArea(QWidget *content);

/// Takes every widget and layout out of `layout` and deletes them.
void clear(QLayout *layout);

} // namespace keepwell::ui
