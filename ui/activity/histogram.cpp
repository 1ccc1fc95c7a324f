// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/histogram.hpp"

#include "ui/theme/fonts.hpp"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace keepwell::ui {

Histogram::Histogram(QWidget *parent) : QWidget{parent}, m_days(kDays)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Events of the last 30 days"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Histogram::setDays(const QList<Day> &days, const QDate &today)
{
    m_days = days;
    m_today = today;
    setAccessibleDescription(summary());
    update();
}

QString Histogram::summary() const
{
    int events = 0;
    int refused = 0;
    for (const Day &day : m_days) {
        events += day.events;
        refused += day.refused;
    }
    return tr("%n event(s)", nullptr, events) + QStringLiteral(", ")
        + tr("%n refused", nullptr, refused);
}

QSize Histogram::sizeHint() const { return {px(600), px(92)}; }

QSize Histogram::minimumSizeHint() const { return {px(240), px(92)}; }

QRect Histogram::plot() const { return rect().adjusted(px(28), px(18), -px(6), -px(22)); }

void Histogram::paintBar(QPainter &painter, int day, int most) const
{
    const Colours &c = theme().colours;
    const QRect area = plot();
    const Day &one = m_days[day];
    const double width = std::min<double>(px(22), slot() * 0.76);
    const double middle = area.left() + slot() * (day + 0.5);
    const double height = one.events * area.height() / static_cast<double>(most);
    painter.setPen(Qt::NoPen);
    painter.setBrush(day == kDays - 1 ? c.main : c.bars);
    if (one.events > 0) {
        painter.drawRoundedRect(QRectF{middle - width / 2, area.bottom() - height, width, height},
                                px(3), px(3));
    }
    if (one.refused > 0) {
        const double y = area.bottom() - height - px(4);
        QPainterPath triangle;
        triangle.moveTo(middle, y - px(13));
        triangle.lineTo(middle + px(8), y);
        triangle.lineTo(middle - px(8), y);
        triangle.closeSubpath();
        painter.setBrush(c.care.ink);
        painter.drawPath(triangle);
    }
    if (hasFocus() && day == m_marked) {
        painter.setPen(QPen{c.focus, 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF{middle - slot() / 2, double(area.top() - px(14)), slot(),
                                       double(area.height() + px(14))},
                                px(4), px(4));
    }
}

void Histogram::paintEvent(QPaintEvent *)
{
    const Colours &c = theme().colours;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight);
    const QRect area = plot();
    int most = 1;
    for (const Day &day : m_days) {
        most = std::max(most, day.events);
    }
    painter.setPen(c.grid);
    painter.drawLine(area.topLeft(), area.topRight());
    painter.setPen(QPen{c.line2, 1});
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setFont(smallFont());
    painter.setPen(c.text2);
    painter.drawText(QRect{0, area.top() - px(10), px(22), px(20)},
                     Qt::AlignRight | Qt::AlignVCenter, QString::number(most));
    painter.drawText(QRect{0, area.bottom() - px(14), px(22), px(20)},
                     Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("0"));
    for (int day = 0; day < kDays; ++day) {
        paintBar(painter, day, most);
    }
    if (!m_today.isValid()) {
        return;
    }
    painter.setPen(c.text2);
    for (const int day : {0, 7, 14, 21, kDays - 1}) {
        const QString name
            = day == kDays - 1 ? tr("Today") : QLocale{}.toString(dateOf(day), tr("d MMM"));
        const int width = px(70);
        int x = static_cast<int>(area.left() + slot() * (day + 0.5)) - width / 2;
        x = std::clamp(x, 0, this->width() - width);
        if (day != 0 && day != kDays - 1 && this->width() < px(420)) {
            continue;
        }
        painter.drawText(QRect{x, area.bottom() + px(2), width, px(20)}, Qt::AlignCenter, name);
    }
}

void Histogram::mousePressEvent(QMouseEvent *event)
{
    const int day = static_cast<int>((event->position().x() - plot().left()) / slot());
    if (day >= 0 && day < kDays) {
        m_marked = day;
        emit dayChosen(dateOf(day));
    }
}

void Histogram::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step != 0) {
        m_marked = std::clamp(m_marked + step, 0, kDays - 1);
        setAccessibleDescription(tr("%1: %n event(s)", nullptr, m_days[m_marked].events)
                                     .arg(QLocale{}.toString(dateOf(m_marked), tr("d MMMM"))));
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit dayChosen(dateOf(m_marked));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Histogram::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Histogram::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace keepwell::ui
