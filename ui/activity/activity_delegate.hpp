// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace keepwell::ui {

/// Draws a line of the timeline. The open line is as high as the widget that lies over it.
class ActivityDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setOpen(const QModelIndex &index, int height);
    QModelIndex open() const { return m_open; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QPersistentModelIndex m_open;
    int m_openHeight = 0;
};

} // namespace keepwell::ui
