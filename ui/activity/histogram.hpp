// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QWidget>

#include <optional>

namespace keepwell::ui {

/// Events of the last 30 days, one bar a day, a triangle over days with a refusal. Time runs from
/// left to right in every language. Click or Enter picks a day.
class Histogram final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kDays = 30;

    struct Day
    {
        int events = 0;
        int refused = 0;
    };

    explicit Histogram(QWidget *parent = nullptr);

    /// The last one is `today`.
    void setDays(const QList<Day> &days, const QDate &today);
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void dayChosen(const QDate &day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRect plot() const;
    double slot() const { return static_cast<double>(plot().width()) / kDays; }
    void paintBar(QPainter &painter, int day, int most) const;
    QDate dateOf(int day) const { return m_today.addDays(day - (kDays - 1)); }

    QList<Day> m_days;
    QDate m_today;
    int m_marked = kDays - 1;
};

} // namespace keepwell::ui
