// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/folding_grid.hpp"

#include "ui/theme/theme.hpp"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace keepwell::ui {

FoldingGrid::FoldingGrid(int columns, int leastWidth, int gap, QWidget *parent)
    : QWidget{parent}
    , m_grid{new QGridLayout{this}}
    , m_columns{columns}
    , m_leastWidth{leastWidth}
    , m_gap{gap}
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(px(gap));
    // Laid out for the widest first; the layout's own minimum would hold the grid that wide.
    m_grid->setSizeConstraint(QLayout::SetNoConstraint);
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FoldingGrid::add(QWidget *widget)
{
    m_widgets << widget;
    widget->setParent(this);
    place();
}

int FoldingGrid::columnsFor(int width) const
{
    const int fit = (width + px(m_gap)) / (px(m_leastWidth) + px(m_gap));
    return std::clamp(fit, 1, m_columns);
}

int FoldingGrid::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int columnWidth = (width - px(m_gap) * (columns - 1)) / columns;
    int total = 0;
    for (qsizetype first = 0; first < m_widgets.size(); first += columns) {
        int tallest = 0;
        for (qsizetype i = first; i < std::min(first + columns, m_widgets.size()); ++i) {
            const QWidget *widget = m_widgets[i];
            const int height = widget->hasHeightForWidth() ? widget->heightForWidth(columnWidth)
                                                           : widget->sizeHint().height();
            tallest = std::max(tallest, height);
        }
        total += tallest + (first > 0 ? px(m_gap) : 0);
    }
    return total;
}

void FoldingGrid::place()
{
    m_placedColumns = columnsFor(width());
    for (int column = 0; column < m_columns; ++column) {
        m_grid->setColumnStretch(column, column < m_placedColumns ? 1 : 0);
    }
    for (int i = 0; i < m_widgets.size(); ++i) {
        m_grid->addWidget(m_widgets[i], i / m_placedColumns, i % m_placedColumns);
    }
    updateGeometry();
}

void FoldingGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (columnsFor(width()) != m_placedColumns) {
        place();
    }
}

void FoldingGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        m_grid->setSpacing(px(m_gap));
        place();
    }
    QWidget::changeEvent(event);
}

FoldingRow::FoldingRow(int foldBelow, int gap, QWidget *parent)
    : QWidget{parent}, m_box{new QBoxLayout{QBoxLayout::LeftToRight, this}}, m_foldBelow{foldBelow}
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(px(gap));
}

void FoldingRow::add(QWidget *widget, int stretch) { m_box->addWidget(widget, stretch); }

void FoldingRow::addStretch() { m_box->addStretch(1); }

bool FoldingRow::isFolded() const { return m_box->direction() == QBoxLayout::TopToBottom; }

void FoldingRow::fold()
{
    const auto wanted
        = width() < px(m_foldBelow) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (wanted != m_box->direction()) {
        m_box->setDirection(wanted);
        updateGeometry();
    }
}

void FoldingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

void FoldingRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) {
        fold();
    }
    QWidget::changeEvent(event);
}

} // namespace keepwell::ui
