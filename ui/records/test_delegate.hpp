// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/sparkline.hpp"

#include <QMetaType>
#include <QStyledItemDelegate>

namespace keepwell::ui {

/// Draws a test among the tests: its name, its newest value, and its last values as a small line.
class TestDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { ValueRole = Qt::UserRole, LineRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace keepwell::ui

Q_DECLARE_METATYPE(keepwell::ui::SparkLine)
