// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/stepper.hpp"

#include "ui/theme/icon.hpp"

#include <QApplication>
#include <QEvent>
#include <QPainter>

namespace keepwell::ui {

namespace {

QFont stepFont(bool current)
{
    QFont font = QApplication::font();
    font.setPixelSize(px(16));
    font.setWeight(current ? QFont::DemiBold : QFont::Medium);
    return font;
}

int wordsWidth(const QString &words)
{
    return QFontMetrics{stepFont(true)}.horizontalAdvance(words);
}

constexpr int kCircle = 30;
constexpr int kGap = 10;
constexpr int kLeastLine = 24;

void paintCircle(QPainter &painter, const QRect &area, int step, int current)
{
    const Colours &c = theme().colours;
    painter.setPen(QPen{step <= current ? c.main : c.line2, 2});
    painter.setBrush(step == current ? c.main : (step < current ? c.tint : c.card));
    painter.drawEllipse(QRectF{area}.adjusted(1, 1, -1, -1));
    if (step < current) {
        const int inset = area.width() / 4;
        paintIcon(painter, area.adjusted(inset, inset, -inset, -inset), u"check", c.main);
        return;
    }
    QFont font = stepFont(true);
    font.setPixelSize(px(15));
    painter.setFont(font);
    painter.setPen(step == current ? c.onMain : c.text2);
    painter.drawText(area, Qt::AlignCenter, QString::number(step + 1));
}

} // namespace

Stepper::Stepper(QStringList steps, QWidget *parent) : QWidget{parent}, m_steps{std::move(steps)}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCurrent(0);
}

void Stepper::setCurrent(int step)
{
    m_current = step;
    setAccessibleName(sentence());
    update();
}

QString Stepper::sentence() const
{
    return tr("Step %1 of %2: %3")
        .arg(m_current + 1)
        .arg(m_steps.size())
        .arg(m_steps.value(m_current));
}

int Stepper::fullWidth() const
{
    int width = 0;
    for (const QString &step : m_steps) {
        width += px(kCircle + 3 * kGap + kLeastLine) + wordsWidth(step);
    }
    return width;
}

QSize Stepper::sizeHint() const { return {fullWidth(), px(36)}; }

QSize Stepper::minimumSizeHint() const { return {px(200), px(36)}; }

void Stepper::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    if (width() < fullWidth()) {
        painter.setFont(stepFont(true));
        painter.setPen(theme().colours.text);
        painter.drawText(
            rect(), Qt::AlignVCenter | Qt::AlignLeading,
            QFontMetrics{painter.font()}.elidedText(sentence(), Qt::ElideRight, width()));
        return;
    }
    paintSteps(painter);
}

void Stepper::paintSteps(QPainter &painter) const
{
    const Colours &c = theme().colours;
    int wordsTotal = 0;
    for (const QString &step : m_steps) {
        wordsTotal += wordsWidth(step) + px(kCircle + kGap);
    }
    const int lines = static_cast<int>(m_steps.size()) - 1;
    const int line = lines > 0 ? (width() - wordsTotal) / lines - px(2 * kGap + 4) : 0;
    const auto place = [this](QRect area) {
        return isRightToLeft()
            ? QRect{width() - area.right() - 1, area.y(), area.width(), area.height()}
            : area;
    };
    int x = 0;
    for (int step = 0; step < m_steps.size(); ++step) {
        const QString &words = m_steps[step];
        const int top = (height() - px(kCircle)) / 2;
        paintCircle(painter, place({x, top, px(kCircle), px(kCircle)}), step, m_current);
        x += px(kCircle + kGap);
        painter.setFont(stepFont(step == m_current));
        painter.setPen(step == m_current ? c.text : c.text2);
        const int room = wordsWidth(words);
        painter.drawText(place({x, 0, room, height()}), Qt::AlignVCenter | Qt::AlignLeading, words);
        x += room + px(kGap + 2);
        if (step + 1 < m_steps.size()) {
            const QRect rule = place({x, height() / 2 - 1, line, 2});
            painter.fillRect(rule, step < m_current ? c.main : c.line);
            x += line + px(kGap + 2);
        }
    }
}

void Stepper::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace keepwell::ui
