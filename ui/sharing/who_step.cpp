// SPDX-License-Identifier: Apache-2.0
#include "ui/sharing/who_step.hpp"

#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/empty_state.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/row_button.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QButtonGroup>

namespace keepwell::ui {

WhoStep::WhoStep(QWidget *parent)
    : QWidget{parent}, m_column{new QVBoxLayout{this}}, m_group{new QButtonGroup{this}}
{
    m_column->setContentsMargins(0, 0, 0, 0);
    connect(m_group, &QButtonGroup::buttonClicked, this, &WhoStep::changed);
}

void WhoStep::setContacts(std::vector<ContactRow> contacts)
{
    clear(m_column);
    m_contacts = std::move(contacts);
    if (m_contacts.empty()) {
        auto *empty
            = new EmptyState{tr("You have no contacts yet"),
                             tr("Add the person first. You compare a few words with them.")};
        auto *add = new Button{ButtonKind::Primary, tr("Add a contact"), u"plus"};
        connect(add, &QPushButton::clicked, this, &WhoStep::contactsWanted);
        empty->addButton(add);
        m_column->addWidget(empty);
        return;
    }
    QFrame *card = makeFrame("card");
    auto *rows = new QVBoxLayout{card};
    rows->setContentsMargins(1, px(6), 1, px(6));
    rows->setSpacing(0);
    m_column->addWidget(card);
    m_column->addStretch(1);
    for (const ContactRow &contact : m_contacts) {
        if (rows->count() > 0) {
            rows->addWidget(makeRule());
        }
        addRow(contact);
    }
}

void WhoStep::addRow(const ContactRow &contact)
{
    const QString name = plain(contact.name);
    auto *button = new RowButton;
    button->setCheckable(true);
    button->setObjectName(QStringLiteral("contact%1").arg(contact.id));
    const bool usable = !contact.blocked && !contact.keyChanged;
    button->setEnabled(usable);
    button->setAccessibleName(
        QStringLiteral("%1, %2, %3").arg(name, roleName(contact.role), badgeOf(contact).text));
    auto *row = new QHBoxLayout{button};
    row->setContentsMargins(px(20), px(12), px(20), px(12));
    row->setSpacing(px(14));
    row->addWidget(new Avatar{name, name});
    auto *fold = new FoldingRow{420, 8};
    auto *words = new QWidget;
    auto *column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Label{TextRole::Strong, name});
    column->addWidget(new Label{
        TextRole::Small,
        usable                ? roleName(contact.role)
            : contact.blocked ? tr("You have blocked them. Unblock them in Contacts first.")
                              : tr("Their key changed. Compare the words in Contacts first.")});
    fold->add(words, 1);
    fold->add(new Badge{badgeOf(contact)});
    row->addWidget(fold, 1);
    m_group->addButton(button, static_cast<int>(contact.id));
    auto *card = static_cast<QFrame *>(m_column->itemAt(0)->widget());
    static_cast<QVBoxLayout *>(card->layout())->addWidget(button);
}

std::optional<ContactRow> WhoStep::chosen() const
{
    for (const ContactRow &contact : m_contacts) {
        if (static_cast<int>(contact.id) == m_group->checkedId()) {
            return contact;
        }
    }
    return std::nullopt;
}

void WhoStep::choose(std::int64_t contact)
{
    if (QAbstractButton *button = m_group->button(static_cast<int>(contact));
        button != nullptr && button->isEnabled()) {
        button->setChecked(true);
        emit changed();
    }
}

} // namespace keepwell::ui
