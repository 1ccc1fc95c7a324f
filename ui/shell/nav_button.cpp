// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/nav_button.hpp"

#include "ui/theme/icon.hpp"
#include "ui/widgets/enter_press.hpp"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace keepwell::ui {

NavButton::NavButton(QStringView iconName, const QString &text, QWidget *parent)
    : QAbstractButton{parent}, m_icon{iconName.toString()}
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavButton::setCount(int count)
{
    m_count = count;
    setAccessibleName(count > 0 ? tr("%1, %2 new").arg(text()).arg(count) : text());
    update();
}

void NavButton::setRail(bool rail)
{
    m_rail = rail;
    setToolTip(rail ? text() : QString{});
    updateGeometry();
    update();
}

/// Of the words when the row is the chosen one: nothing moves when it becomes that.
QFont NavButton::boldFont()
{
    QFont font = QApplication::font();
    font.setPixelSize(px(16));
    font.setWeight(QFont::DemiBold);
    return font;
}

QSize NavButton::sizeHint() const
{
    const QSize least = minimumSizeHint();
    return m_rail ? least
                  : least.expandedTo(
                        {px(44) + QFontMetrics{boldFont()}.horizontalAdvance(text()) + px(10), 0});
}

QSize NavButton::minimumSizeHint() const { return {px(m_rail ? 48 : 212), px(m_rail ? 44 : 40)}; }

void NavButton::paintPill(QPainter &painter) const
{
    const Colours &c = theme().colours;
    const QRectF pill = QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked()) {
        painter.setPen(c.line);
        painter.setBrush(c.card);
        painter.drawRoundedRect(pill, px(8), px(8));
        const int bar = px(4);
        const QRect area{isRightToLeft() ? width() - bar : 0, px(10), bar, height() - px(20)};
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.main);
        painter.drawRoundedRect(area, bar / 2.0, bar / 2.0);
    } else if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.sunk);
        painter.drawRoundedRect(pill, px(8), px(8));
    }
}

void NavButton::paintCount(QPainter &painter) const
{
    const Colours &c = theme().colours;
    const int side = px(22);
    const int left = isRightToLeft() ? px(12) : width() - px(12) - side;
    const QRect disc = m_rail ? QRect{width() - side, 0, side, side}
                              : QRect{left, (height() - side) / 2, side, side};
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.main);
    painter.drawEllipse(disc);
    QFont font = QApplication::font();
    font.setPixelSize(px(14));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(c.onMain);
    painter.drawText(disc, Qt::AlignCenter, QString::number(std::min(m_count, 99)));
}

void NavButton::paintEvent(QPaintEvent *)
{
    const Colours &c = theme().colours;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    paintPill(painter);

    const int side = px(20);
    const QColor ink = isChecked() ? c.main : c.text;
    const int lead = m_rail ? (width() - side) / 2 : px(12);
    const int x = isRightToLeft() ? width() - lead - side : lead;
    paintIcon(painter, QRect{x, (height() - side) / 2, side, side}, m_icon,
              isChecked() ? c.main : c.text2);
    if (!m_rail) {
        QFont font = boldFont();
        font.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
        painter.setFont(font);
        painter.setPen(ink);
        const int words = px(44);
        const int end = px(m_count > 0 ? 36 : 8);
        const QRect area = isRightToLeft() ? rect().adjusted(end, 0, -words, 0)
                                           : rect().adjusted(words, 0, -end, 0);
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
    }
    if (m_count > 0) {
        paintCount(painter);
    }
}

void NavButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressByEnter(*this, *event)) {
        QAbstractButton::keyPressEvent(event);
    }
}

void NavButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QAbstractButton::changeEvent(event);
}

void NavButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void NavButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace keepwell::ui
