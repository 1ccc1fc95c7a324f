// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/flow_layout.hpp"

#include "ui/theme/theme.hpp"

#include <QWidget>

#include <algorithm>

namespace keepwell::ui {

FlowLayout::FlowLayout(int gap, QWidget *parent) : QLayout{parent}, m_gap{gap}
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items << item;
    invalidate();
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const { return arrange({0, 0, width, 0}, false); }

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty()) {
            width += item->sizeHint().width() + (width > 0 ? px(m_gap) : 0);
            height = std::max(height, item->sizeHint().height());
        }
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

int FlowLayout::arrange(const QRect &area, bool move) const
{
    const auto *widget = parentWidget();
    const bool mirrored = widget != nullptr && widget->isRightToLeft();
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        QSize size = item->sizeHint().expandedTo(item->minimumSize());
        size.setWidth(std::min(size.width(), std::max(area.width(), item->minimumSize().width())));
        if (x > 0 && x + size.width() > area.width()) {
            x = 0;
            y += lineHeight + px(m_gap);
            lineHeight = 0;
        }
        if (move) {
            const int left = mirrored ? area.right() - x - size.width() + 1 : area.left() + x;
            item->setGeometry({{left, area.top() + y}, size});
        }
        x += size.width() + px(m_gap);
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight;
}

} // namespace keepwell::ui
