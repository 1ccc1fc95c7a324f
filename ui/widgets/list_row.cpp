// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/list_row.hpp"

#include "ui/theme/fonts.hpp"

#include <QListView>
#include <QPainter>

namespace keepwell::ui {

int rowWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    return view != nullptr ? view->viewport()->width() : option.rect.width();
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &heading,
                  int indent)
{
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme().colours.text2);
    painter.drawText(option.rect.adjusted(px(indent), px(6), -px(indent), 0),
                     Qt::AlignVCenter | Qt::AlignLeading, heading);
}

void paintChosen(QPainter &painter, const QStyleOptionViewItem &option, const QRect &row)
{
    if (!option.state.testFlag(QStyle::State_Selected)) {
        return;
    }
    const Colours &c = theme().colours;
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.tint);
    painter.drawRoundedRect(row, px(8), px(8));
    const QRect bar{row.left(), row.top() + px(6), px(4), row.height() - px(12)};
    painter.fillRect(QStyle::visualRect(option.direction, row, bar), c.main);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen{c.focus, 3});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF{row}.adjusted(1.5, 1.5, -1.5, -1.5), px(8), px(8));
    }
}

} // namespace keepwell::ui
