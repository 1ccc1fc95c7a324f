// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/activity_delegate.hpp"

#include "ui/activity/activity_model.hpp"
#include "ui/activity/activity_words.hpp"
#include "ui/theme/fonts.hpp"
#include "ui/theme/icon.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/list_row.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/kinds.hpp"

#include <QLocale>
#include <QPainter>
#include <QTextLayout>

namespace keepwell::ui {

namespace {

constexpr int kNarrow = 560; ///< Below this the badge and the time go under the words.

struct Places
{
    QRect plate, words, second, time, badge, arrow;
    int height = 0;
};

/// Lays "bold text" out over as many lines as it takes; draws it when there is a painter.
int layWords(QPainter *painter, const QRect &area, const ActivityWords &words, bool mirrored)
{
    QTextLayout layout{words.bold + QLatin1Char(' ') + words.text, bodyFont()};
    QTextLayout::FormatRange bold;
    bold.start = 0;
    bold.length = static_cast<int>(words.bold.size());
    bold.format.setFontWeight(QFont::DemiBold);
    layout.setFormats({bold});
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    option.setTextDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(area.width());
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    if (painter != nullptr) {
        layout.draw(painter, area.topLeft());
    }
    return static_cast<int>(height + 0.5);
}

/// Times stand below each other, whichever of the usual badges is beside them.
int badgeColumn(const QSize &badge)
{
    int width = badge.width();
    for (const ProofState proof : {ProofState::Proven, ProofState::Reported, ProofState::Local}) {
        width = std::max(width, badgeSize(badgeOf(proof)).width());
    }
    return width;
}

Places placesOf(const QRect &row, const ActivityRow &line, const ActivityWords &words)
{
    const bool narrow = row.width() < px(kNarrow);
    const QSize badge = badgeSize(badgeOf(line.proof));
    const int timeWidth = QFontMetrics{bodyFont()}.horizontalAdvance(QStringLiteral("00:00"));
    const int badges = px(36) + px(12) + badgeColumn(badge);
    const int end = narrow ? px(36) : badges + px(12) + timeWidth + px(24);
    const int left = px(20) + px(40) + px(14);
    const int width = std::max(px(80), row.width() - left - end);
    const QFontMetrics small{smallFont()};
    const int text = layWords(nullptr, {0, 0, width, 0}, words, false);
    const int second = words.second.isEmpty()
        ? 0
        : small.boundingRect(QRect{0, 0, width, 10000}, Qt::TextWordWrap, words.second).height();
    const int below = narrow ? badge.height() + px(6) : 0;
    Places places;
    places.height = std::max(px(56), text + second + below + px(12));
    const int top = row.top() + (places.height - text - second - below) / 2;
    const int middle = row.top() + places.height / 2;
    places.plate = {row.left() + px(20), middle - px(20), px(40), px(40)};
    places.words = {row.left() + left, top, width, text};
    places.second = {row.left() + left, top + text, width, second};
    places.arrow = {row.right() - px(36), middle - px(9), px(18), px(18)};
    if (narrow) {
        const int y = top + text + second + px(6);
        places.badge = {QPoint{row.left() + left, y}, badge};
        places.time = {places.badge.right() + px(12), y, timeWidth + px(4), badge.height()};
    } else {
        const int x = row.right() - badges;
        places.badge = {QPoint{x, middle - badge.height() / 2}, badge};
        places.time = {x - px(12) - timeWidth - px(4), row.top(), timeWidth + px(4), places.height};
    }
    return places;
}

} // namespace

void ActivityDelegate::setOpen(const QModelIndex &index, int height)
{
    const QModelIndex before = m_open;
    m_open = index;
    m_openHeight = height;
    for (const QModelIndex &one : {before, QModelIndex{m_open}}) {
        if (one.isValid()) {
            emit sizeHintChanged(one);
        }
    }
}

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const auto *model = static_cast<const ActivityModel *>(index.model());
    const Colours &c = theme().colours;
    const QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    const ActivityRow *line = model->line(index);
    if (line == nullptr) {
        paintHeading(*painter, option, index.data().toString(), 20);
        painter->restore();
        return;
    }
    if (index == m_open) {
        painter->restore();
        return; // its widget is drawn over it
    }
    if (!line->seen) {
        painter->fillRect(row, c.care.back);
        const QRect bar{row.left(), row.top(), px(4), row.height()};
        painter->fillRect(QStyle::visualRect(option.direction, row, bar), c.care.ink);
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen{c.focus, 3});
        painter->drawRoundedRect(QRectF{row}.adjusted(3, 1.5, -3, -1.5), px(8), px(8));
    }
    const ActivityWords words = wordsOf(*line, model->reader());
    const Places places = placesOf(row, *line, words);
    const auto place
        = [&](const QRect &area) { return QStyle::visualRect(option.direction, row, area); };
    paintIconPlate(*painter, place(places.plate), words.icon, words.tone);
    painter->setPen(c.text);
    layWords(painter, place(places.words), words, option.direction == Qt::RightToLeft);
    painter->setFont(smallFont());
    painter->setPen(c.text2);
    painter->drawText(place(places.second), Qt::TextWordWrap | Qt::AlignLeading, words.second);
    painter->setFont(bodyFont());
    painter->drawText(place(places.time), Qt::AlignVCenter | Qt::AlignTrailing,
                      QLocale{}.toString(localTime(line->time).time(), QStringLiteral("HH:mm")));
    paintBadge(*painter, place(places.badge), badgeOf(line->proof));
    paintIcon(*painter, place(places.arrow), u"chevron-right", c.text2);
    painter->restore();
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = rowWidth(option);
    const auto *model = static_cast<const ActivityModel *>(index.model());
    const ActivityRow *line = model->line(index);
    if (line == nullptr) {
        return {width, px(34)};
    }
    if (index == m_open) {
        return {width, m_openHeight};
    }
    return {width, placesOf({0, 0, width, 0}, *line, wordsOf(*line, model->reader())).height};
}

} // namespace keepwell::ui
