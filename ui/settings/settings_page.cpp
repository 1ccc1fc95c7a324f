// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settings_page.hpp"

#include "ui/settings/connections_panel.hpp"
#include "ui/settings/copy_panel.hpp"
#include "ui/settings/locking_panel.hpp"
#include "ui/settings/look_panel.hpp"
#include "ui/shell/nav_button.hpp"
#include "ui/shell/session.hpp"
#include "ui/widgets/field.hpp"
#include "ui/widgets/folding_grid.hpp"
#include "ui/widgets/frame.hpp"
#include "ui/widgets/icon_view.hpp"
#include "ui/widgets/label.hpp"
#include "ui/widgets/language_box.hpp"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QScrollArea>
#include <QScrollBar>

namespace keepwell::ui {

SettingsPage::SettingsPage(Session &session, Appearance &appearance, QWidget *parent)
    : Page{tr("Settings"), parent}
    , m_session{session}
    , m_names{makeColumn(4)}
    , m_group{new QButtonGroup{this}}
    , m_panels{new QWidget}
    , m_connections{new ConnectionsPanel{session}}
    , m_locking{new LockingPanel{session}}
{
    auto *stack = new QVBoxLayout{m_panels};
    stack->setContentsMargins(0, 0, 0, 0);
    auto *row = new FoldingRow{640, 24};
    auto *names = new QWidget;
    names->setLayout(m_names);
    names->setMaximumWidth(px(340));
    addPanel(Language, makeLanguage());
    addPanel(Look, new LookPanel{appearance});
    addPanel(Locking, m_locking);
    addPanel(Connections, m_connections);
    auto *copy = new CopyPanel{session};
    connect(copy, &CopyPanel::said, this, &SettingsPage::said);
    addPanel(Copy, copy);
    addPanel(About, makeAbout());
    m_names->addStretch(1);
    row->add(names); // as wide as its words
    row->add(m_panels, 7);
    body()->addWidget(row, 1);
    turnTo(0);
    m_group->button(0)->setChecked(true);
    connect(m_group, &QButtonGroup::idClicked, this, [this, row](int panel) {
        turnTo(panel);
        if (row->isFolded()) {
            showPanel(); // it stands below the names, often out of sight
        }
    });
    connect(m_connections, &ConnectionsPanel::said, this, &SettingsPage::said);
    connect(m_connections, &ConnectionsPanel::syncWanted, this, &SettingsPage::syncWanted);
    connect(m_locking, &LockingPanel::said, this, &SettingsPage::said);
    connect(m_locking, &LockingPanel::minutesChanged, this, &SettingsPage::lockMinutesChanged);
}

/// Not a stack, which is as high as its highest panel: the page would scroll over nothing.
void SettingsPage::turnTo(int panel)
{
    const QLayout *column = m_panels->layout();
    for (int place = 0; place < column->count(); ++place) {
        column->itemAt(place)->widget()->setVisible(place == panel);
    }
}

QString SettingsPage::nameOf(Panel panel)
{
    switch (panel) {
    case Language:
        return tr("Language");
    case Look:
        return tr("Text and colours");
    case Locking:
        return tr("Locking");
    case Connections:
        return tr("Connections");
    case Copy:
        return tr("Copy of my records");
    case About:
        break;
    }
    return tr("About Keepwell");
}

QString SettingsPage::iconOf(Panel panel)
{
    switch (panel) {
    case Language:
        return QStringLiteral("globe");
    case Look:
        return QStringLiteral("text-size");
    case Locking:
        return QStringLiteral("lock");
    case Connections:
        return QStringLiteral("connection");
    case Copy:
        return QStringLiteral("save");
    case About:
        break;
    }
    return QStringLiteral("info");
}

void SettingsPage::addPanel(Panel which, QWidget *panel)
{
    auto *button = new NavButton{iconOf(which), nameOf(which)};
    button->setMinimumHeight(px(44));
    m_group->addButton(button, which);
    m_names->addWidget(button);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout{whole};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    column->addWidget(new Label{TextRole::Section, nameOf(which)});
    column->addWidget(panel);
    column->addStretch(1);
    m_panels->layout()->addWidget(whole);
}

QWidget *SettingsPage::makeLanguage()
{
    auto *card = new Card;
    auto *box = new LanguageBox;
    connect(box, &LanguageBox::chosen, this, &SettingsPage::languageChosen);
    card->column()->addWidget(new Field{tr("Language of Keepwell"), box});
    card->column()->addWidget(
        new Label{TextRole::Small, tr("Your records stay in the language they were written in.")});
    return card;
}

QWidget *SettingsPage::makeAbout()
{
    auto *card = new Card;
    QHBoxLayout *row = makeRow(16);
    row->addWidget(new Logo{52});
    QVBoxLayout *words = makeColumn(2);
    words->addWidget(new Label{TextRole::Section, tr("Keepwell")});
    words->addWidget(
        new Label{TextRole::Second, tr("Version %1").arg(QCoreApplication::applicationVersion())});
    row->addLayout(words, 1);
    card->column()->addLayout(row);
    card->column()->addWidget(
        new Label{TextRole::Body,
                  tr("A health wallet that belongs to the patient. Free software under the "
                     "Apache License 2.0. It comes without any warranty.")});
    return card;
}

void SettingsPage::refresh()
{
    m_connections->refresh();
    m_locking->refresh();
}

void SettingsPage::showPanel()
{
    QWidget *area = m_panels;
    while (area != nullptr && qobject_cast<QScrollArea *>(area) == nullptr) {
        area = area->parentWidget();
    }
    if (const auto *scroll = qobject_cast<QScrollArea *>(area)) {
        const int top = m_panels->mapTo(scroll->widget(), QPoint{}).y();
        scroll->verticalScrollBar()->setValue(top - px(16));
    }
}

void SettingsPage::openPanel(Panel panel) { m_group->button(panel)->click(); }

} // namespace keepwell::ui
