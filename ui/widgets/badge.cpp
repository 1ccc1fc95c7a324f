// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/badge.hpp"

#include "ui/theme/icon.hpp"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace keepwell::ui {

namespace {

QFont badgeFont()
{
    QFont font = QApplication::font();
    font.setPixelSize(px(14));
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QSize badgeSize(const BadgeText &badge)
{
    const QFontMetrics metrics{badgeFont()};
    const int iconRoom = badge.icon.isEmpty() ? 0 : px(22);
    return {px(20) + iconRoom + metrics.horizontalAdvance(badge.text), px(26)};
}

void paintBadge(QPainter &painter, const QRect &area, const BadgeText &badge)
{
    const Tone tone = theme().tone(badge.tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.back);
    painter.drawRoundedRect(area, area.height() / 2.0, area.height() / 2.0);

    const bool mirrored = QApplication::isRightToLeft();
    QRect inner = area.adjusted(px(10), 0, -px(10), 0);
    if (!badge.icon.isEmpty()) {
        const int side = px(16);
        const int x = mirrored ? inner.right() - side + 1 : inner.left();
        paintIcon(painter, QRect{x, area.center().y() - side / 2 + 1, side, side}, badge.icon,
                  tone.ink);
        mirrored ? inner.setRight(inner.right() - px(22)) : inner.setLeft(inner.left() + px(22));
    }
    painter.setPen(tone.ink);
    painter.setFont(badgeFont());
    const Qt::Alignment side = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(inner, static_cast<int>(Qt::AlignVCenter | side), badge.text);
    painter.restore();
}

Badge::Badge(BadgeText badge, QWidget *parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setBadge(std::move(badge));
}

void Badge::setBadge(BadgeText badge)
{
    m_badge = std::move(badge);
    setAccessibleName(m_badge.text);
    updateGeometry();
    update();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    paintBadge(painter, rect(), m_badge);
}

void Badge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace keepwell::ui
