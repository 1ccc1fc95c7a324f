// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/search_delegate.hpp"

#include "ui/theme/fonts.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/list_row.hpp"
#include "ui/words/beginnings.hpp"
#include "ui/words/sentences.hpp"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace keepwell::ui {

namespace {

constexpr int kPlate = 36;
constexpr int kLead = 12; ///< Before the plate, and after the words.
constexpr int kWordsAt = kLead + kPlate + 12;

/// The words of a line, in as many lines as `width` asks for, with what was typed in bold.
class Words
{
public:
    Words(const QModelIndex &index, Qt::LayoutDirection direction, int width)
        : m_layout{index.data().toString(), fontOf(16, QFont::Medium)}
    {
        QTextOption option{(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)
                           | Qt::AlignAbsolute};
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        bold.setForeground(theme().colours.main);
        QList<QTextLayout::FormatRange> formats;
        for (const Stretch &stretch :
             beginningsIn(m_layout.text(), index.data(SearchDelegate::TypedRole).toString())) {
            formats << QTextLayout::FormatRange{static_cast<int>(stretch.start),
                                                static_cast<int>(stretch.length), bold};
        }
        m_layout.setFormats(formats);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, m_height});
            m_height += line.height();
        }
        m_layout.endLayout();
    }

    int height() const { return qCeil(m_height); }
    void draw(QPainter &painter, const QPoint &at) const { m_layout.draw(&painter, at); }

private:
    QTextLayout m_layout;
    qreal m_height = 0;
};

int secondHeight(const QModelIndex &index)
{
    return index.data(SearchDelegate::SecondRole).toString().isEmpty()
        ? 0
        : QFontMetrics{smallFont()}.height();
}

int wordsWidth(const QStyleOptionViewItem &option)
{
    return std::max(px(60), rowWidth(option) - px(kWordsAt + kLead));
}

} // namespace

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (index.data(IsHeadingRole).toBool()) {
        paintHeading(*painter, option, index.data().toString(), kLead);
        painter->restore();
        return;
    }
    QRect row = option.rect;
    row.setWidth(rowWidth(option));
    paintChosen(*painter, option, row);
    const auto place
        = [&](const QRect &area) { return QStyle::visualRect(option.direction, row, area); };
    const int side = px(kPlate);
    paintIconPlate(
        *painter,
        place({row.left() + px(kLead), row.top() + (row.height() - side) / 2, side, side}),
        index.data(IconRole).toString(), static_cast<ToneName>(index.data(ToneRole).toInt()));
    const int width = wordsWidth(option);
    const Words words{index, option.direction, width};
    const int below = secondHeight(index);
    const int top = row.top() + (row.height() - words.height() - below) / 2;
    const int start = row.left() + px(kWordsAt);
    painter->setPen(theme().colours.text);
    words.draw(*painter, place({start, top, width, words.height()}).topLeft());
    painter->setFont(smallFont());
    painter->setPen(theme().colours.text2);
    painter->drawText(place({start, top + words.height(), width, below}),
                      Qt::AlignLeading | Qt::AlignVCenter,
                      isolated(QFontMetrics{smallFont()}.elidedText(
                          index.data(SecondRole).toString(), Qt::ElideRight, width)));
    painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(IsHeadingRole).toBool()) {
        return {rowWidth(option), px(38)};
    }
    const Words words{index, option.direction, wordsWidth(option)};
    return {rowWidth(option), std::max(px(48), words.height() + secondHeight(index) + px(14))};
}

} // namespace keepwell::ui
