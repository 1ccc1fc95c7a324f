// SPDX-License-Identifier: Apache-2.0
#include "ui/contacts/contact_panel.hpp"

#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/flow_layout.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/strip.hpp"
#include "ui/widgets/word_tile.hpp"
#include "ui/words/kinds.hpp"
#include "ui/words/sentences.hpp"

#include <QLineEdit>

namespace keepwell::ui {

ContactPanel::ContactPanel(bool clinician, QWidget *parent)
    : QFrame{parent}, m_column{new QVBoxLayout{this}}, m_clinician{clinician}
{
    setProperty("role", "card");
    m_column->setContentsMargins(px(24), px(20), px(24), px(20));
    m_column->setSpacing(px(14));
}

void ContactPanel::showNothing(const QString &sentence)
{
    clear(m_column);
    auto *label = new Label{TextRole::Lead, sentence};
    label->setAlignment(Qt::AlignCenter);
    m_column->addWidget(label, 1);
}

void ContactPanel::show(const ContactRow &contact)
{
    clear(m_column);
    addHead(contact);
    addWords(contact);
    addName(contact);
    addButtons(contact);
    m_column->addStretch(1);
    setAccessibleName(plain(contact.name));
}

void ContactPanel::addHead(const ContactRow &contact)
{
    const QString name = plain(contact.name);
    QHBoxLayout *row = makeRow(14);
    row->addWidget(new Avatar{name, name, 52});
    QVBoxLayout *words = makeColumn(2);
    words->addWidget(new Label{TextRole::Section, name});
    words->addWidget(new Label{TextRole::Second, roleName(contact.role)});
    row->addLayout(words, 1);
    m_column->addLayout(row);
    m_column->addWidget(new Badge{badgeOf(contact)});
    if (contact.keyChanged) {
        m_column->addWidget(
            new Strip{ToneName::Stop, u"alert", tr("Their key changed. Sharing is paused."),
                      tr("Call them on a number you know and compare the words again.")});
    }
    if (!m_clinician) {
        m_column->addWidget(
            new Label{TextRole::Body,
                      contact.activeShares == 0
                          ? tr("They can open nothing from you.")
                          : tr("%n share(s) with them now.", nullptr, contact.activeShares)});
    }
}

void ContactPanel::addWords(const ContactRow &contact)
{
    m_column->addWidget(makeRule());
    m_column->addWidget(new Label{TextRole::Card, tr("Check words")});
    m_column->addWidget(
        new Label{TextRole::Body,
                  tr("Both of you see the same six words. Read them out to each other, by "
                     "phone or in person. They must be the same, in the same order.")});
    m_column->addWidget(
        makeWordGrid(plain(contact.words).split(QLatin1Char(' '), Qt::SkipEmptyParts), 3));
    if (contact.checked && !contact.keyChanged) {
        return;
    }
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    auto *same = new Button{ButtonKind::Primary, tr("The words are the same"), u"check"};
    same->setObjectName(QStringLiteral("wordsSame"));
    auto *differ = new Button{ButtonKind::Quiet, tr("They are different")};
    flow->addWidget(same);
    flow->addWidget(differ);
    m_column->addWidget(buttons);
    auto *danger = new Strip{ToneName::Stop, u"alert", tr("Do not share."),
                             tr("Someone else may be using this name. Call the clinic on a number "
                                "you know.")};
    danger->hide();
    m_column->addWidget(danger);
    connect(same, &QPushButton::clicked, this, [this, id = contact.id] { emit confirmed(id); });
    connect(differ, &QPushButton::clicked, danger, &QWidget::show);
}

void ContactPanel::addName(const ContactRow &contact)
{
    m_column->addWidget(makeRule());
    auto *name = new QLineEdit{plain(contact.name)};
    name->setObjectName(QStringLiteral("contactName"));
    name->setMaxLength(100);
    auto *field = new Field{tr("What you call them"), name};
    field->setHint(tr("Only you see this name."));
    m_column->addWidget(field);
    connect(name, &QLineEdit::returnPressed, this,
            [this, name, id = contact.id] { emit renamed(id, name->text().trimmed()); });
}

void ContactPanel::addButtons(const ContactRow &contact)
{
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout{12, buttons};
    const qint64 id = contact.id;
    if (!m_clinician && !contact.blocked && !contact.keyChanged) {
        auto *share = new Button{ButtonKind::Secondary, tr("Share with them"), u"share"};
        connect(share, &QPushButton::clicked, this, [this, id] { emit shareWanted(id); });
        flow->addWidget(share);
    }
    auto *save = new Button{ButtonKind::Secondary, tr("Save the name")};
    save->setObjectName(QStringLiteral("saveName"));
    connect(save, &QPushButton::clicked, this, [this, id] {
        emit renamed(id, findChild<QLineEdit *>(QStringLiteral("contactName"))->text().trimmed());
    });
    flow->addWidget(save);
    auto *block
        = new Button{ButtonKind::Stop, contact.blocked ? tr("Unblock") : tr("Block"), u"ban"};
    block->setObjectName(QStringLiteral("block"));
    connect(block, &QPushButton::clicked, this,
            [this, id, on = !contact.blocked] { emit blocked(id, on); });
    flow->addWidget(block);
    auto *remove = new Button{ButtonKind::Quiet, tr("Remove from my contacts")};
    remove->setObjectName(QStringLiteral("removeContact"));
    connect(remove, &QPushButton::clicked, this, [this, id] { emit removed(id); });
    flow->addWidget(remove);
    m_column->addWidget(buttons);
}

} // namespace keepwell::ui
