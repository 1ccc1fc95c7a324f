// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/frame.hpp"

#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"

#include <QScrollArea>

namespace keepwell::ui {

QFrame *makeFrame(const char *role, QWidget *parent)
{
    auto *frame = new QFrame{parent};
    frame->setProperty("role", role);
    frame->setAttribute(Qt::WA_StyledBackground);
    return frame;
}

QFrame *makeRule(QWidget *parent)
{
    QFrame *rule = makeFrame("rule", parent);
    rule->setFixedHeight(1);
    return rule;
}

Card::Card(QWidget *parent) : QFrame{parent}, m_column{new QVBoxLayout{this}}
{
    setProperty("role", "card");
    m_column->setContentsMargins(px(20), px(18), px(20), px(18));
    m_column->setSpacing(px(12));
}

Card::Card(QStringView iconName, const QString &title, QWidget *parent) : Card{parent}
{
    m_titleRow = makeRow(10);
    m_titleRow->addWidget(new IconView{iconName, IconColour::Main, 22});
    m_titleRow->addWidget(new Label{TextRole::Card, title}, 1);
    m_column->addLayout(m_titleRow);
    setAccessibleName(title);
}

QVBoxLayout *makeColumn(int gap)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(gap));
    return column;
}

QHBoxLayout *makeRow(int gap)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(gap));
    return row;
}

QScrollArea *makeScrollArea(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

QScrollArea *makeCentredScrollArea(QWidget *content)
{
    auto *middle = new QWidget;
    middle->setProperty("role", "clear");
    auto *centred = new QHBoxLayout{middle};
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(content, 1000);
    centred->addStretch(1);
    return makeScrollArea(middle);
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            clear(inner);
        }
        delete item;
    }
}

} // namespace keepwell::ui
