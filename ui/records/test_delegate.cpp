// SPDX-License-Identifier: Apache-2.0
#include "ui/records/test_delegate.hpp"

#include "ui/theme/fonts.hpp"
#include "ui/widgets/list_row.hpp"
#include "ui/words/sentences.hpp"

#include <QPainter>
#include <QStyleOption>

namespace keepwell::ui {

namespace {

struct RowPlaces
{
    QRect title, value, line;
    int height = 0;
};

RowPlaces placesOf(const QRect &row, const QString &name)
{
    const int width = std::max(px(80), row.width() - 2 * px(10));
    const int title = QFontMetrics{strongFont(QFont::Medium)}
                          .boundingRect(QRect{0, 0, width, 10000}, Qt::TextWordWrap, name)
                          .height();
    const int below = std::max(px(26), QFontMetrics{bodyFont()}.height());
    RowPlaces places;
    places.title = {row.left() + px(10), row.top() + px(6), width, title};
    const int top = places.title.bottom() + 1;
    const int line = std::min(px(110), width / 2);
    places.value = {row.left() + px(10), top, width - line - px(8), below};
    places.line = {row.right() - px(10) - line, top, line, below};
    places.height = px(6) + title + below + px(6);
    return places;
}

} // namespace

void TestDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Colours &c = theme().colours;
    QRect row = option.rect;
    row.setWidth(rowWidth(option));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    paintChosen(*painter, option, row);
    const QString name = index.data().toString();
    const RowPlaces places = placesOf(row, name);
    const auto place
        = [&](const QRect &area) { return QStyle::visualRect(option.direction, row, area); };
    painter->setFont(strongFont(QFont::Medium));
    painter->setPen(c.text);
    painter->drawText(place(places.title), Qt::TextWordWrap | Qt::AlignLeading, name);
    painter->setFont(bodyFont());
    painter->setPen(c.text2);
    const QString value = QFontMetrics{bodyFont()}.elidedText(index.data(ValueRole).toString(),
                                                              Qt::ElideRight, places.value.width());
    painter->drawText(place(places.value), Qt::AlignLeading | Qt::AlignVCenter, isolated(value));
    paintSparkLine(*painter, place(places.line), index.data(LineRole).value<SparkLine>());
    painter->restore();
}

QSize TestDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = rowWidth(option);
    return {width, placesOf(QRect{0, 0, width, 0}, index.data().toString()).height};
}

} // namespace keepwell::ui
