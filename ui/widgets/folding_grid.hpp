// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;

namespace keepwell::ui {

/// Columns that become fewer when each would be narrower than it may be: three cards beside
/// each other at 100 %, one below the other at 200 %.
class FoldingGrid final : public QWidget
{
    Q_OBJECT

public:
    /// At most `columns`, each at least `leastWidth` design pixels wide and as wide as the widest
    /// widget has to be, `gap` between.
    FoldingGrid(int columns, int leastWidth, int gap, QWidget *parent = nullptr);

    void add(QWidget *widget);
    /// Fills one column after the other, as a numbered list is read.
    FoldingGrid *downColumns();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(width, false); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int leastWidth() const;
    int columnsFor(int width) const;
    /// Places the widgets when `move`; returns the height they take.
    int arrange(int width, bool move) const;

    QList<QWidget *> m_widgets;
    int m_columns;
    int m_leastWidth;
    int m_gap;
    bool m_down = false;
};

/// Widgets side by side that go one below the other when there is less room than `foldBelow`
/// design pixels, or than they need. Stretch is kept in a row and dropped in a column.
class FoldingRow final : public QWidget
{
    Q_OBJECT

public:
    FoldingRow(int foldBelow, int gap, QWidget *parent = nullptr);

    void add(QWidget *widget, int stretch = 0);
    void addStretch();
    void setFoldBelow(int designWidth);
    bool isFolded() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int leastWidth() const;
    void fold();

    QBoxLayout *m_box;
    QList<int> m_stretches; ///< Of a row; a column has none.
    int m_foldBelow;
};

} // namespace keepwell::ui
