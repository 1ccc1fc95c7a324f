// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

#include <optional>

class QPainter;

namespace keepwell::ui {

/// The last values of a test as a small line: each its own scale, oldest at the left, the newest
/// with a dot, its usual range as a band. Decoration: the value always stands beside it as text.
struct SparkLine
{
    QList<double> values; ///< At most the newest 10.
    std::optional<double> low;
    std::optional<double> high;
};

void paintSparkLine(QPainter &painter, const QRect &area, const SparkLine &line);

/// A SparkLine as a widget; nothing to hear or to reach by keyboard.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(SparkLine line, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    SparkLine m_line;
};

} // namespace keepwell::ui
