// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/row_list.hpp"

#include <QResizeEvent>

namespace keepwell::ui {

RowList::RowList(QWidget *parent) : QListView{parent}
{
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
}

void RowList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        scheduleDelayedItemsLayout();
    }
}

} // namespace keepwell::ui
