// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

namespace keepwell::ui {

/// Where a person stands in a flow of a few steps. Collapses to "Step 2 of 4: What" when the
/// words do not fit.
class Stepper final : public QWidget
{
    Q_OBJECT

public:
    explicit Stepper(QStringList steps, QWidget *parent = nullptr);

    void setCurrent(int step); ///< From 0.
    int current() const { return m_current; }
    QString sentence() const; ///< "Step 2 of 4: What".

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int fullWidth() const;
    void paintSteps(QPainter &painter) const;

    QStringList m_steps;
    int m_current = 0;
};

} // namespace keepwell::ui
