// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/field.hpp"

#include "ui/widgets/announce.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"

#include <QStyle>

namespace keepwell::ui {

Field::Field(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget{parent}
    , m_editor{editor}
    , m_hint{new Label{TextRole::Small}}
    , m_errorRow{new QWidget}
    , m_error{new Label{TextRole::Error}}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    auto *caption = new Label{TextRole::Strong, label};
    caption->setBuddy(editor);
    column->addWidget(caption);
    column->addWidget(editor);
    column->addWidget(m_hint);
    auto *row = new QHBoxLayout{m_errorRow};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(new IconView{u"alert", IconColour::Stop, 20}, 0, Qt::AlignTop);
    row->addWidget(m_error, 1);
    column->addWidget(m_errorRow);
    m_hint->hide();
    m_errorRow->hide();
    if (editor->accessibleName().isEmpty()) {
        editor->setAccessibleName(label);
    }
}

void Field::setHint(const QString &sentence)
{
    m_hint->setText(sentence);
    m_hint->setVisible(!sentence.isEmpty());
    m_editor->setAccessibleDescription(sentence);
}

void Field::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_errorRow->setVisible(!sentence.isEmpty());
    m_editor->setProperty("wrong", !sentence.isEmpty());
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
    m_editor->update();
    if (!sentence.isEmpty()) {
        announce(*m_error, sentence);
    }
}

} // namespace keepwell::ui
