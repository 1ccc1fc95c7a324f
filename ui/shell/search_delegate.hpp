// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace keepwell::ui {

/// A line of the search: icon, words with the match in bold, a second line; or a group's heading.
class SearchDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { IsHeadingRole = Qt::UserRole, IconRole, ToneRole, SecondRole, TypedRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace keepwell::ui
