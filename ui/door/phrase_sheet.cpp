// SPDX-License-Identifier: Apache-2.0
#include "ui/door/phrase_sheet.hpp"

#include "ui/theme/theme.hpp"
#include "ui/widgets/secret_painting.hpp"

#include <QApplication>
#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace keepwell::ui {

namespace {

constexpr int kTile = 56;
constexpr int kGap = 12;
constexpr int kLeastTile = 170;

QFont sized(int designPixels, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPixelSize(px(designPixels));
    font.setWeight(weight);
    return font;
}

} // namespace

PhraseSheet::PhraseSheet(QWidget *parent) : QWidget{parent}
{
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Your 12 words. They are shown on the screen only."));
}

void PhraseSheet::setWords(PhraseWords words)
{
    m_words = std::move(words);
    update();
}

void PhraseSheet::setShown(bool shown)
{
    if (m_shown != shown) {
        m_shown = shown;
        update();
        emit shownChanged(shown);
    }
}

int PhraseSheet::columnsFor(int width) const
{
    return std::clamp((width + px(kGap)) / px(kLeastTile + kGap), 1, 3);
}

int PhraseSheet::heightForWidth(int width) const
{
    const int rows = kPhraseWords / columnsFor(width);
    return rows * px(kTile) + (rows - 1) * px(kGap);
}

QSize PhraseSheet::sizeHint() const { return {px(738), heightForWidth(px(738))}; }

QSize PhraseSheet::minimumSizeHint() const { return {px(kLeastTile), px(kTile)}; }

void PhraseSheet::paintEvent(QPaintEvent *)
{
    const Colours &c = theme().colours;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const int columns = columnsFor(width());
    const int rows = kPhraseWords / columns;
    const int tile = (width() - (columns - 1) * px(kGap)) / columns;
    for (int i = 0; i < kPhraseWords; ++i) {
        const int column = isRightToLeft() ? columns - 1 - i / rows : i / rows;
        const QRect area{column * (tile + px(kGap)), (i % rows) * px(kTile + kGap), tile,
                         px(kTile)};
        painter.setPen(c.line);
        painter.setBrush(c.sunk);
        painter.drawRoundedRect(QRectF{area}.adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10));
        painter.setFont(sized(16, QFont::Normal));
        painter.setPen(c.text2);
        painter.drawText(QRect{area.left() + px(8), area.top(), px(30), area.height()},
                         Qt::AlignVCenter | Qt::AlignRight, QString::number(i + 1));
        const QRect wordArea = area.adjusted(px(50), 0, -px(8), 0);
        if (m_shown) {
            painter.setFont(sized(20, QFont::DemiBold));
            painter.setPen(c.text);
            paintSecret(painter, wordArea, m_words[static_cast<std::size_t>(i)].expose());
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(c.line);
            painter.drawRoundedRect(QRect{wordArea.left(), area.center().y() - px(6),
                                          std::min(px(96), wordArea.width()), px(12)},
                                    px(6), px(6));
        }
    }
}

bool PhraseSheet::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate) {
        setShown(false);
    }
    return QWidget::event(event);
}

} // namespace keepwell::ui
