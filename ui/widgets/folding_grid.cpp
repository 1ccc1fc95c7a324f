// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/folding_grid.hpp"

#include "ui/theme/theme.hpp"

#include <QBoxLayout>
#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace keepwell::ui {

// Without a QLayout: an item whose widget has one is asked for the layout's height for a width,
// and that of a grid knows nothing of columns that fold.
FoldingGrid::FoldingGrid(int columns, int leastWidth, int gap, QWidget *parent)
    : QWidget{parent}, m_columns{columns}, m_leastWidth{leastWidth}, m_gap{gap}
{
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FoldingGrid::add(QWidget *widget)
{
    m_widgets << widget;
    widget->setParent(this);
    widget->show();
    updateGeometry();
}

int FoldingGrid::leastWidth() const
{
    int least = px(m_leastWidth);
    for (const QWidget *widget : m_widgets) {
        least = std::max(least, widget->minimumSizeHint().width());
    }
    return least;
}

FoldingGrid *FoldingGrid::downColumns()
{
    m_down = true;
    return this;
}

int FoldingGrid::columnsFor(int width) const
{
    const int fit = (width + px(m_gap)) / (leastWidth() + px(m_gap));
    return std::clamp(fit, 1, m_columns);
}

QSize FoldingGrid::sizeHint() const
{
    const int width = m_columns * px(m_leastWidth) + (m_columns - 1) * px(m_gap);
    return {width, heightForWidth(width)};
}

QSize FoldingGrid::minimumSizeHint() const { return {leastWidth(), px(24)}; }

int FoldingGrid::arrange(int width, bool move) const
{
    const int columns = columnsFor(width);
    const int column = (width - px(m_gap) * (columns - 1)) / columns;
    const qsizetype rows = (m_widgets.size() + columns - 1) / columns;
    const auto widgetAt = [&](qsizetype row, qsizetype at) {
        const qsizetype place = m_down ? at * rows + row : row * columns + at;
        return place < m_widgets.size() ? m_widgets[place] : nullptr;
    };
    int y = 0;
    for (qsizetype row = 0; row < rows; ++row) {
        int tallest = 0;
        for (int at = 0; at < columns; ++at) {
            const QWidget *widget = widgetAt(row, at);
            if (widget == nullptr) {
                continue;
            }
            const QLayout *inner = widget->layout();
            const int height = inner != nullptr && inner->hasHeightForWidth()
                ? inner->totalHeightForWidth(column)
                : widget->sizeHint().height();
            tallest = std::max({tallest, height, widget->minimumHeight()});
        }
        y += row > 0 ? px(m_gap) : 0;
        for (int at = 0; move && at < columns; ++at) {
            if (QWidget *widget = widgetAt(row, at)) {
                const QRect area{at * (column + px(m_gap)), y, column, tallest};
                widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), area));
            }
        }
        y += tallest;
    }
    return y;
}

void FoldingGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

bool FoldingGrid::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange(width(), true);
    }
    return QWidget::event(event);
}

FoldingRow::FoldingRow(int foldBelow, int gap, QWidget *parent)
    : QWidget{parent}, m_box{new QBoxLayout{QBoxLayout::LeftToRight, this}}, m_foldBelow{foldBelow}
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(px(gap));
}

void FoldingRow::add(QWidget *widget, int stretch)
{
    if (stretch > 0) {
        // By its share alone, so that the same columns of two rows stand under each other.
        QSizePolicy policy = widget->sizePolicy();
        policy.setHorizontalPolicy(QSizePolicy::Ignored);
        widget->setSizePolicy(policy);
    }
    m_stretches << stretch;
    m_box->addWidget(widget, isFolded() ? 0 : stretch);
}

void FoldingRow::addStretch()
{
    m_stretches << 1;
    m_box->addStretch(isFolded() ? 0 : 1);
}

void FoldingRow::setFoldBelow(int designWidth)
{
    m_foldBelow = designWidth;
    fold();
}

bool FoldingRow::isFolded() const { return m_box->direction() == QBoxLayout::TopToBottom; }

/// Side by side: all of what cannot wrap, and of the rest its longest word.
int FoldingRow::leastWidth() const
{
    int least = 0;
    for (int i = 0; i < m_box->count(); ++i) {
        const QWidget *widget = m_box->itemAt(i)->widget();
        if (widget != nullptr && !widget->isHidden()) {
            const bool wraps = m_stretches[i] > 0 || widget->sizePolicy().hasHeightForWidth();
            const QSize size = wraps ? widget->minimumSizeHint() : widget->sizeHint();
            least += size.width() + (least > 0 ? m_box->spacing() : 0);
        }
    }
    return least;
}

void FoldingRow::fold()
{
    const auto wanted = width() < std::max(px(m_foldBelow), leastWidth()) ? QBoxLayout::TopToBottom
                                                                          : QBoxLayout::LeftToRight;
    if (wanted != m_box->direction()) {
        m_box->setDirection(wanted);
        for (int i = 0; i < m_stretches.size(); ++i) {
            m_box->setStretch(i, isFolded() ? 0 : m_stretches[i]);
        }
        updateGeometry();
    }
}

void FoldingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool FoldingRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange) {
        fold();
    }
    return QWidget::event(event);
}

} // namespace keepwell::ui
