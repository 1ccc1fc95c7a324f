// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/page.hpp"

#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"

#include <QScrollArea>

namespace keepwell::ui {

namespace {

constexpr int kWidest = 1120;

} // namespace

Page::Page(const QString &title, QWidget *parent)
    : QWidget{parent}
    , m_title{new Label{TextRole::Title, title}}
    , m_header{new FoldingRow{460, 12}}
    , m_actions{new QWidget}
    , m_body{makeColumn(16)}
{
    setProperty("role", "page");
    setAttribute(Qt::WA_StyledBackground);

    m_header->add(m_title, 1);
    m_header->add(m_actions);
    new FlowLayout{12, m_actions};
    m_title->setMinimumHeight(px(44));

    auto *content = new QWidget;
    content->setMaximumWidth(px(kWidest));
    auto *column = new QVBoxLayout{content};
    column->setContentsMargins(px(28), px(16), px(28), px(24));
    column->setSpacing(px(16));
    column->addWidget(m_header);
    column->addLayout(m_body, 1);

    auto *whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(makeCentredScrollArea(content));
    setAccessibleName(title);
}

QString Page::title() const { return m_title->text(); }

void Page::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Page::addAction(QWidget *widget) { m_actions->layout()->addWidget(widget); }

void Page::foldHeaderBelow(int designWidth) { m_header->setFoldBelow(designWidth); }

} // namespace keepwell::ui
