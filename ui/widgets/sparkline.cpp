// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sparkline.hpp"

#include "ui/theme/theme.hpp"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace keepwell::ui {

namespace {

/// The values and the ends of the range that lie near them; never empty of height.
std::pair<double, double> scaleOf(const SparkLine &line)
{
    const auto [least, most] = std::minmax_element(line.values.begin(), line.values.end());
    double low = *least;
    double high = *most;
    for (const auto &end : {line.low, line.high}) {
        if (end) {
            low = std::min(low, *end);
            high = std::max(high, *end);
        }
    }
    return high > low ? std::pair{low, high} : std::pair{low - 1, high + 1};
}

} // namespace

void paintSparkLine(QPainter &painter, const QRect &area, const SparkLine &line)
{
    if (line.values.isEmpty()) {
        return;
    }
    const Colours &c = theme().colours;
    const auto [low, high] = scaleOf(line);
    const int dot = px(4);
    const QRect inner = area.adjusted(dot, dot, -dot, -dot);
    const auto y = [&, least = low, span = high - low](double value) {
        return inner.bottom() - (value - least) / span * inner.height();
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (line.low || line.high) {
        const double top = line.high ? y(*line.high) : area.top();
        const double bottom = line.low ? y(*line.low) : area.bottom();
        painter.setBrush(c.rangeBand);
        painter.drawRoundedRect(QRectF{QPointF(area.left(), top), QPointF(area.right(), bottom)},
                                px(2), px(2));
    }
    QPolygonF points;
    const auto last = line.values.size() - 1;
    for (qsizetype place = 0; place <= last; ++place) {
        const double x = last == 0
            ? inner.right()
            : inner.left() + inner.width() * static_cast<double>(place) / static_cast<double>(last);
        points << QPointF{x, y(line.values[place])};
    }
    painter.setPen(QPen{c.main, 2.0 * px(100) / 100, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.main);
    painter.drawEllipse(points.last(), dot, dot);
    painter.restore();
}

Sparkline::Sparkline(SparkLine line, QWidget *parent) : QWidget{parent}, m_line{std::move(line)}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents); // the row it stands in is pressed
}

QSize Sparkline::sizeHint() const { return {px(104), px(34)}; }

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    paintSparkLine(painter, rect(), m_line);
}

void Sparkline::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace keepwell::ui
