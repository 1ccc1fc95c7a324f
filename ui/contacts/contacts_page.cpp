// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/contacts_page.hpp"

#include "ui/contacts/add_contact_dialog.hpp"
#include "ui/contacts/contact_panel.hpp"
#include "ui/shell/session.hpp"
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

#include <algorithm>

namespace keepwell::ui {

ContactsPage::ContactsPage(Session &session, QWidget *parent)
    : Page{tr("Contacts"), parent}
    , m_session{session}
    , m_content{new QWidget}
    , m_group{new QButtonGroup{this}}
{
    auto *add = new Button{ButtonKind::Primary, tr("Add a contact"), u"plus"};
    add->setObjectName(QStringLiteral("addContact"));
    addAction(add);
    connect(add, &QPushButton::clicked, this, &ContactsPage::openAddDialog);
    auto *column = new QVBoxLayout{m_content};
    column->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(m_content, 1);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { choose(id); });
}

void ContactsPage::openAddDialog()
{
    auto *dialog = new AddContactDialog{m_session, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddContactDialog::said, this, &ContactsPage::said);
    connect(dialog, &AddContactDialog::added, this, [this](qint64 contact) {
        m_chosen = contact;
        refresh();
    });
    dialog->open();
}

void ContactsPage::refresh()
{
    m_session.ask(
        this, [](Wallet &wallet, const std::stop_token &) { return wallet.contacts(); },
        [this](Result<std::vector<ContactRow>> contacts) {
            if (!contacts) {
                emit said(sentenceOf(contacts.error()));
                return;
            }
            m_contacts = *std::move(contacts);
            show();
        });
}

void ContactsPage::show()
{
    clear(m_content->layout());
    for (QAbstractButton *button : m_group->buttons()) {
        m_group->removeButton(button);
    }
    if (m_contacts.empty()) {
        auto *empty
            = new EmptyState{m_session.isClinician() ? tr("Add the people you look after.")
                                                     : tr("Add the people who look after you."),
                             tr("Give them an invite, or take theirs.")};
        auto *add = new Button{ButtonKind::Primary, tr("Add a contact"), u"plus"};
        connect(add, &QPushButton::clicked, this, &ContactsPage::openAddDialog);
        empty->addButton(add);
        m_content->layout()->addWidget(empty);
        return;
    }
    auto *row = new FoldingRow{760, 16};
    QFrame *card = makeFrame("card");
    auto *column = new QVBoxLayout{card};
    column->setContentsMargins(1, px(6), 1, px(6));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addStretch(1);
    for (const ContactRow &contact : m_contacts) {
        addRow(contact);
    }
    row->add(card, 5);
    m_panel = new ContactPanel{m_session.isClinician()};
    row->add(m_panel, 6);
    m_content->layout()->addWidget(row);
    connect(m_panel, &ContactPanel::shareWanted, this, &ContactsPage::shareWanted);
    connect(m_panel, &ContactPanel::renamed, this, &ContactsPage::rename);
    connect(m_panel, &ContactPanel::removed, this, &ContactsPage::remove);
    connect(m_panel, &ContactPanel::confirmed, this, [this](qint64 id) {
        m_session.ask(
            this,
            [id](Wallet &wallet, const std::stop_token &) { return wallet.confirmContact(id); },
            [this](const Result<> &done) {
                after(done, tr("Checked. You can share with them now."));
            });
    });
    connect(m_panel, &ContactPanel::blocked, this, [this](qint64 id, bool on) {
        m_session.ask(
            this,
            [id, on](Wallet &wallet, const std::stop_token &) {
                return wallet.blockContact(id, on);
            },
            [this, on](const Result<> &done) {
                after(done, on ? tr("They are blocked.") : tr("They are not blocked any more."));
            });
    });
    const bool known = std::any_of(m_contacts.begin(), m_contacts.end(),
                                   [this](const ContactRow &one) { return one.id == m_chosen; });
    choose(known ? m_chosen : m_contacts.front().id);
}

void ContactsPage::addRow(const ContactRow &contact)
{
    if (m_rows->count() > 0) {
        m_rows->addWidget(makeRule());
    }
    const QString name = plain(contact.name);
    auto *button = new RowButton;
    button->setCheckable(true);
    button->setAccessibleName(
        QStringLiteral("%1, %2, %3").arg(name, roleName(contact.role), badgeOf(contact).text));
    auto *row = new QHBoxLayout{button};
    row->setContentsMargins(px(18), px(12), px(18), px(12));
    row->setSpacing(px(12));
    row->addWidget(new Avatar{name, name});
    auto *fold = new FoldingRow{330, 6};
    auto *words = new QWidget;
    auto *column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Label{TextRole::Strong, name});
    column->addWidget(new Label{TextRole::Small, roleName(contact.role)});
    fold->add(words, 1);
    fold->add(new Badge{badgeOf(contact)});
    row->addWidget(fold, 1);
    m_group->addButton(button, static_cast<int>(contact.id));
    m_rows->addWidget(button);
}

void ContactsPage::choose(std::int64_t contact)
{
    m_chosen = contact;
    for (const ContactRow &one : m_contacts) {
        if (one.id == contact) {
            m_panel->show(one);
        }
    }
    if (QAbstractButton *button = m_group->button(static_cast<int>(contact))) {
        button->setChecked(true);
    }
}

void ContactsPage::rename(std::int64_t contact, const QString &name)
{
    if (name.isEmpty()) {
        emit said(tr("Type a name first."));
        return;
    }
    m_session.ask(
        this,
        [contact, text = name.toStdString()](Wallet &wallet, const std::stop_token &) {
            return wallet.renameContact(contact, text);
        },
        [this](const Result<> &done) { after(done, tr("The name is saved.")); });
}

void ContactsPage::remove(std::int64_t contact)
{
    m_session.ask(
        this,
        [contact](Wallet &wallet, const std::stop_token &) {
            return wallet.removeContact(contact);
        },
        [this](const Result<> &done) { after(done, tr("They are no longer in your contacts.")); });
}

void ContactsPage::after(const Result<> &done, const QString &sentence)
{
    emit said(done ? sentence : sentenceOf(done.error()));
    refresh();
}

} // namespace keepwell::ui
