// SPDX-License-Identifier: Apache-2.0
#include "ui/records/record_delegate.hpp"

#include "ui/records/record_list_model.hpp"
#include "ui/theme/fonts.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/list_row.hpp"
#include "ui/words/sentences.hpp"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QTextLayout>

namespace keepwell::ui {

namespace {

constexpr int kMostLines = 4;           ///< Of a title; the record itself has all of it.
constexpr qsizetype kMostLetters = 600; ///< No row has room for more.

/// A title as it is drawn: a word without an end is broken, and what has no room ends in an ellipsis.
QStringList titleLines(const QString &title, const QFont &font, int width)
{
    const QString text = title.left(kMostLetters).simplified();
    QTextLayout layout{text, font};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == kMostLines) {
            lines << QFontMetrics{font}.elidedText(text.mid(line.textStart()), Qt::ElideRight,
                                                   width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

/// Where the parts of a row stand; mirrored as a whole for right-to-left.
struct RowPlaces
{
    QRect tick, plate, title, second, date;
    QStringList titleLines;
    int height = 0;
};

RowPlaces placesOf(const QRect &row, const QModelIndex &index)
{
    const QString date = index.data(RecordListModel::DateRole).toString();
    const QFontMetrics small{smallFont()};
    const int dateWidth = date.isEmpty() ? 0 : small.horizontalAdvance(date) + px(10);
    const bool ticks = index.data(Qt::CheckStateRole).isValid();
    const int start = px(10) + (ticks ? px(36) : 0);
    const int left = start + px(40) + px(12);
    const int width = std::max(px(60), row.width() - left - px(10) - dateWidth);
    const QFontMetrics strong{strongFont()};
    RowPlaces places;
    places.titleLines = titleLines(index.data(Qt::DisplayRole).toString(), strongFont(), width);
    const int title = static_cast<int>(places.titleLines.size()) * strong.lineSpacing();
    const bool oneLine = index.data(RecordListModel::SecondRole).toString().isEmpty();
    const int text = title + (oneLine ? 0 : small.height());
    places.height = std::max(px(59), text + px(16));
    const int top = row.top() + (places.height - text) / 2;
    places.tick = {row.left() + px(10), row.top() + (places.height - px(22)) / 2,
                   ticks ? px(22) : 0, px(22)};
    places.plate = {row.left() + start, row.top() + (places.height - px(40)) / 2, px(40), px(40)};
    places.title = {row.left() + left, top, width, title};
    places.second = {row.left() + left, top + title, width, small.height()};
    places.date = {row.right() - px(10) - dateWidth, row.top(), dateWidth, places.height};
    return places;
}

} // namespace

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (index.data(RecordListModel::IsHeadingRole).toBool()) {
        paintHeading(*painter, option, index.data().toString(), 10);
        painter->restore();
        return;
    }
    const Colours &c = theme().colours;
    QRect row = option.rect;
    row.setWidth(rowWidth(option)); // the width its height was made for
    paintChosen(*painter, option, row);
    const RowPlaces places = placesOf(row, index);
    const auto place
        = [&](const QRect &area) { return QStyle::visualRect(option.direction, row, area); };
    if (places.tick.width() > 0) {
        QStyleOption box;
        box.rect = place(places.tick);
        box.state = index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStyle::State_On
                                                                          : QStyle::State_Off;
        QApplication::style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter);
    }
    paintIconPlate(*painter, place(places.plate), index.data(RecordListModel::IconRole).toString(),
                   static_cast<ToneName>(index.data(RecordListModel::ToneRole).toInt()));
    painter->setFont(strongFont(QFont::Medium));
    painter->setPen(c.text);
    painter->drawText(place(places.title), Qt::AlignLeading,
                      places.titleLines.join(QLatin1Char('\n')));
    painter->setFont(smallFont());
    painter->setPen(c.text2);
    const QFontMetrics metrics{smallFont()};
    painter->drawText(place(places.second), Qt::AlignLeading | Qt::AlignVCenter,
                      metrics.elidedText(index.data(RecordListModel::SecondRole).toString(),
                                         Qt::ElideRight, places.second.width()));
    painter->drawText(place(places.date), Qt::AlignTrailing | Qt::AlignVCenter,
                      isolated(index.data(RecordListModel::DateRole).toString()));
    painter->restore();
}

bool RecordDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                 const QStyleOptionViewItem &, const QModelIndex &index)
{
    const QVariant tick = index.data(Qt::CheckStateRole);
    const bool click = event->type() == QEvent::MouseButtonRelease;
    const bool space = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!tick.isValid() || (!click && !space)) {
        return false;
    }
    return model->setData(index, tick.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                          Qt::CheckStateRole);
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = rowWidth(option);
    if (index.data(RecordListModel::IsHeadingRole).toBool()) {
        return {width, px(38)};
    }
    return {width, placesOf(QRect{0, 0, width, 0}, index).height};
}

} // namespace keepwell::ui
