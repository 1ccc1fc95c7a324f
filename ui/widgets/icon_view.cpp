// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/icon_view.hpp"

#include <QEvent>
#include <QPainter>
#include <QSvgRenderer>

namespace keepwell::ui {

namespace {

bool changesSize(const QEvent &event) { return event.type() == QEvent::StyleChange; }

} // namespace

IconView::IconView(QStringView name, IconColour colour, int designSize, QWidget *parent)
    : QWidget{parent}, m_name{name.toString()}, m_colour{colour}, m_size{designSize}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconView::setIconName(QStringView name, IconColour colour)
{
    m_name = name.toString();
    m_colour = colour;
    update();
}

void IconView::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    paintIcon(painter, rect(), m_name, colourOf(m_colour));
}

void IconView::changeEvent(QEvent *event)
{
    if (changesSize(*event)) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

IconPlate::IconPlate(QStringView name, ToneName tone, int designSize, QWidget *parent)
    : QWidget{parent}, m_name{name.toString()}, m_tone{tone}, m_size{designSize}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void paintIconPlate(QPainter &painter, const QRect &area, QStringView name, ToneName toneName)
{
    const Tone tone = theme().tone(toneName);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.back);
    painter.drawRoundedRect(area, px(10), px(10));
    const int inset = area.width() * 22 / 100;
    paintIcon(painter, area.adjusted(inset, inset, -inset, -inset), name, tone.ink);
    painter.restore();
}

void IconPlate::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    paintIconPlate(painter, rect(), m_name, m_tone);
}

void IconPlate::changeEvent(QEvent *event)
{
    if (changesSize(*event)) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

Logo::Logo(int designSize, QWidget *parent) : QWidget{parent}, m_size{designSize}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Logo::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    QSvgRenderer{QStringLiteral(":/keepwell/keepwell.svg")}.render(&painter, rect());
}

void Logo::changeEvent(QEvent *event)
{
    if (changesSize(*event)) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace keepwell::ui
