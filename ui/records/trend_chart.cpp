// SPDX-License-Identifier: Apache-2.0
#include "ui/records/trend_chart.hpp"

#include "ui/theme/fonts.hpp"
#include "ui/words/dates.hpp"
#include "ui/words/sentences.hpp"
#include "ui/words/trends.hpp"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace keepwell::ui {

namespace {

/// The middle of what a partial date leaves open is good enough for a place on a line.
QDateTime timeOf(const std::string &iso)
{
    QString text = QString::fromStdString(iso);
    if (text.size() == 4) {
        text += QStringLiteral("-07-01");
    } else if (text.size() == 7) {
        text += QStringLiteral("-15");
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time : QDate::fromString(text.left(10), Qt::ISODate).startOfDay();
}

bool isInRange(RangeFlag flag) { return flag == RangeFlag::InRange || flag == RangeFlag::None; }

/// 1, 2 or 5 times a power of ten, for about five lines.
double niceStep(double span)
{
    const double rough = span / 5;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * power >= rough) {
            return times * power;
        }
    }
    return 10 * power;
}

} // namespace

TrendChart::TrendChart(QWidget *parent) : QWidget{parent}
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Chart of the values"));
}

void TrendChart::show(const Trend &trend, int years)
{
    m_points.clear();
    const QDateTime newest = timeOf(trend.points.back().date);
    for (const TrendPoint &point : trend.points) {
        const QDateTime time = timeOf(point.date);
        if (time.isValid() && (years == 0 || time >= newest.addYears(-years))) {
            m_points.push_back({time, point.value, isInRange(point.flag), plain(point.text),
                                shortDate(point.date), point.id});
        }
    }
    std::ranges::stable_sort(m_points, {}, &Point::time);
    m_low = trend.points.back().low;
    m_high = trend.points.back().high;
    m_chosen = static_cast<int>(m_points.size()) - 1;
    setAccessibleDescription(summaryOf(trend));
    update();
}

std::optional<RecordId> TrendChart::chosen() const
{
    return m_chosen < 0 ? std::nullopt
                        : std::optional{m_points[static_cast<std::size_t>(m_chosen)].id};
}

QSize TrendChart::sizeHint() const { return {px(600), px(320)}; }

QSize TrendChart::minimumSizeHint() const { return {px(240), px(320)}; }

QRect TrendChart::plot() const { return rect().adjusted(px(52), px(12), -px(20), -px(34)); }

TrendChart::Scale TrendChart::scale() const
{
    Scale scale{m_points.front().value, m_points.front().value, 1};
    for (const Point &point : m_points) {
        scale.low = std::min(scale.low, point.value);
        scale.high = std::max(scale.high, point.value);
    }
    for (const auto &end : {m_low, m_high}) {
        if (end) {
            scale.low = std::min(scale.low, *end);
            scale.high = std::max(scale.high, *end);
        }
    }
    const double room = std::max((scale.high - scale.low) * 0.15, std::abs(scale.high) * 0.02);
    const bool positive = scale.low >= 0;
    scale.low -= room > 0 ? room : 1;
    scale.high += room > 0 ? room : 1;
    scale.step = niceStep(scale.high - scale.low);
    scale.low = std::floor(scale.low / scale.step) * scale.step;
    scale.high = std::ceil(scale.high / scale.step) * scale.step;
    if (positive) {
        scale.low = std::max(scale.low, 0.0);
    }
    return scale;
}

double TrendChart::yOf(double value, const Scale &scale) const
{
    const QRect area = plot();
    return area.bottom() - (value - scale.low) / (scale.high - scale.low) * area.height();
}

QPointF TrendChart::place(const Point &point, const Scale &scale) const
{
    const QRect area = plot();
    const qint64 first = m_points.front().time.toSecsSinceEpoch();
    const qint64 span = m_points.back().time.toSecsSinceEpoch() - first;
    const double along = span == 0
        ? 0.5
        : static_cast<double>(point.time.toSecsSinceEpoch() - first) / static_cast<double>(span);
    const int inset = px(16);
    return {area.left() + inset + along * (area.width() - 2 * inset), yOf(point.value, scale)};
}

void TrendChart::paintGrid(QPainter &painter, const Scale &scale) const
{
    const Colours &c = theme().colours;
    const QRect area = plot();
    if (m_low || m_high) {
        const double top = m_high ? yOf(*m_high, scale) : area.top();
        const double bottom = m_low ? yOf(*m_low, scale) : area.bottom();
        painter.fillRect(QRectF{QPointF(area.left(), top), QPointF(area.right(), bottom)},
                         c.rangeBand);
        painter.setPen(QPen{c.good.ink, 1.5, Qt::DashLine});
        for (const auto &end : {m_low, m_high}) {
            if (end) {
                const double y = yOf(*end, scale);
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
            }
        }
        painter.setFont(fontOf(14, QFont::DemiBold));
        painter.setPen(c.good.ink);
        painter.drawText(QRectF(area.left() + px(10), top + px(4), area.width() - px(20), px(20)),
                         Qt::AlignLeft | Qt::AlignVCenter, tr("Usual range"));
    }
    painter.setFont(smallFont());
    const auto lines = static_cast<int>(std::lround((scale.high - scale.low) / scale.step));
    for (int line = 0; line <= lines; ++line) {
        const double value = scale.low + line * scale.step;
        const double y = yOf(value, scale);
        painter.setPen(c.grid);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(c.text2);
        painter.drawText(QRectF(0, y - px(10), area.left() - px(8), px(20)),
                         Qt::AlignRight | Qt::AlignVCenter, QLocale{}.toString(value, 'g', 6));
    }
}

