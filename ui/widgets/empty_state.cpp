// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/empty_state.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/picture.hpp"

namespace keepwell::ui {

EmptyState::EmptyState(const QString &title, const QString &sentence, QWidget *parent)
    : QFrame{parent}, m_column{new QVBoxLayout{this}}, m_buttons{makeRow(12)}
{
    setProperty("role", "card");
    m_column->setContentsMargins(px(20), px(40), px(20), px(40));
    m_column->setSpacing(px(12));
    m_column->addStretch(1);
    m_column->addWidget(new Picture{Picture::Scene::Small}, 0, Qt::AlignHCenter);
    m_column->addSpacing(px(12));
    auto *heading = new Label{TextRole::Empty, title};
    heading->setAlignment(Qt::AlignCenter);
    m_column->addWidget(heading);
    auto *text = new Label{TextRole::Lead, sentence};
    text->setAlignment(Qt::AlignCenter);
    m_column->addWidget(text);
    m_column->addSpacing(px(10));
    m_buttons->addStretch(1);
    m_buttons->addStretch(1);
    m_column->addLayout(m_buttons);
    m_column->addStretch(1);
    setAccessibleName(title);
}

void EmptyState::addButton(Button *button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void EmptyState::setFootnote(QStringView iconName, const QString &sentence)
{
    QHBoxLayout *row = makeRow(10);
    row->addStretch(1);
    row->addWidget(new IconView{iconName, IconColour::Second, 20});
    row->addWidget(new Label{TextRole::Second, sentence});
    row->addStretch(1);
    m_column->insertSpacing(m_column->count() - 1, px(8));
    m_column->insertLayout(m_column->count() - 1, row);
}

} // namespace keepwell::ui
