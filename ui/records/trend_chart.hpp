// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/wallet/record_rows.hpp"

#include <QDateTime>
#include <QWidget>

#include <optional>
#include <vector>

namespace keepwell::ui {

/// The values of one test over time: a line with a mark for each, the usual range as a band, and a
/// box that reads out the chosen value. Arrows and the mouse choose. The table beside it says the
/// same in words; time always runs from left to right.
class TrendChart final : public QWidget
{
    Q_OBJECT

public:
    explicit TrendChart(QWidget *parent = nullptr);

    /// `years` back from the newest value; 0 = all of them.
    void show(const Trend &trend, int years);
    std::size_t shown() const { return m_points.size(); }
    std::optional<RecordId> chosen() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Point
    {
        QDateTime time;
        double value = 0;
        bool inRange = true;
        QString text;
        QString day;
        RecordId id{};
    };
    struct Scale
    {
        double low = 0;
        double high = 1;
        double step = 1;
    };

    QRect plot() const;
    Scale scale() const;
    QPointF place(const Point &point, const Scale &scale) const;
    double yOf(double value, const Scale &scale) const;
    void paintGrid(QPainter &painter, const Scale &scale) const;
    void paintTimes(QPainter &painter) const;
    void paintLine(QPainter &painter, const Scale &scale) const;
    void paintReadout(QPainter &painter, const Scale &scale) const;
    void choose(int point);
    void chooseNear(double x);

    std::vector<Point> m_points;
    std::optional<double> m_low;
    std::optional<double> m_high;
    int m_chosen = -1;
};

} // namespace keepwell::ui