void TrendChart::paintTimes(QPainter &painter) const
{
    const QRect area = plot();
    painter.setFont(smallFont());
    painter.setPen(theme().colours.text2);
    const auto write = [&](double x, const QString &words) {
        const int width = painter.fontMetrics().horizontalAdvance(words) + 2;
        const double left = std::clamp(x - width / 2.0, 0.0, double(this->width() - width));
        painter.drawText(QRectF(left, area.bottom() + px(8), width, px(20)), Qt::AlignCenter,
                         words);
    };
    const Scale any{};
    const QDate first = m_points.front().time.date();
    const QDate last = m_points.back().time.date();
    if (last.year() - first.year() < 2) { // two ends say more than one turn of the year
        write(place(m_points.front(), any).x(), QLocale{}.toString(first, tr("MMM yyyy")));
        if (first.addDays(60) < last) {
            write(place(m_points.back(), any).x(), QLocale{}.toString(last, tr("MMM yyyy")));
        }
        return;
    }
    const int years = last.year() - first.year();
    const int most = std::max(1, area.width() / px(64));
    const int every = (years + most - 1) / most;
    for (int year = first.year() + 1; year <= last.year(); year += every) {
        Point start;
        start.time = QDate{year, 1, 1}.startOfDay();
        write(place(start, any).x(), QString::number(year));
    }
}

void TrendChart::paintLine(QPainter &painter, const Scale &scale) const
{
    const Colours &c = theme().colours;
    QPolygonF line;
    for (const Point &point : m_points) {
        line << place(point, scale);
    }
    painter.setPen(QPen{c.main, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    const double side = px(6);
    for (std::size_t at = 0; at < m_points.size(); ++at) {
        const QPointF middle = line[static_cast<qsizetype>(at)];
        painter.setPen(QPen{c.card, 2});
        if (m_points[at].inRange) {
            painter.setBrush(c.main);
            painter.drawEllipse(middle, side, side);
        } else { // another shape, so that the colour is not the only sign
            painter.setBrush(c.care.ink);
            const double wide = side * 1.25;
            painter.drawPolygon(QPolygonF{{middle + QPointF{0, -wide}, middle + QPointF{wide, 0},
                                           middle + QPointF{0, wide}, middle + QPointF{-wide, 0}}});
        }
    }
}

void TrendChart::paintReadout(QPainter &painter, const Scale &scale) const
{
    if (m_chosen < 0) {
        return;
    }
    const Colours &c = theme().colours;
    const QRect area = plot();
    const Point &point = m_points[static_cast<std::size_t>(m_chosen)];
    const QPointF at = place(point, scale);
    painter.setPen(QPen{c.text2, 1, Qt::DashLine});
    painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    const QFontMetrics strong{fontOf(14, QFont::DemiBold)};
    const QFontMetrics small{smallFont()};
    const int words
        = std::max(strong.horizontalAdvance(point.text), small.horizontalAdvance(point.day));
    const QSizeF size(words + px(24), strong.height() + small.height() + px(14));
    const bool before = at.x() + px(16) + size.width() > width();
    const double left = before ? at.x() - px(16) - size.width() : at.x() + px(16);
    // Away from the line: at the top for a low value, at the foot for a high one.
    const bool low = at.y() > area.center().y();
    const double top = low ? area.top() + px(28) : area.bottom() - size.height() - px(12);
    const QRectF box{QPointF{std::max(0.0, left), top}, size};
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.text);
    painter.drawRoundedRect(box, px(8), px(8));
    painter.setPen(c.bg);
    const QRectF inner = box.adjusted(px(12), px(7), -px(12), -px(7));
    painter.setFont(fontOf(14, QFont::DemiBold));
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, point.text);
    painter.setFont(smallFont());
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignBottom, point.day);
}

void TrendChart::paintEvent(QPaintEvent *)
{
    if (m_points.empty()) {
        return;
    }
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight);
    const Scale now = scale();
    paintGrid(painter, now);
    paintTimes(painter);
    paintLine(painter, now);
    paintReadout(painter, now);
    if (hasFocus()) {
        painter.setPen(QPen{theme().colours.focus, 3});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1.5, 1.5, -1.5, -1.5), px(8), px(8));
    }
}

void TrendChart::choose(int point)
{
    if (m_points.empty()) {
        return;
    }
    m_chosen = std::clamp(point, 0, static_cast<int>(m_points.size()) - 1);
    const Point &now = m_points[static_cast<std::size_t>(m_chosen)];
    setAccessibleDescription(now.text + QStringLiteral(", ") + now.day);
    update();
}

void TrendChart::chooseNear(double x)
{
    const Scale any{};
    int nearest = -1;
    for (int at = 0; at < static_cast<int>(m_points.size()); ++at) {
        const auto far = [&](int point) {
            return std::abs(place(m_points[static_cast<std::size_t>(point)], any).x() - x);
        };
        if (nearest < 0 || far(at) < far(nearest)) {
            nearest = at;
        }
    }
    choose(nearest);
}

void TrendChart::mousePressEvent(QMouseEvent *event) { chooseNear(event->position().x()); }

void TrendChart::mouseMoveEvent(QMouseEvent *event) { chooseNear(event->position().x()); }

void TrendChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_chosen - 1);
        break;
    case Qt::Key_Right:
        choose(m_chosen + 1);
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(static_cast<int>(m_points.size()) - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TrendChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace keepwell::ui
